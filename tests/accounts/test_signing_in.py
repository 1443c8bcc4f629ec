"""Signing in and out, and passwords, for people without access to the admin."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.urls import reverse
from post_office.models import Email

PASSWORD = "คำลับยาวพอสมควร"
NEW = "อีกคำหนึ่งที่ยาวพอ"


@pytest.fixture
def teacher(db):
    return get_user_model().objects.create_user("pimjai", "Pimjai@school.example", PASSWORD)


def sign_in(client, username="pimjai", password=PASSWORD, **data):
    return client.post(reverse("sign_in"), {"username": username, "password": password, **data})


def link_in_letter() -> str:
    return re.search(r"https?://[^/]+(/\S+)", Email.objects.get().message)[1]


@pytest.mark.parametrize("name", ["pimjai", "pimjai@SCHOOL.example"])
def test_user_name_and_address_both_open_the_door(client, teacher, name):
    assert sign_in(client, name)["Location"] == "/"
    assert client.session["_auth_user_id"] == str(teacher.pk)


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [("/search/", "/search/"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("javascript:alert(1)", "/")],
)
def test_next_leads_nowhere_but_here(client, teacher, wanted, leads_to):
    assert sign_in(client, next=wanted)["Location"] == leads_to


def test_many_wrong_passwords_lock_the_public_sign_in_too(client, teacher, settings):
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, password="wrong")
    assert answer.status_code == 429
    assert sign_in(client).status_code == 429


def test_signing_out_asks_first(client, teacher, home):
    client.force_login(teacher)
    assert client.get(reverse("sign_out")).status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post(reverse("sign_out"))["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_set_anew_once(client, teacher, home):
    client.post(reverse("forgotten_password"), {"email": "pimjai@school.example"})
    link = link_in_letter()
    form = client.get(link, follow=True)
    answer = client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    assert answer["Location"] == "/"
    assert client.session["_auth_user_id"] == str(teacher.pk)
    teacher.refresh_from_db()
    assert teacher.check_password(NEW)
    assert reverse("forgotten_password") in client.get(link).content.decode()


def test_nobody_learns_which_addresses_have_accounts(client, teacher):
    known, unknown = (
        client.post(reverse("forgotten_password"), {"email": email})
        for email in ("pimjai@school.example", "nobody@school.example")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Email.objects.count() == 1


def test_letters_are_not_sent_without_end(client, teacher, settings):
    settings.RATELIMIT_ENABLE = True
    cache.clear()
    answers = [client.post(reverse("forgotten_password"), {"email": teacher.email}).status_code for _ in range(11)]
    assert answers == [302] * 10 + [429]


def test_without_the_right_nobody_enters_the_admin(client, teacher, home):
    client.force_login(teacher)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    page = client.get(reverse("sign_out")).content.decode()
    assert reverse("wagtailadmin_home") not in page
    assert reverse("sign_out") in page
