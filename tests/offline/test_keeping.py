"""Only what everybody may read may be kept on a device: the server says so in a header, and nowhere else."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def process(home):
    return factories.make_process(factories.make_manual(factories.make_manual_index(home)))


def says_keep(response) -> bool:
    return response.get("X-Offline") == "yes"


def test_public_manual_pages_may_be_kept(client, process):
    manual = process.get_parent().specific
    assert [says_keep(client.get(page.url)) for page in (process, manual)] == [True, True]


def test_nothing_else_may_be_kept(client, process, home):
    others = [home.url, process.get_parent().get_parent().url, "/search/", "/accounts/sign-in/", "/no-such-page/"]
    assert [path for path in others if says_keep(client.get(path))] == []


def test_nothing_is_kept_for_who_is_signed_in(client, admin_user, process):
    client.force_login(admin_user)
    assert not says_keep(client.get(process.url))


@pytest.mark.parametrize("where", ["on the page itself", "above it"])
def test_a_private_page_is_never_kept_not_even_after_its_password(client, process, where):
    page = process if where == "on the page itself" else process.get_parent()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="rahat")
    assert not says_keep(client.get(process.url))

    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()
    answer = client.get(process.url)
    assert answer.status_code == 200 and not says_keep(answer)


def test_withdrawn_expired_and_unpublished_pages_are_never_kept(client, process):
    now = timezone.now()
    for change in (
        {"withdrawn_at": now},
        {"withdrawn_at": None, "expire_at": now - timedelta(days=1)},
        {"live": False},
    ):
        for field, value in change.items():
            setattr(process, field, value)
        process.save()
        assert not says_keep(client.get(process.url))


def test_an_answer_that_sets_a_cookie_is_never_kept(client, process, monkeypatch):
    from django.middleware.csrf import get_token

    serve = type(process).serve

    def with_cookie(page, request, *args, **kwargs):
        get_token(request)  # what any form would do
        return serve(page, request, *args, **kwargs)

    monkeypatch.setattr(type(process), "serve", with_cookie)
    answer = client.get(process.url)
    assert answer.cookies and not says_keep(answer)


def test_the_notice_is_the_same_for_everybody(client, admin_user):
    public = client.get("/offline/").content
    client.force_login(admin_user)
    assert client.get("/offline/").content == public
