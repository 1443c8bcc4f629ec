"""A small district: works and processes of several areas, networks, levels and years, in a real index."""

import pytest

from innovations.models import BestPracticeIndexPage, BestPracticePage, InnovationIndexPage, InnovationPage
from portal.content.models import LearningArea, LearningAreaTag, PageSchool, SchoolNetworkTag
from tests import factories


@pytest.fixture
def shelves(home):
    """Where works stand."""
    return {
        InnovationPage: factories.make_page(home, InnovationIndexPage, "นวัตกรรม"),
        BestPracticePage: factories.make_page(home, BestPracticeIndexPage, "วิธีปฏิบัติที่เป็นเลิศ"),
    }


@pytest.fixture
def make_work(shelves):
    """`make_work("title", areas="ma th", network="ห้วยคราม", school=school, **fields)`."""

    def make(title, areas="", network="", school=None, model=InnovationPage, **fields):
        work = factories.make_page(shelves[model], model, title, **fields)
        for code in areas.split():
            LearningAreaTag.objects.create(tag=LearningArea.objects.get(code=code), content_object=work)
        if network:
            SchoolNetworkTag.objects.create(tag=factories.make_network(network), content_object=work)
        if school:
            PageSchool.objects.create(page=work, school=school)
        return work

    return make


@pytest.fixture
def district(search_index, make_work, manual):
    """Five works, a manual with a process; two networks, one of them without a word."""
    school = factories.make_school()
    factories.make_network("ผาเมฆ")
    make_work("ก", "ma th", "ดอกคูน", school, levels=["p1", "p2"], academic_year=2569)
    make_work("ข", "ma", "ห้วยคราม", school, levels=["p1"], academic_year=2569)
    make_work("ค", "sc", "ดอกคูน", levels=["m1"], academic_year=2568, model=BestPracticePage)
    make_work("ง", "th", school=school, academic_year=2567)
    make_work("จ")
    factories.make_process(manual)
    search_index.catch_up()
    return search_index
