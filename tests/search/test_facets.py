"""By what one can filter: the portal's own vocabularies, and what plugins bring."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from manuals.models import ManualChapterPage, WorkProcessPage
from portal.content.models import (
    KnowledgeTag,
    LearningArea,
    LearningAreaTag,
    PageTag,
    SchoolNetworkTag,
    WorkGroup,
)
from search.facets import all_facets, check_facets, facets_of, own_facets, tag_labels
from search.reading import read
from search.sources import PageFacet, PageSource
from tests import factories
from tests.sample_plugin.notices.models import NoticeIndexPage, NoticePage


@pytest.fixture
def process(manual):
    """A process with a value in every filter it may have."""
    made = factories.make_process(
        manual, levels=["p1", "m3"], academic_year=2569, work_group=WorkGroup.objects.get(number=2)
    )
    LearningAreaTag.objects.create(tag=LearningArea.objects.get(code="ma"), content_object=made)
    SchoolNetworkTag.objects.create(tag=factories.make_network("ดอกคูน"), content_object=made)
    for name in ("เชิงรุก", "ต้นแบบ"):
        PageTag.objects.create(tag=KnowledgeTag.objects.create(name=name), content_object=made)
    return made


def test_a_page_has_its_keys_in_every_filter(process):
    [document] = read([process.pk]).documents
    assert document.facets == {
        "kind": ("process",),
        "learning_area": ("ma",),
        "school_network": (factories.make_network("ดอกคูน").slug,),
        "level": ("p1", "m3"),
        "academic_year": ("2569",),
        "tag": tuple(KnowledgeTag.objects.order_by("pk").values_list("slug", flat=True)),
        "work_group": (str(WorkGroup.objects.get(number=2).pk),),
    }


def test_what_is_read_for_a_filter_is_searched_in_both_languages_and_a_year_with_its_name(process):
    [document] = read([process.pk]).documents
    assert {"คณิตศาสตร์", "Mathematics", "ดอกคูน", "เชิงรุก", "ต้นแบบ", "ปีการศึกษา 2569"} <= set(document.labels)


def test_labels_are_in_the_language_of_today_and_in_their_order(process):
    facets = {facet.name: facet for facet in all_facets()}
    with override("en"):
        labels = facets["learning_area"].labels_of(["ma", "th", "gone"])
        assert list(labels) == ["th", "ma"] and labels["ma"] == "Mathematics"
    with override("th"):
        assert list(facets["level"].labels_of(["m1", "early", "p3"])) == ["early", "p3", "m1"]
        assert list(facets["academic_year"].labels_of(["2567", "2569"])) == ["2569", "2567"]
        assert facets["kind"].labels_of(["process", "gone"]) == {"process": "กระบวนงาน"}
        numbers = [str(group.pk) for group in WorkGroup.objects.order_by("-number")]
        assert list(facets["work_group"].labels_of([*numbers, "x", "²"])) == numbers[::-1]


def test_every_filter_stands_once_and_in_its_order():
    names = [facet.name for facet in all_facets()]
    own = ["kind", "learning_area", "school_network", "school", "work_group", "level", "academic_year", "tag"]
    assert [name for name in names if name in own] == own
    assert len(names) == len(set(names)), "each once, though notices bring schools and networks too"


def test_schools_bring_their_networks_beside_those_named_directly(home):
    shelf = factories.make_page(home, NoticeIndexPage, "ประกาศ")
    schools = [
        factories.make_school(),
        factories.make_school("9902010002", "โรงเรียนบ้านสอง"),
        factories.make_school("9902010003", "โรงเรียนบ้านสาม", "ภูผา"),
    ]
    notice = factories.make_page(shelf, NoticePage, "ประชุม", posted_on="2026-11-20", schools=schools)
    SchoolNetworkTag.objects.create(tag=factories.make_network("ดอกคูน"), content_object=notice)
    [document] = read([notice.pk]).documents
    assert set(document.facets["school"]) == {school.code for school in schools}
    networks = [factories.make_network(name).slug for name in ("ดอกคูน", "ห้วยคราม", "ภูผา")]
    assert sorted(document.facets["school_network"]) == sorted(networks)


def test_many_pages_cost_as_many_queries_as_one(process, manual):
    pages = [process, *(factories.make_process(manual, title=f"งาน {number}") for number in range(5))]
    counts = []
    for some in (pages[:1], pages):
        with CaptureQueriesContext(connection) as queries:
            facets_of(WorkProcessPage.objects.filter(pk__in=[page.pk for page in some]), own_facets())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def source_with(*facets):
    return lambda self: [PageSource("odd", ManualChapterPage, facets=facets)]


def nothing(_some):
    return {}


def test_a_filter_that_another_one_claimed_stops_the_start(monkeypatch):
    plugin = apps.get_app_config("notices")
    for facet, expected in (
        (PageFacet("tag", "Tag", nothing, nothing), ["search.E001"]),
        (PageFacet("tag", "Tag", nothing, tag_labels), []),
        (PageFacet("work_group", "Group", nothing, nothing), ["search.E001"]),
        (PageFacet("page", "Page", nothing, nothing), ["search.E002"]),
        (PageFacet("กลุ่ม", "Group", nothing, nothing), ["search.E002"]),
        (PageFacet("subject", "Subject", nothing, nothing), []),
    ):
        monkeypatch.setattr(type(plugin), "search_sources", source_with(facet))
        messages = check_facets()
        assert [message.id for message in messages] == expected
        assert all(message.hint and message.obj is plugin for message in messages)


def test_the_filters_of_this_project_have_nothing_to_complain_about():
    assert check_facets() == []
