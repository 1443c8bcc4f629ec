"""Guests of a committee are asked anew when a work comes to it once more, as its members are."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from innovations.models import Invitation, ReviewState

from .access import barred_addresses, is_committee
from .letters import invite_guest


def ask_guests_anew(state: ReviewState) -> int:
    """Invite to `state` the guests of the step before it in the same review; how many.

    Not those whose link was taken back or ended before the step did, nor who has become an author."""
    if not is_committee(state):
        return 0
    earlier = ReviewState.objects.filter(workflow_state=state.workflow_state_id, task=state.task_id, pk__lt=state.pk)
    last = earlier.order_by("-pk").first()
    if last is None or last.finished_at is None:
        return 0
    barred = barred_addresses(state)
    guests = last.invitations.filter(revoked_at=None)
    asked = guests.filter(score__submitted_at__isnull=False) | guests.filter(expires_at__gt=last.finished_at)
    for guest in asked.distinct().annotate(lasted=F("expires_at") - F("created_at")):
        if guest.email.strip().lower() not in barred:
            until = timezone.now() + guest.lasted
            again = Invitation.objects.create(
                state=state, name=guest.name, email=guest.email, invited_by=guest.invited_by, expires_at=until
            )
            invite_guest(again, is_anew=True)
    return state.invitations.count()
