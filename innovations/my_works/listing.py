"""The cards of the list: each work with where it is, how far it is, and how often it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innovations.models import WorkPage
from portal.content.models import PageReach

from .glance import Glance, glances_at
from .history import Stop, comments_on, tracks_of
from .kinds import Kind, kind_of
from .progress import Part, missing_parts, parts_of
from .states import Standing, standings_of

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Card:
    """One work of the list; `work` is the draft, `page` what is stored of it."""

    page: WorkPage
    work: Glance
    kind: Kind
    standing: Standing
    parts: list[Part]
    comments: str
    track: list[Stop]
    reach: PageReach | None

    @property
    def filled(self) -> int:
        """Parts that are complete."""
        return sum(part.state == "on" for part in self.parts)

    @property
    def missing(self) -> list[Part]:
        """Parts in which something is needed."""
        return missing_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Cards:
    """The list in three: what waits for the contributor, what is being read, what is out."""

    to_do: list[Card]
    in_review: list[Card]
    out: list[Card]


def cards_of(works: Iterable[WorkPage]) -> Cards:
    """The cards of some works, in a fixed number of queries."""
    order = [work.pk for work in works]
    found = {page.pk: page for page in WorkPage.objects.filter(pk__in=order).specific()}
    pages = [found[pk] for pk in order]
    standings, drafts = standings_of(pages), glances_at(pages)
    tracks = dict(zip(standings, tracks_of(standings.values()), strict=True))
    reaches = {reach.page_id: reach for reach in PageReach.objects.filter(page__in=[page.pk for page in pages])}
    cards = [
        Card(
            page=page,
            work=drafts[page.pk],
            kind=kind_of(page),
            standing=standings[page.pk],
            parts=parts_of(drafts[page.pk]),
            comments=comments_on(standings[page.pk]),
            track=tracks[page.pk],
            reach=reaches.get(page.pk),
        )
        for page in pages
    ]
    return Cards(
        to_do=[card for card in cards if card.standing.waits_for_contributor],
        in_review=[card for card in cards if card.standing.key == "review"],
        out=[
            card
            for card in cards
            if card.standing.key in ("published", "withdrawn") and not card.standing.waits_for_contributor
        ],
    )


def shared_with(user: User) -> list[WorkPage]:
    """Published works of which the user is an author, and somebody else the contributor."""
    works = WorkPage.objects.filter(authors__person__user=user).exclude(owner=user)
    return list(works.readable().distinct().order_by("-first_published_at")[:50])
