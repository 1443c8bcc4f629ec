"""What a visitor chose about reading is kept in cookies of this site, shown by the server, and safe to key pages on."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory

from portal.preferences import Preferences, preferences

pytestmark = pytest.mark.django_db


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def choose(client, name, value, back="/"):
    """Follow the link of the page of choices that a person would follow."""
    page = soup(client.get("/reading/", {"next": back}))
    link = page.select_one(f'.choices a[href^="/reading/{name}/{value}/"]')
    return client.get(link["href"], follow=True)


def test_choices_are_links_shown_as_chosen_and_keep_the_way_back(client, home):
    page = soup(choose(client, "text_size", "larger", back="/glossary/?q=ก"))
    assert page.html["data-text"] == "larger"
    chosen = [urlsplit(link["href"]).path for link in page.select(".choices [aria-current]")]
    assert chosen == [
        "/language/th/",
        "/reading/digits/as-usual/",
        "/reading/text_size/larger/",
        "/reading/theme/as-usual/",
    ]
    assert page.select_one("main .btn[href]")["href"] == "/glossary/?q=ก"


def test_a_theme_is_written_into_the_page_and_can_be_unchosen(client, home):
    choose(client, "theme", "dark")
    page = soup(client.get("/"))
    assert (page.html["data-theme"], page.select_one("meta[name=color-scheme]")["content"]) == ("dark", "dark")
    choose(client, "theme", "as-usual")
    assert not soup(client.get("/")).html.has_attr("data-theme")


def test_every_page_leads_to_the_choices_and_they_lead_back(client, home):
    link = soup(client.get("/glossary/", {"q": "ก"})).select_one('footer a[href^="/reading/"]')
    assert parse_qs(urlsplit(link["href"]).query)["next"] == ["/glossary/?q=%E0%B8%81"]


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_nobody_is_led_away_from_the_site(client, home, elsewhere):
    assert soup(client.get("/reading/", {"next": elsewhere})).select_one("main .btn[href]")["href"] == "/"


def test_what_is_no_choice_is_not_found(client, home):
    assert client.get("/reading/digits/roman/").status_code == 404
    assert client.get("/reading/colour/dark/").status_code == 404


def test_unknown_cookies_count_as_nothing_chosen():
    request = RequestFactory().get("/")
    request.COOKIES = {"reading_digits": "x" * 5000, "reading_theme": "dark", "reading_text_size": ""}
    assert preferences(request) == Preferences(theme="dark")
    assert preferences(request).key == ".normal.dark"
