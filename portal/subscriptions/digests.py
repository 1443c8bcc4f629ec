"""The weekly digest: which pages are new, and a letter to each subscriber whom one of them concerns."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from filelock import FileLock, Timeout

from portal.content.models import LearningAreaTag, PageSchool, SchoolNetworkTag
from portal.directory.entries import Entry, entries, newest_first
from portal.mail.letters import send_letter
from search.reading import readable_pages

from .addresses import absolute, office, site
from .models import Digest, DigestedPage, Subscriber

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WEEKDAY: Final = 0  # Monday
HOUR: Final = 6
FIRST_DAYS: Final = 7  # what the very first digest looks back on
MOST: Final = 30  # pages a letter


@dataclass(frozen=True, slots=True)
class Sent:
    """What a round did; `is_ours` is false where another process was at it."""

    pages: int = 0
    letters: int = 0
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class News:
    """The new pages of a digest, the newest first, and which areas and networks each concerns."""

    shown: Mapping[int, Entry]
    areas: Mapping[int, set[int]]
    networks: Mapping[int, set[int]]

    def of(self, areas: set[int], networks: set[int]) -> list[Entry]:
        """What concerns somebody who follows these."""
        return [
            entry for page, entry in self.shown.items() if self.areas[page] & areas or self.networks[page] & networks
        ]


def send_due(now: datetime | None = None) -> Sent | None:
    """Send the digest of this week unless that was done; None when it is not time."""
    now = now or timezone.now()
    last = Digest.objects.first()
    if last and last.made_at >= _last_monday(now):
        return _finish(last) if Subscriber.objects.filter(_behind(last)).exists() else None
    return send_digests(now)


def send_digests(now: datetime | None = None) -> Sent:
    """Write to every subscriber about what is new since the last time. Run twice, the second finds nothing new.

    What was interrupted is finished first; each page and each letter is sent once."""
    try:
        with FileLock(settings.DATA_DIR / "digests.lock", timeout=0):
            last = Digest.objects.first()
            unfinished = _finish(last) if last else Sent()
            digest = _make_digest(now or timezone.now())
            sent = _finish(digest)
            return Sent(sent.pages, unfinished.letters + sent.letters)
    except Timeout:
        return Sent(is_ours=False)


@transaction.atomic
def _make_digest(now: datetime) -> Digest:
    """Keep which pages are new; the first time all older ones are kept as known."""
    is_first = not Digest.objects.exists()
    digest = Digest.objects.create(made_at=now)
    unknown = readable_pages().exclude(pk__in=DigestedPage.objects.values("page"))
    old = Q(first_published_at__lt=now - timedelta(days=FIRST_DAYS)) if is_first else Q(pk__in=[])
    known = [DigestedPage(page_id=pk) for pk in unknown.filter(old).values_list("pk", flat=True)]
    new = [DigestedPage(page_id=pk, digest=digest) for pk in unknown.exclude(old).values_list("pk", flat=True)]
    DigestedPage.objects.bulk_create([*known, *new], batch_size=500)
    return digest


def _finish(digest: Digest) -> Sent:
    """Write to those who have not had this digest."""
    news = _news(digest)
    letters = 0
    for subscriber in Subscriber.objects.filter(_behind(digest)).prefetch_related("areas", "networks"):
        letters += _tell(subscriber, digest, news)
    Digest.objects.filter(pk=digest.pk).update(letters=digest.letters + letters)
    return Sent(len(news.shown), letters)


def _behind(digest: Digest) -> Q:
    return Q(last_digest=None) | Q(last_digest__made_at__lt=digest.made_at)


@transaction.atomic
def _tell(subscriber: Subscriber, digest: Digest, news: News) -> bool:
    """The letter and the note that it was written are one."""
    if not Subscriber.objects.filter(_behind(digest), pk=subscriber.pk).update(last_digest=digest):
        return False
    areas = {area.pk for area in subscriber.areas.all()}
    networks = {network.pk for network in subscriber.networks.all()}
    if found := news.of(areas, networks):
        _write(subscriber, found)
    return bool(found)


def _news(digest: Digest) -> News:
    """What of the digest every visitor may read at this moment."""
    pages = list(newest_first(readable_pages().filter(pk__in=digest.pages.values("page"))))
    with override("th"):
        shown = dict(zip([page.pk for page in pages], entries(pages, None), strict=True))
    areas, networks = defaultdict(set), defaultdict(set)
    for page, area in LearningAreaTag.objects.filter(content_object__in=pages).values_list("content_object", "tag"):
        areas[page].add(area)
    for page, network in SchoolNetworkTag.objects.filter(content_object__in=pages).values_list("content_object", "tag"):
        networks[page].add(network)
    for page, network in PageSchool.objects.filter(page__in=pages).values_list("page", "school__network"):
        networks[page].add(network)
    return News(shown, areas, networks)


def _write(subscriber: Subscriber, found: Sequence[Entry]) -> None:
    root = site().root_url
    leave = absolute(reverse("subscribe_leave", args=[subscriber.key]))
    ours = office()
    with override("th"):
        context = {
            "entries": found[:MOST],
            "more": max(0, len(found) - MOST),
            "total": len(found),
            "root": root,
            "today": timezone.localdate(),
            "office": ours,
            "leave_url": leave,
            "manage_url": absolute(reverse("subscribe_manage", args=[subscriber.key])),
            "search_url": absolute(reverse("search")),
        }
        text = render_to_string("subscriptions/letters/digest.txt", context)
        html = render_to_string("subscriptions/letters/digest.html", context)
        subject = _("%(total)s new in %(portal)s") % {"total": len(found), "portal": ours.portal_name}
    headers = {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    send_letter(subscriber.email, subject, text, html=html, headers=headers)


def _last_monday(now: datetime) -> datetime:
    """The moment since which this week's digest is due."""
    local = timezone.localtime(now)
    start = (local - timedelta(days=(local.weekday() - WEEKDAY) % 7)).replace(
        hour=HOUR, minute=0, second=0, microsecond=0
    )
    return start if start <= local else start - timedelta(days=7)
