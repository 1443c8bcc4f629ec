"""Pages that are put together from kept parts are what they would be without, for everybody."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search import log_later
from search.models import SearchedQuery
from tests.browser.content import make_content
from tests.factories import make_admin, make_law, make_private


def _queries(client, path) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def test_every_page_is_the_same_from_parts_as_it_was_made(put_together, settings, home, search_index):
    addresses = make_content(home)
    search_index.catch_up()
    settings.PAGE_PARTS_MEGABYTES = 0
    made = {path: put_together.get(path) for path in addresses.values()}
    settings.PAGE_PARTS_MEGABYTES = 8
    for name, path in addresses.items():
        for _first_kept_then_shown in range(2):
            shown = put_together.get(path)
            if b"csrfmiddlewaretoken" not in shown.content:
                assert shown.content.split() == made[path].content.split(), name
                assert shown["Content-Security-Policy"] == made[path]["Content-Security-Policy"], name


def test_who_is_signed_in_shares_the_parts_and_has_a_frame_of_their_own(put_together, process):
    signed_in = Client()
    signed_in.force_login(make_admin())
    made = _queries(signed_in, process.url)
    assert _queries(signed_in, process.url) < made - 10
    own, public = (one.get(process.url).content.decode() for one in (signed_in, put_together))
    assert reverse("sign_out") in own and reverse("sign_out") not in public
    assert reverse("sign_in") in public
    assert reverse("sign_out") in signed_in.get(process.url).content.decode()


def test_parts_of_a_private_page_reach_nobody_who_may_not_read_it(put_together, process):
    make_private(process.get_parent())
    signed_in = Client()
    signed_in.force_login(make_admin())
    for _twice in range(2):
        assert signed_in.get(process.url).status_code == 200
        assert put_together.get(process.url).status_code == 302


def test_parts_are_made_anew_after_a_change(put_together, process):
    for title in ("การนิเทศภายใน", "การนิเทศทางไกล"):
        put_together.get(process.url)
        process.title = title
        process.save_revision().publish()
        assert title in put_together.get(process.url).content.decode()


def test_a_draft_in_preview_is_put_together_from_nothing(put_together, process):
    put_together.get(process.url)
    process.title = "ฉบับร่าง"
    request = process.make_preview_request()
    assert "ฉบับร่าง" in request.content.decode()


@pytest.mark.parametrize("keeps", ["PAGE_CACHE_MEGABYTES", "PAGE_PARTS_MEGABYTES"])
def test_a_question_is_counted_each_time_though_it_is_answered_from_memory(put_together, settings, keeps):
    settings.PAGE_CACHE_MEGABYTES = settings.PAGE_PARTS_MEGABYTES = 0
    setattr(settings, keeps, 8)
    make_law()
    for _reader in range(3):
        put_together.get("/search/?q=การนิเทศ", headers={"user-agent": "Mozilla/5.0 Firefox"})
    put_together.get("/search/?q=การนิเทศ", headers={"user-agent": "Googlebot"})
    log_later.write()
    assert SearchedQuery.objects.get().asked == 3


def test_a_page_that_is_missing_says_where_it_was_looked_for_and_shares_the_rest(put_together):
    first = put_together.get("/no-such-page/").content.decode()
    second = put_together.get("/nor-this-one/").content.decode()
    assert "next=%2Fno-such-page%2F" in first
    assert "next=%2Fnor-this-one%2F" in second and "no-such-page" not in second
