"""What every public page asks of the database when it is made: pinned, and the same however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from innovations.models import BestPracticePage, ResearchPage
from manuals.models import ManualChapterPage, ProcessStep
from portal.content.models import LearningArea, PageAuthor, PageSchool, School, SchoolNetwork
from tests import factories
from tests.browser.content import make_content
from tests.innovations.making import make_person, make_work

# A page that needs more has to say why; one that needs fewer may lower its number.
MOST = {
    "home": 38,
    "results": 25,
    "filtered results": 15,
    "corrected results": 26,
    "too narrow filters": 25,
    "nothing found": 27,
    "no question": 18,
    "not found": 8,
    "glossary": 6,
    "term": 8,
    "laws": 6,
    "law": 8,
    "forms": 8,
    "form": 10,
    "handbook": 5,
    "guide": 5,
    "interface for programs": 5,
    "reading settings": 5,
    "offline": 5,
    "privacy": 6,
    "accessibility": 5,
    "manuals": 12,
    "manual": 20,
    "whole manual": 29,
    "chapter": 22,
    "process": 31,
    "chart": 23,
    "best practices": 24,
    "best practice": 40,
    "innovation": 32,
    "research": 32,
    "people": 12,
    "areas": 9,
    "area": 18,
    "networks": 9,
    "network": 22,
    "schools": 10,
    "school": 26,
    "person": 18,
    "feeds": 7,
    "overview": 13,
    "subscribe": 7,
    "feedback": 8,
    "used in class": 10,
    "sign in": 5,
}


def _asked(client, addresses) -> dict[str, int]:
    counts = {}
    for name, path in addresses.items():
        client.get(path)  # pictures are cut, types and sites are remembered
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code in (200, 404), path
        counts[name] = len(queries)
    return counts


def _add_more(home, start: int) -> None:
    """Of everything that a list could ask for one by one."""
    network = SchoolNetwork.objects.first()
    areas = list(LearningArea.objects.all()[:2])
    manual = ManualChapterPage.objects.first().get_parent()
    for number in range(start, start + 3):
        factories.make_term(f"คำที่ {number}", "ความหมายของคำ")
        factories.make_law(f"กฎหมายที่ {number}", year=2550)
        factories.make_form(f"แบบที่ {number}", code=f"บ {number}")
        school = School.objects.create(code=f"99020200{number:02}", name=f"โรงเรียนที่ {number}", network=network)
        person = make_person(f"ครู{number}", "ใจดี", school=school)
        for kind in (BestPracticePage, ResearchPage):
            rows = {"authors": [PageAuthor(person=person)], "page_schools": [PageSchool(school=school)]}
            work = make_work(home, kind, f"ผลงานที่ {number} ของคู่มือ", **rows)
            work.learning_areas.set(areas)
            work.save_revision().publish()
        steps = [ProcessStep(action="ตรวจ", actor="ศึกษานิเทศก์"), ProcessStep(action="ส่ง", actor="โรงเรียน")]
        factories.make_process(manual, title=f"กระบวนงานที่ {number} ของคู่มือ", steps=steps)
        factories.make_page(manual, ManualChapterPage, f"บทที่ {number} ของคู่มือ")


@pytest.fixture
def addresses(home, search_index):
    """A portal with some of everything, found by its search."""
    made = make_content(home)
    _add_more(home, 0)
    search_index.catch_up()
    return made


def test_no_page_asks_more_than_it_did_and_none_asks_more_where_there_is_more(client, home, search_index, addresses):
    few = _asked(client, addresses)
    _add_more(home, 10)
    search_index.catch_up()
    many = _asked(client, addresses)
    grown = {name: (few[name], many[name]) for name in few if many[name] > few[name]}
    assert not grown, f"asks more where there is more: {grown}"
    more = {name: count for name, count in few.items() if count > MOST.get(name, 0)}
    assert not more, f"asks more than it did: {more}"
