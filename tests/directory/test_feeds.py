"""Feeds of everything and of each shelf: well-formed, newest first, known again when a page moves."""

import pytest
from lxml import etree

from innovations.models import BestPracticePage
from tests.factories import make_school

from .making import make_person, make_work

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(client, address: str):
    """The feed as XML."""
    response = client.get(address)
    assert response.status_code == 200, address
    return etree.fromstring(response.content)


def test_every_shelf_has_an_atom_and_an_rss_feed_that_its_page_names(client, home):
    school = make_school()
    person = make_person(school=school)
    work = make_work(home, "การอ่าน <b>คล่อง</b> & เขียน", school=school, person=person)
    for place in (
        "/areas/th/",
        school.network.get_absolute_url(),
        school.get_absolute_url(),
        person.get_absolute_url(),
    ):
        page = client.get(place).content.decode()
        for form in ("atom", "rss"):
            address = f"/feeds{place}{form}.xml"
            assert f'href="{address}"' in page
            assert work.title in (read(client, address).xpath("string()"))


def test_an_entry_says_who_wrote_what_kind_of_page(client, home):
    make_work(home, person=make_person(prefix="นาง"), summary="ฝึกวันละ 20 นาที")
    entry = read(client, "/feeds/kinds/best_practice/atom.xml").find("a:entry", ATOM)
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == "นางสมหญิง ใจงาม"
    assert entry.findtext("a:summary", namespaces=ATOM) == "ฝึกวันละ 20 นาที"
    assert entry.find("a:category", ATOM).get("term") == str(BestPracticePage._meta.verbose_name)
    assert entry.find("a:link", ATOM).get("href").startswith("http://")


def test_a_page_that_moves_is_not_news_again(client, home):
    work = make_work(home)
    before = read(client, "/feeds/atom.xml").findtext("a:entry/a:id", namespaces=ATOM)
    work.slug = "another"
    work.save_revision().publish()
    after = read(client, "/feeds/atom.xml").find("a:entry", ATOM)
    assert after.findtext("a:id", namespaces=ATOM) == before
    assert after.find("a:link", ATOM).get("href").endswith("/another/")


@pytest.mark.parametrize("address", ["kinds/nothing", "areas/xx", "people/nobody", "planets/mars"])
def test_what_does_not_exist_has_no_feed(client, home, address):
    assert client.get(f"/feeds/{address}/atom.xml").status_code == 404


def test_the_list_of_feeds_names_only_feeds_that_answer(client, home):
    make_school()
    page = etree.HTML(client.get("/feeds/").content)
    addresses = {link for link in page.xpath("//main//a/@href") if link.endswith(".xml")}
    assert len(addresses) > 20
    assert all(client.get(address).status_code == 200 for address in addresses)
