"""Trying a link: politely, and never into the office's own network."""

from ipaddress import ip_address

import pytest

from portal.links.fetching import Fetcher
from portal.links.guard import Guard, NoSuchSite, NotAllowed, is_public
from portal.links.models import Reason, State


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("/good", State.GOOD, Reason.NONE),
        ("/moved", State.GOOD, Reason.NONE),
        ("/no-head", State.GOOD, Reason.NONE),
        ("/gone", State.BROKEN, Reason.GONE),
        ("/error", State.BROKEN, Reason.SITE_ERROR),
        ("/loop", State.BROKEN, Reason.LOOP),
        ("/login", State.UNCLEAR, Reason.REFUSED),
        ("/busy", State.UNCLEAR, Reason.REFUSED),
        ("/inside", State.UNCLEAR, Reason.NOT_ALLOWED),
    ],
)
def test_what_an_answer_says_of_a_link(web, fetcher, path, state, reason):
    answer = fetcher.answer(web.url + path)
    assert (answer.state, answer.reason) == (state, reason)


def test_it_asks_for_as_little_as_it_can_and_says_who_asks(web, fetcher, settings):
    fetcher.answer(web.url + "/good")
    [(method, path, agent, host)] = web.asked
    assert (method, path) == ("HEAD", "/good") and host == web.url.removeprefix("http://")
    assert agent.endswith(f"(+{settings.WAGTAILADMIN_BASE_URL})")


def test_a_closed_port_and_an_unknown_name_are_no_answer(web, fetcher):
    web.server_close()
    web.shutdown()
    assert fetcher.answer(web.url + "/good").reason == Reason.NO_ANSWER
    assert Fetcher().answer("https://no-such-site.invalid/").reason == Reason.NO_SITE


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://8.8.8.8:22/",
        "http://user:secret@8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "http://[broken/",
    ],
)
def test_nothing_private_is_opened_however_it_is_written(url):
    answer = Fetcher().answer(url)
    assert (answer.state, answer.reason) == (State.UNCLEAR, Reason.NOT_ALLOWED)
    with pytest.raises(NotAllowed):
        Guard().destination(url)


def test_public_addresses_are_opened():
    assert is_public(ip_address("8.8.8.8")) and is_public(ip_address("2001:4860:4860::8888"))
    assert str(Guard().destination("https://8.8.8.8/path").address) == "8.8.8.8"
    with pytest.raises(NoSuchSite):
        Guard().destination("https://no-such-site.invalid/")
