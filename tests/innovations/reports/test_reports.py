"""What the office sees of works: what waits for whom, everything as a spreadsheet, the awards of a year."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page, Workflow

from innovations.models import (
    BestPracticeIndexPage,
    BestPracticePage,
    InnovationIndexPage,
    InnovationPage,
    PdcaStep,
    RecognitionLevel,
    ReviewState,
    WorkEvidence,
)
from innovations.models.review.setup import COMMITTEE, SUPERVISORS
from innovations.reports.load import loads
from portal.content.models import PageAuthor, PageReach, PageSchool, Person
from portal.statistics.periods import FISCAL, Period
from portal.statistics.yearly import year_report
from tests.factories import make_page, make_school
from tests.innovations.review.conftest import act, give, make_user, send, state_now

REPORTS = "/admin/reports/works/"


@pytest.fixture
def shelf(home):
    assert Workflow.objects.exists()
    return make_page(home, BestPracticeIndexPage, "ผลงานของครู")


@pytest.fixture
def teacher(db):
    return make_user("teacher", first_name="มานี", last_name="ใจดี")


@pytest.fixture
def supervisor(shelf):
    return make_user("supervisor", SUPERVISORS, first_name="สมชาย", last_name="นิเทศดี")


@pytest.fixture
def work(shelf, teacher):
    return make_page(shelf, BestPracticePage, "อ่านคล่องเขียนคล่อง", live=False, owner=teacher)


def rows_of(response):
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def test_a_work_in_review_is_listed_with_step_people_age_and_day(admin_client, work, supervisor, teacher):
    send(work, teacher)
    act(work, supervisor)
    ReviewState.objects.filter(pk=state_now(work).pk).update(
        started_at=timezone.now() - timedelta(days=20), due_at=timezone.now() - timedelta(days=6)
    )
    page = admin_client.get(f"{REPORTS}in-review/").content.decode()
    assert "อ่านคล่องเขียนคล่อง" in page and state_now(work).task.name in page and "20" in page
    [row] = rows_of(admin_client.get(f"{REPORTS}in-review/?export=csv&late=late"))
    assert "20" in row.values() and any("6" in value for value in row.values())
    ReviewState.objects.update(due_at=timezone.now() + timedelta(days=6))
    assert not rows_of(admin_client.get(f"{REPORTS}in-review/?export=csv&late=late"))


def test_nobody_sees_who_reviews_their_own_work(client, work, supervisor, teacher):
    send(work, teacher)
    teacher.groups.add(Group.objects.get(name__in=["ผู้พิจารณา", "Moderators"]))
    client.force_login(teacher)
    page = client.get(f"{REPORTS}in-review/")
    assert page.status_code == 200 and "อ่านคล่องเขียนคล่อง" not in page.content.decode()


def test_the_load_counts_what_waits_and_leaves_out_what_one_has_scored(work, supervisor, teacher):
    member = make_user("member", COMMITTEE)
    other = make_user("other", COMMITTEE)
    send(work, teacher)
    assert {user.username: user.waiting for user in loads()}["supervisor"] == 1
    act(work, supervisor)
    act(work, supervisor)
    assert member in state_now(work).reviewers.all()
    ReviewState.objects.filter(pk=state_now(work).pk).update(due_at=timezone.now() - timedelta(days=1))
    give(state_now(work), user=other)
    load = {user.username: (user.waiting, user.late) for user in loads()}
    assert load["member"] == (1, 1) and load["other"] == (0, 0) and load["supervisor"] == (0, 0)
    done = {user.username: user.done for user in loads()}
    assert done["other"] == 1 and done["supervisor"] >= 1


def test_lists_take_as_many_queries_for_many_works(admin_client, shelf, teacher, supervisor):
    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            response = admin_client.get(address)
            if response.streaming:
                b"".join(response.streaming_content)
        return len(captured)

    addresses = [f"{REPORTS}{name}" for name in ("in-review/", "load/", "all/", "all/?export=csv")]

    def add(number):
        school = make_school(f"99020100{number:02}", f"โรงเรียน {number}")
        work = make_page(
            shelf, BestPracticePage, f"ผลงาน {number}", live=False, owner=teacher,
            authors=[PageAuthor(person=Person.objects.create(given_name=f"ครู {number}", school=school))],
            page_schools=[PageSchool(school=school)], pdca_steps=[PdcaStep(phase="plan", text="วางแผน")],
        )  # fmt: skip
        send(work, teacher)

    for number in range(2):
        add(number)
    for address in addresses:
        queries(address)
    before = [queries(address) for address in addresses]
    for number in range(2, 8):
        add(number)
    assert [queries(address) for address in addresses] == before


def test_all_works_with_all_fields_fit_into_a_spreadsheet_that_calculates_nothing(admin_client, home, shelf, teacher):
    school = make_school()
    person = Person.objects.create(given_name="มานี", family_name="ใจดี", school=school)
    practice = make_page(
        shelf, BestPracticePage, "=HYPERLINK(1)", importance="@ความสำคัญ\x0b", owner=teacher, levels=["p1"],
        authors=[PageAuthor(person=person, role="ผู้คิด")], page_schools=[PageSchool(school=school)],
        evidence=[WorkEvidence(measure="คะแนน", before="10.00", after="25.50", unit="คะแนน")],
        pdca_steps=[PdcaStep(phase="plan", text="วางแผน")],
    )  # fmt: skip
    PageReach.objects.create(page=practice, views=12)
    make_page(make_page(home, InnovationIndexPage, "น"), InnovationPage, "ร่าง", live=False, problem="ปัญหา")
    rows = {list(row.values())[2]: list(row.values()) for row in rows_of(admin_client.get(f"{REPORTS}all/?export=csv"))}
    values = rows["'=HYPERLINK(1)"]
    for expected in ("มานี ใจดี (ผู้คิด, โรงเรียนบ้านห้วยครามวิทยา)", "โรงเรียนบ้านห้วยครามวิทยา", "ห้วยคราม", "12",
                     "คะแนน: 10 → 25.5 คะแนน", "'@ความสำคัญ"):  # fmt: skip
        assert expected in values
    assert "ปัญหา" in rows["ร่าง"]
    content = b"".join(admin_client.get(f"{REPORTS}all/?export=xlsx").streaming_content)
    cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells) and any(cell.value == "=HYPERLINK(1)" for cell in cells)
    assert len(rows_of(admin_client.get(f"{REPORTS}all/?export=csv&kind=innovationpage"))) == 1


@pytest.mark.parametrize("name", ["in-review/", "load/", "all/", "all/?export=csv", "in-review/results/"])
def test_contributors_and_reviewers_without_the_right_to_publish_see_no_report(client, teacher, name):
    client.force_login(teacher)
    assert client.get(REPORTS + name).status_code == 302


def test_awards_stand_in_the_report_of_the_year(home, shelf):
    level = RecognitionLevel.objects.order_by("-least_percent").first() or RecognitionLevel.objects.create(
        name="ระดับดีเยี่ยม", least_percent=80
    )
    works = (("ก", {"recognition": level}), ("ข", {"award": "รางวัลระดับเขต"}), ("ค", {"recognition": level}))
    for title, fields in works:
        page = make_page(shelf, BestPracticePage, title, live=title != "ค", **fields)
        Page.objects.filter(pk=page.pk).update(first_published_at=datetime(2026, 3, 1, tzinfo=UTC))
    levels, awards = year_report(Period(FISCAL, 2569)).tables[-2:]
    assert {bar.label: bar.total for bar in levels.bars}[level.name] == 1
    assert [(bar.label, bar.notes) for bar in awards.bars] == [("ข", ("รางวัลระดับเขต",))]
