"""Trying links: a few at a time, the longest unchecked first, each site seldom and never twice at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from time import monotonic, sleep
from typing import Final

from django.db.models import F, Q
from django.utils import timezone

from .fetching import Answer, Fetcher
from .models import CheckedLink, Reason, State
from .own import own_answer, own_places, place_of

SECONDS: Final = 15.0  # of a round: other jobs of the timer wait as long
MOST: Final = 30  # links a round
A_SITE: Final = 3  # links of one site a round
PAUSE: Final = 2.0  # seconds between two links of one site
AGAIN: Final = timedelta(days=14)  # what worked
SOON: Final = timedelta(days=1)  # what did not
OWN: Final = 100  # links a round to the portal itself, for which nobody else is asked
OWN_SECONDS: Final = 5.0
TRIES: Final = 2  # of what may come back by itself, before it is called broken
_OLDEST: Final = F("last_checked_at").asc(nulls_first=True)
_AT_ONCE: Final = {Reason.GONE, Reason.CERTIFICATE, Reason.LOOP}


def check_due(fetcher: Fetcher | None = None, pause: float = PAUSE) -> None:
    """Try what is due, as far as the time of a round reaches; first what leads to the portal itself."""
    _check_own()
    fetcher, begun = fetcher or Fetcher(), monotonic()
    last: dict[str, float] = {}
    answers: list[tuple[CheckedLink, Answer]] = []
    for link in _due():
        if monotonic() - begun > SECONDS:
            break
        if link.host in last:
            sleep(max(0.0, pause - (monotonic() - last[link.host])))
        answers.append((link, fetcher.answer(link.url)))
        last[link.host] = monotonic()
    is_online = any(answer.is_reached and answer.reason != Reason.NOT_ALLOWED for _link, answer in answers)
    for link, answer in answers:
        record(link, answer, is_online=is_online)


def check(link: CheckedLink, fetcher: Fetcher | None = None) -> CheckedLink:
    """Try one link now, because somebody asks."""
    is_own = place_of(link.url) in own_places()
    record(link, own_answer(link.url) if is_own else (fetcher or Fetcher()).answer(link.url), is_online=True)
    return link


def record(link: CheckedLink, answer: Answer, *, is_online: bool) -> None:
    """Keep the answer. Without any answer in a round it is the portal's own network that is down: nothing is blamed."""
    now = timezone.now()
    link.last_checked_at, link.status, link.reason = now, answer.status, answer.reason
    if answer.state != State.BROKEN:
        link.state, link.failures, link.first_broken_at = answer.state, 0, None
    elif not answer.is_reached and not is_online:
        link.state = link.state if link.state == State.BROKEN else State.UNCLEAR
    else:
        link.failures += 1
        link.first_broken_at = link.first_broken_at or now
        is_sure = answer.reason in _AT_ONCE or link.failures >= TRIES
        link.state = State.BROKEN if is_sure else State.UNCLEAR
    link.save()


def _check_own() -> None:
    """What was not looked at today: a page may be unpublished on any day."""
    begun, own = monotonic(), own_places()
    is_due = Q(last_checked_at__isnull=True) | Q(last_checked_at__lt=timezone.now() - SOON)
    hosts = {place.rpartition(":")[0] for place in own}
    links = CheckedLink.objects.filter(is_due, target__isnull=True, host__in=hosts)
    for link in [one for one in links.order_by(_OLDEST, "pk") if place_of(one.url) in own][:OWN]:
        if monotonic() - begun > OWN_SECONDS:
            break
        record(link, own_answer(link.url), is_online=True)


def _due() -> Sequence[CheckedLink]:
    """Never checked first, then the longest ago; few of each site, and those not one after the other."""
    now = timezone.now()
    is_due = (
        Q(last_checked_at__isnull=True)
        | Q(last_checked_at__lt=now - AGAIN)
        | Q(last_checked_at__lt=now - SOON, state__in=[State.BROKEN, State.UNCLEAR])
    )
    links = CheckedLink.objects.filter(is_due, target__isnull=True).order_by(_OLDEST, "pk")[: MOST * 10]
    own = own_places()
    rounds: dict[str, int] = {}
    ranked: list[tuple[int, CheckedLink]] = []
    for link in links:
        if place_of(link.url) in own:
            continue
        rounds[link.host] = rounds.get(link.host, 0) + 1
        if rounds[link.host] <= A_SITE:
            ranked.append((rounds[link.host], link))
    return [link for _round, link in sorted(ranked, key=lambda one: one[0])][:MOST]
