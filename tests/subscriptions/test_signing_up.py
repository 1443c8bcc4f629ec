"""Subscribing: only who can read the letters of an address subscribes it, and nobody learns who is subscribed."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from portal.jobs import brought
from portal.mail.letters import send_waiting
from portal.subscriptions.models import Signup, Subscriber
from tests.factories import make_network

pytestmark = pytest.mark.django_db
FORM = {"email": "Kru@Example.org", "areas": ["th", "ma"], "networks": []}


def link(letter, name: str = "confirm") -> str:
    """The path of a link in a letter."""
    return re.search(rf"https?://[^/]+(/subscribe/{name}/[^\s]+)", letter.body).group(1)


@pytest.fixture
def subscriber(client, home) -> Subscriber:
    """Somebody who confirmed."""
    client.post("/subscribe/", FORM)
    send_waiting()
    client.post(link(mail.outbox.pop()))
    return Subscriber.objects.get()


def test_an_address_is_subscribed_by_a_click_in_the_letter_and_not_before(client, home):
    network = make_network()
    response = client.post("/subscribe/", {**FORM, "networks": [network.slug]}, follow=True)
    assert response.redirect_chain == [("/subscribe/sent/", 302)]
    send_waiting()
    (letter,) = mail.outbox
    assert letter.to == ["kru@example.org"] and "ภาษาไทย" in letter.body and network.name in letter.body
    assert client.get(link(letter)).status_code == 200  # a program that follows links confirms nothing
    assert not Subscriber.objects.exists()
    client.post(link(letter))
    subscriber = Subscriber.objects.get()
    assert {area.code for area in subscriber.areas.all()} == {"th", "ma"}
    assert list(subscriber.networks.all()) == [network]
    assert not Signup.objects.exists()
    assert client.post(link(letter)).status_code == 410


def test_a_link_works_three_days_and_then_the_address_is_forgotten(client, home, monkeypatch):
    client.post("/subscribe/", FORM)
    send_waiting()
    address = link(mail.outbox[0])
    now = __import__("time").time
    monkeypatch.setattr("django.core.signing.time.time", lambda: now() + 3 * 86_400 + 60)
    assert client.post(address).status_code == 410
    Signup.objects.update(created_at=timezone.now() - timedelta(days=3, minutes=1))
    next(job for job in brought() if job.name == "forget unconfirmed subscriptions").run()
    assert not Signup.objects.exists() and not Subscriber.objects.exists()


def test_the_answer_is_the_same_for_who_is_subscribed_and_who_is_not(client, subscriber):
    pages = {}
    for email in (subscriber.email, "nobody@example.org"):
        response = client.post("/subscribe/", {**FORM, "email": email}, follow=True)
        pages[email] = (response.status_code, re.sub(r"nonce-\S+", "", response.content.decode()))
    assert len(set(pages.values())) == 1
    assert subscriber.email not in response.content.decode()


def test_confirming_again_adds_to_what_one_follows(client, subscriber):
    client.post("/subscribe/", {"email": subscriber.email, "areas": ["sc"]})
    send_waiting()
    client.post(link(mail.outbox[-1]))
    assert {area.code for area in subscriber.areas.all()} == {"th", "ma", "sc"}
    assert Subscriber.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"email": "no address"}, {"areas": []}, {"areas": ["xx"]}, {"email": "a@example.org\nBcc: b@example.org"}]
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, home, wrong):
    response = client.post("/subscribe/", {**FORM, **wrong})
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    send_waiting()
    assert not mail.outbox and not Signup.objects.exists()


def test_a_robot_that_fills_in_everything_writes_to_nobody(client, home):
    response = client.post("/subscribe/", {**FORM, "website": "https://spam.example"})
    assert response.status_code == 302
    assert not Signup.objects.exists()


def test_a_strangers_letter_box_is_not_filled(client, home):
    for _ in range(5):
        client.post("/subscribe/", FORM)
    send_waiting()
    assert len(mail.outbox) == 3


def test_one_network_address_may_not_try_many_mail_addresses(client, home, settings):
    settings.RATELIMIT_ENABLE = True
    answers = [client.post("/subscribe/", {**FORM, "email": f"kru{n}@example.org"}).status_code for n in range(12)]
    assert answers == [302] * 10 + [429] * 2


def test_a_subscriber_changes_what_is_followed_by_the_link_of_the_letter(client, subscriber):
    address = f"/subscribe/manage/{subscriber.key}/"
    assert subscriber.email in client.get(address).content.decode()
    assert client.post(address, {"areas": ["sc"]}).status_code == 200
    assert [area.code for area in subscriber.areas.all()] == ["sc"]
    assert client.post(address, {}).status_code == 422
    assert client.get("/subscribe/manage/guessed/").status_code == 410


def test_a_mail_program_leaves_by_itself_and_a_link_alone_does_not(subscriber):
    from django.test import Client

    stranger = Client(enforce_csrf_checks=True)
    address = f"/subscribe/leave/{subscriber.key}/"
    assert stranger.get(address).status_code == 200
    assert Subscriber.objects.exists()
    response = stranger.post(address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200 and not response.cookies
    assert not Subscriber.objects.exists()
    assert stranger.post(address).status_code == stranger.get(address).status_code == 200
