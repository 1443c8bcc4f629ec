"""The pages of learning areas, networks, schools and people: what is there, and nothing that not everybody may read."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html
from wagtail.models import Page

from innovations.models import BestPracticePage
from portal.content.models import LearningArea, PageAuthor, Person, School, SchoolNetwork
from portal.content.models.vocabulary import sort_text
from tests.factories import make_network, make_private, make_process, make_school

from .making import make_person, make_work

pytestmark = pytest.mark.django_db


def shelves(school, person) -> list[str]:
    """The addresses of everything that a work of theirs stands on."""
    area = LearningArea.objects.get(code="th")
    return [one.get_absolute_url() for one in (area, school.network, school, person)]


@pytest.fixture
def school(home):
    return make_school()


@pytest.fixture
def person(school):
    return make_person(school=school)


def test_a_work_stands_on_the_page_of_its_area_network_school_and_author(client, home, school, person):
    work = make_work(home, school=school, person=person, uses=12)
    for address in shelves(school, person):
        page = client.get(address).content.decode()
        assert f'href="{work.get_url()}"' in page
        assert re.search(r"(best practice|วิธีปฏิบัติที่เป็นเลิศ)</(a|span)><span class=\"n\">1<", page), address


def test_counts_lead_to_the_search_for_the_same_pages(client, home, school):
    make_work(home, school=school)
    page = client.get(school.network.get_absolute_url()).content.decode()
    assert f"/search/?school_network={school.network.slug}&amp;kind=best_practice" in page


def test_what_not_everybody_may_read_is_nowhere(client, home, school, person):
    make_work(home, "ฉบับร่าง", school=school, person=person, live=False)
    make_private(make_work(home, "เรื่องเฉพาะสมาชิก", school=school, person=person))
    withdrawn = make_work(home, "เรื่องที่ถอนแล้ว", school=school, person=person)
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    *places, author = shelves(school, person)
    for address in (*places, "/areas/", "/networks/", "/schools/", "/people/", "/feeds/atom.xml", "/feeds/rss.xml"):
        page = client.get(address).content.decode()
        assert not re.search("ฉบับร่าง|เรื่องเฉพาะสมาชิก|เรื่องที่ถอนแล้ว|สมหญิง", page), address
    assert client.get(author).status_code == 404
    assert client.get(f"/feeds{author}atom.xml").status_code == 404


def test_an_empty_network_says_so_and_shows_its_schools(client, home, school):
    response = client.get(school.network.get_absolute_url())
    assert response.status_code == 200
    assert school.name in response.content.decode()
    assert client.get(make_network("โนนฝ้ายงาม").get_absolute_url()).status_code == 200


def test_a_page_that_names_a_network_and_comes_from_its_school_counts_once(client, home, school):
    work = make_work(home, school=school)
    work.school_networks.set(SchoolNetwork.objects.all())
    work.save_revision().publish()
    (counted,) = client.get("/networks/").context["networks"]
    assert (counted.count, counted.schools) == (1, 1)


def test_a_person_has_position_and_school_but_no_address(client, home, school, admin):
    person = make_person(prefix="นาง", position="ครูชำนาญการพิเศษ", school=school, user=admin)
    make_work(home, person=person)
    page = client.get(person.get_absolute_url()).content.decode()
    assert "นางสมหญิง" in page and "ครูชำนาญการพิเศษ" in page and school.name in page
    assert admin.email not in page and admin.username not in re.sub("/admin/", "", page)


def test_what_machines_read_of_a_person_is_what_the_page_shows(client, home, school, admin):
    person = make_person("สม<b>หญิง", prefix="นาง", position="ครู", school=school, user=admin)
    make_work(home, person=person)
    page = html.fromstring(client.get(person.get_absolute_url()).content.decode())
    (linked,) = page.xpath("//script[@type='application/ld+json']/text()")
    about = json.loads(linked)["mainEntity"]
    assert (about["name"], about["jobTitle"], about["affiliation"]["name"]) == (str(person), "ครู", school.name)
    assert admin.email not in linked and "<b>" not in linked
    assert page.xpath("//meta[@property='og:title']/@content") == [str(person)]
    assert page.xpath("//meta[@property='og:type']/@content") == ["profile"]


def test_the_most_used_stand_first_and_the_unused_not_at_all(client, home):
    for title, uses in (("ไม่มีใครใช้", 0), ("ใช้บ้าง", 3), ("ใช้มาก", 40)):
        make_work(home, title, uses=uses)
    used = client.get("/areas/th/").context["most_used"]
    assert [entry.title for entry in used] == ["ใช้มาก", "ใช้บ้าง"]


@pytest.mark.parametrize("address", ["/areas/xx/", "/networks/nowhere/", "/schools/123/", "/people/nobody/"])
def test_what_is_not_in_the_registers_is_not_found(client, home, address):
    assert client.get(address).status_code == 404


def test_pages_cost_the_same_for_one_work_and_for_many(client, home, school, person, django_assert_max_num_queries):
    make_work(home, school=school, person=person, uses=1)
    lists = ["/", "/areas/", "/networks/", "/schools/", "/people/", "/feeds/", "/subscribe/", "/sitemap.xml"]
    addresses = [*shelves(school, person), *lists, "/feeds/atom.xml", f"/feeds{school.get_absolute_url()}rss.xml"]
    costs = {}
    for address in addresses:
        client.get(address)  # content types and site roots are known from then on
        with django_assert_max_num_queries(60) as one:
            client.get(address)
        costs[address] = len(one)
    make_many_schools_and_people(school, BestPracticePage.objects.get())
    for number in range(8):
        other = make_school(f"990201001{number}", f"โรงเรียนที่ {number}", f"เครือข่าย {number}")
        for where in (school, other):
            author = make_person(f"ครู{number}", school=where)
            make_work(home, f"เรื่องที่ {number}", school=where, person=author, uses=number)
            make_work(home, f"อีกเรื่องที่ {number}", school=where, person=person)
    costs["/people/"] += 1  # on which page each letter begins, once there are several
    for address in addresses:
        with django_assert_max_num_queries(costs[address]):
            assert client.get(address).status_code == 200


def test_of_two_thousand_schools_one_is_found_by_a_piece_of_its_name_code_or_network(client, home, school):
    make_many_schools_and_people(school)
    first = client.get("/schools/").context
    assert (first["total"], first["results"].pages) == (2001, 21)
    assert 'rel="next"' in client.get("/schools/?page=2").content.decode()
    for asked in ("หนองบัว 1234", "9930001234", f"1234 {school.network.name}"):
        groups = client.get("/schools/", {"q": asked}).context["groups"]
        assert [one.record.code for _network, found in groups for one in found] == ["9930001234"], asked
    nothing = client.get("/schools/", {"q": "<b>ไม่มี"}).content.decode()
    assert 'class="empty"' in nothing and "<b>ไม่มี" not in nothing


def test_of_many_authors_one_is_found_by_name_or_school_and_letters_lead_to_their_page(client, home, school):
    make_many_schools_and_people(school, make_work(home))
    page = client.get("/people/")
    assert dict(page.context["letters"]) == {"ก": 1, "ส": 2}
    assert 'href="?page=2#letter-ส"' in page.content.decode()
    found = client.get("/people/", {"q": f"สมใจ150 {school.name}"}).context["groups"]
    assert [one.record.given_name for _letter, people in found for one in people] == ["สมใจ150"]
    assert not client.get("/people/", {"q": "คนที่ไม่ได้เขียน"}).context["groups"]


def test_an_entry_says_school_year_and_what_it_was_awarded(client, home, school, search_index):
    work = make_work(home, school=school, academic_year=2569, award="รางวัลระดับเขตพื้นที่ ปี 2569")
    search_index.catch_up()
    for address in (school.get_absolute_url(), work.get_parent().url, "/search/?q=อ่านคล่อง"):
        page = client.get(address).content.decode()
        facts = page[page.index('class="meta">', page.index(work.get_url())) :].partition("</p>")[0]
        assert school.get_absolute_url() in facts and "2569" in facts and "รางวัลระดับเขตพื้นที่" in facts, address


def test_a_manual_that_came_with_its_parts_is_new_once_and_a_later_part_by_itself(client, home, manual):
    parts = [make_process(manual, title=f"กระบวนงานที่ {number}") for number in range(4)]
    make_work(home)
    new = client.get("/").context
    titles = [entry.title for entry in new["entries"]]
    assert manual.title in titles and not {part.title for part in parts} & set(titles)
    Page.objects.filter(pk=manual.pk).update(first_published_at=timezone.now() - timedelta(days=9))
    assert parts[3].title in [entry.title for entry in client.get("/").context["entries"]]


def make_many_schools_and_people(school, work=None):
    """Two thousand schools of the same network; with a work, a hundred and sixty authors of it."""
    School.objects.bulk_create(
        School(code=f"{9930000000 + number}", name=f"โรงเรียนบ้านหนองบัว {number}", network=school.network)
        for number in range(2000)
    )
    names = [f"กมล{number}" for number in range(100)] + [f"สมใจ{number}" for number in range(100, 160)]
    people = Person.objects.bulk_create(
        Person(given_name=name, slug=f"author-{place}", sort_text=sort_text(name), school=school)
        for place, name in enumerate(names if work else [])
    )
    PageAuthor.objects.bulk_create(PageAuthor(page=work, person=person) for person in people)


def test_the_home_page_leads_to_areas_and_networks_with_their_counts(client, home, school):
    make_work(home, school=school)
    page = client.get("/").content.decode()
    assert 'class="area a-th" href="/areas/th/"' in page
    assert f'href="{school.network.get_absolute_url()}"' in page
    assert 'href="/feeds/atom.xml"' in page


def test_the_sitemap_names_places_that_have_something(client, home, school, person):
    empty = make_school("9902010002", "โรงเรียนว่าง", "ว่างเปล่า")
    make_work(home, school=school, person=person)
    sitemap = client.get("/sitemap.xml").content.decode()
    for address in (*shelves(school, person), "/areas/", "/people/"):
        assert f"{address}</loc>" in sitemap
    assert empty.get_absolute_url() not in sitemap and empty.network.get_absolute_url() not in sitemap
    assert "/areas/ma/" not in sitemap
