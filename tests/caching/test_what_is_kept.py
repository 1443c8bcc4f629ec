"""Which answers are kept, for whom, and with which headers."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.browser.content import make_content
from tests.factories import make_admin, make_private

# Forms that belong to one visitor, and a page that leads back to where its visitor was.
NOT_KEPT = {"subscribe", "feedback", "used in class", "sign in", "reading settings"}


def test_every_public_page_is_kept_and_holds_nothing_of_one_visitor(cached, home, search_index, is_kept):
    addresses = make_content(home)
    search_index.catch_up()
    for path in addresses.values():
        cached.get(path)  # sizes of pictures are made, which is a change
    made = {name: cached.get(path) for name, path in addresses.items()}
    forgotten = {name for name, path in addresses.items() if not is_kept(path)}
    assert forgotten == NOT_KEPT
    for name in addresses.keys() - NOT_KEPT:
        html = made[name].content.decode()
        assert made[name]["Cache-Control"].startswith(("public", "no-cache")), name
        assert "nonce" not in made[name]["Content-Security-Policy"] + html, name
        assert 'method="post"' not in html.lower() and "csrfmiddlewaretoken" not in html, name
        assert "<script>" not in html and " style=" not in html and " onclick=" not in html, name
        assert not made[name].cookies, name


def test_the_second_visitor_gets_the_same_bytes_for_one_small_query(cached, process, django_assert_num_queries):
    made = cached.get(process.url)
    with django_assert_num_queries(1):
        kept = cached.get(process.url)
    assert kept.content == made.content and kept["ETag"] == made["ETag"]
    assert kept["Content-Security-Policy"] == made["Content-Security-Policy"]


def test_a_browser_that_has_the_page_is_told_so(cached, process):
    made = cached.get(process.url)
    for header in ({"if-none-match": made["ETag"]}, {"if-modified-since": made["Last-Modified"]}):
        answer = cached.get(process.url, headers=header)
        assert (answer.status_code, answer.content) == (304, b""), header
        assert answer["ETag"] == made["ETag"] and "Cookie" in answer["Vary"]
    assert cached.get(process.url, headers={"if-none-match": '"other"'}).status_code == 200


def test_without_a_cache_the_headers_are_the_same_and_nothing_is_kept(cached, settings, process, is_kept):
    settings.PAGE_CACHE_MEGABYTES = 0
    made = cached.get(process.url)
    assert not is_kept(process.url)
    assert cached.get(process.url, headers={"if-none-match": made["ETag"]}).status_code == 304


def test_who_asks_first_gets_the_page_packed_too(cached, process):
    first = cached.get(process.url, headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip" and int(first["Content-Length"]) == len(first.content)
    assert gzip.decompress(first.content) == cached.get(process.url).content
    assert cached.head(process.url, headers={"accept-encoding": "gzip"})["Content-Length"] == first["Content-Length"]
    again = cached.get(process.url, headers={"accept-encoding": "gzip", "if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_pages_go_packed_to_those_who_can_unpack(cached, process):
    made = cached.get(process.url)
    packed = cached.get(process.url, headers={"accept-encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip" and len(packed.content) < len(made.content) / 2
    assert gzip.decompress(packed.content) == made.content
    assert "Accept-Encoding" in packed["Vary"]
    refused = cached.get(process.url, headers={"accept-encoding": "gzip;q=0"})
    assert refused.content == made.content and "Content-Encoding" not in refused


def test_head_has_the_headers_and_no_body(cached, process):
    made = cached.get(process.url)
    head = cached.head(process.url)
    assert head.content == b"" and head["ETag"] == made["ETag"]
    assert head["Content-Length"] == str(len(made.content))


def test_who_signs_in_is_shown_nothing_kept_and_leaves_nothing(cached, process, is_kept):
    signed_in = Client()
    signed_in.force_login(make_admin())
    own = signed_in.get(process.url)
    assert reverse("sign_out") in own.content.decode() and own["Cache-Control"] == "private, no-cache"
    assert not is_kept(process.url)
    assert reverse("sign_out") not in cached.get(process.url).content.decode()
    assert reverse("sign_out") in signed_in.get(process.url).content.decode()


def test_a_private_page_is_never_kept(cached, process, is_kept):
    make_private(process.get_parent())
    cached.get(process.url)
    assert not is_kept(process.url)


@pytest.mark.parametrize("cookie", [("django_language", "en"), ("reading_digits", "thai"), ("reading_theme", "dark")])
def test_what_a_visitor_chose_has_pages_of_its_own(cached, process, cookie):
    plain = cached.get(process.url).content
    chooser = Client()
    chooser.cookies[cookie[0]] = cookie[1]
    chosen = chooser.get(process.url).content
    cached.cookies[cookie[0]] = cookie[1]
    assert cached.get(process.url).content == chosen != plain
    del cached.cookies[cookie[0]]
    assert cached.get(process.url).content == plain


def test_hosts_do_not_share_pages(cached, home):
    here = cached.get("/glossary/", headers={"host": "localhost"}).content
    there = cached.get("/glossary/", headers={"host": "127.0.0.1"}).content
    assert b'href="http://localhost/' in here and b"http://localhost/" not in there
    for _twice in range(2):
        assert cached.get("/glossary/", headers={"host": "evil.example"}).status_code == 400


def test_odd_addresses_are_answered_and_not_kept(cached, home, is_kept):
    for path in ("/?x=1", "/search/?q=a&x=1", "/?" + "a" * 4000, "/search/?q=" + "ก" * 2000):
        assert cached.get(path).status_code == 200
        assert not is_kept(path), path


def test_a_link_from_elsewhere_leads_to_the_kept_page(cached, home, is_kept):
    cached.get("/")
    assert is_kept("/?fbclid=abc&utm_source=line")


def test_a_page_that_asks_for_an_unknown_cookie_is_kept_for_nobody(cached, home, is_kept, monkeypatch):
    from home.models import HomePage

    monkeypatch.setattr(
        HomePage, "serve", lambda self, request: HttpResponse(f"hello {request.COOKIES.get('who', 'you')}")
    )
    cached.get("/")
    assert not is_kept("/")


def test_unknown_cookies_that_nobody_asks_for_do_not_matter(cached, home, is_kept):
    cached.cookies["_ga"] = "GA1.2"
    cached.get("/")
    assert is_kept("/")


def test_the_memory_is_bounded_and_what_is_missing_never_drives_out_pages(cached, process):
    from portal.caching.store import Store

    store = Store[str](1000)
    store.get(1, "page")
    store.put(1, "page", "page", "a page", 70)
    for number in range(500):
        store.put(1, "missing", f"missing {number}", "no page", 10)
    assert store.get(1, "page") == "a page"
    assert store.shelves["missing"].taken <= 100 and len(store.shelves["missing"]) <= 10
    store.put(1, "page", "huge", "too large", 500)
    assert store.get(1, "huge") is None
