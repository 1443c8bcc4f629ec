"""A guest's link opens one work, until a day, and for nobody whose work it is."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from innovations.models import Invitation, ReviewState, Score
from tests.factories import make_document

from .conftest import give
from .test_scores import filled


@pytest.fixture
def invitation(scored, supervisor):
    return Invitation.objects.create(
        state=scored,
        name="ผศ.ดร.ใจดี",
        email="guest@example.org",
        invited_by=supervisor,
        expires_at=timezone.now() + timedelta(days=14),
    )


def test_a_guest_reads_and_scores_without_an_account_and_ends_the_step_as_the_last(client, scored, members, invitation):
    for member in members[:2]:
        give(scored, user=member)
    address = invitation.get_absolute_url()
    seen = client.get(address)
    assert seen.status_code == 200 and "ปิติ" not in seen.content.decode()
    assert "noindex" in seen["X-Robots-Tag"] and "no-store" in seen["Cache-Control"]
    data = filled(scored, action="score", has_no_interest="on")
    thanks = client.post(address, data, follow=True)
    assert "75.00" in thanks.content.decode()
    scored.refresh_from_db()
    assert scored.status == ReviewState.STATUS_APPROVED and scored.finished_by is None
    assert scored.work.live
    assert client.post(address, data).status_code == 200 and Score.objects.filter(invitation=invitation).count() == 1


@pytest.mark.parametrize("change", ["expired", "revoked", "over"])
def test_a_link_that_ended_opens_nothing(client, scored, members, invitation, change):
    if change == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif change == "revoked":
        Invitation.objects.update(revoked_at=timezone.now())
    else:
        for member in members:
            give(scored, user=member)
    address = invitation.get_absolute_url()
    assert client.get(address).status_code == 410
    assert client.post(address, filled(scored, action="score", has_no_interest="on")).status_code == 410
    assert not Score.objects.filter(invitation=invitation).exists()


def test_a_changed_or_invented_token_is_not_found(client, invitation):
    token = invitation.token
    others = (
        token[:-2],
        f"x{token}",
        str(invitation.pk),
        signing.dumps(invitation.pk),
        signing.dumps(invitation.pk + 1),
    )
    for other in others:
        assert client.get(reverse("guest_review", args=[other])).status_code == 404


def test_the_link_gives_the_files_of_that_work_only(client, scored, invitation):
    ours, foreign = make_document("แบบสังเกต", b"observed"), make_document("อื่น")
    work = scored.revision.as_object()
    work.attachments.create(document=ours)
    scored.revision.content = work.serializable_data()
    scored.revision.save()
    address = reverse("guest_file", args=[invitation.token, "document", ours.pk])
    assert b"".join(client.get(address).streaming_content) == b"observed"
    assert client.get(reverse("guest_file", args=[invitation.token, "document", foreign.pk])).status_code == 404
    Invitation.objects.update(revoked_at=timezone.now())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("who", ["teacher", "coauthor"])
def test_owner_and_authors_find_nothing_behind_anybodys_link(client, invitation, who, request):
    client.force_login(request.getfixturevalue(who))
    assert client.get(invitation.get_absolute_url()).status_code == 404
    Invitation.objects.update(email=f"{who}@example.org")
    client.logout()
    assert client.get(invitation.get_absolute_url()).status_code == 404


def test_a_supervisor_invites_and_revokes_and_authors_are_no_guests(client, scored, supervisor, mailoutbox):
    client.force_login(supervisor)
    address = reverse("review_guests", args=[scored.pk])
    refused = client.post(address, {"name": "มานี", "email": "Teacher@example.org", "days": 7})
    assert refused.status_code == 422 and not Invitation.objects.exists()
    client.post(address, {"name": "ผศ.ดร.ใจดี", "email": "guest@example.org", "days": 7})
    invitation = Invitation.objects.get()
    assert invitation.is_valid and invitation.invited_by == supervisor
    assert client.post(address, {"name": "อีกครั้ง", "email": "guest@example.org", "days": 7}).status_code == 422
    client.post(reverse("revoke_guest", args=[scored.pk, invitation.pk]))
    assert not Invitation.objects.get().is_valid


def test_a_member_of_the_committee_invites_nobody(client, scored, members):
    client.force_login(members[0])
    assert client.get(reverse("review_guests", args=[scored.pk])).status_code == 404
    assert client.post(reverse("revoke_guest", args=[scored.pk, 1])).status_code == 404


def test_who_asks_too_often_is_told_to_wait(client, invitation, settings):
    settings.RATELIMIT_ENABLE = True
    codes = {client.get(reverse("guest_review", args=["x"]), REMOTE_ADDR="192.0.2.9").status_code for _ in range(130)}
    assert 429 in codes
