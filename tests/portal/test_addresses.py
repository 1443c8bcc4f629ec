"""Addresses outside the page tree: health, robots, sitemap, language."""

import pytest
from django.db import DatabaseError
from django.test import Client

from search.backends.embedded import EmbeddedBackend

pytestmark = pytest.mark.django_db


def test_healthz_answers_without_touching_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").json() == {"status": "ok"}


def test_readyz_says_that_database_and_search_answer(client, search_index):
    assert client.get("/readyz").json() == {"status": "ok", "database": "ok", "search": "ok"}


def test_readyz_names_what_is_down_and_no_more(client, monkeypatch):
    def fail(self):
        raise DatabaseError("password=secret host=db.internal")

    monkeypatch.setattr(EmbeddedBackend, "check", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "ok", "search": "down"}


def test_robots_keeps_robots_out_of_the_admin_and_points_to_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_portal_is_thai_first_whatever_the_browser_prefers(home):
    response = Client(headers={"accept-language": "en-US,en;q=0.9"}).get("/")
    assert response.headers["Content-Language"] == "th"
    assert '<html lang="th"' in response.content.decode()


def test_a_visitor_switches_the_language_and_comes_back_to_the_page(client, home):
    response = client.get("/language/en/?next=/glossary/")
    assert response.status_code == 302 and response.url == "/glossary/"
    assert '<html lang="en"' in client.get("/").content.decode()
    client.get("/language/th/?next=/")
    assert '<html lang="th"' in client.get("/").content.decode()


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_language_switch_leads_nowhere_else(client, target):
    assert client.get("/language/en/", {"next": target}).url == "/"


def test_an_unknown_language_changes_nothing(client):
    response = client.get("/language/xx/?next=/")
    assert response.status_code == 302 and not response.cookies
