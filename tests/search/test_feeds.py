"""Searches leave the page: as a feed, and as a search prepared of the browser."""

from html import unescape

from portal.content.models import OfficeSettings


def test_the_feed_is_of_this_search_the_newest_first_with_whole_addresses(prepared, client):
    response = client.get("/search/feed/?q=นิเทศ&kind=process&page=3", secure=True)
    assert response["Content-Type"].startswith("application/atom+xml")
    assert "<title>งานนิเทศ</title>" in response.text
    assert 'href="https://testserver/manual/supervision/"' in response.text
    assert "<published>2026-11-22T00:00:00+07:00</published>" in response.text
    asked = prepared.asked[-1]
    assert (asked.text, asked.sort, asked.page, asked.chosen) == ("นิเทศ", "date", 1, {"kind": frozenset({"process"})})


def test_readers_that_know_nothing_else_get_rss(prepared, client):
    page = client.get("/search/?q=นิเทศ&kind=process").text
    address = unescape(page.partition('type="application/rss+xml">')[0].rpartition('href="')[2]).rstrip('" ')
    response = client.get(address)
    assert address.startswith("/search/feed/rss/?q=") and response["Content-Type"].startswith("application/rss+xml")
    assert "<title>งานนิเทศ</title>" in response.text and prepared.asked[-1].sort == "date"


def test_browsers_learn_to_search_here(prepared, client):
    assert '<link rel="search" type="application/opensearchdescription+xml"' in client.get("/search/").text
    response = client.get("/search/opensearch.xml", secure=True)
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="https://testserver/search/?q={searchTerms}"' in response.text
    assert 'rel="suggestions" template="https://testserver/api/suggest/opensearch/?q={searchTerms}"' in response.text


def test_the_short_name_for_browsers_is_whole_words_and_short_enough(prepared, client, home):
    office = OfficeSettings.for_site(home.get_site())
    office.portal_name = "คลังความรู้ <งานนิเทศ> ของเขต"
    office.save()
    text = unescape(client.get("/search/opensearch.xml").text)
    short = text.partition("<ShortName>")[2].partition("</ShortName>")[0]
    assert short and len(short) <= 16
    assert office.portal_name.startswith(short)
