"""How many readable pages stand on each shelf, in a number of queries that does not grow with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Model, Q

from portal.content.models import (
    LearningArea,
    LearningAreaTag,
    PageAuthor,
    PageSchool,
    Person,
    School,
    SchoolNetwork,
    SchoolNetworkTag,
)
from search.reading import readable_pages

from .shelves import Shelf, sources_by_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet
    from django.utils.functional import Promise

    from portal.content.models.page import KnowledgeQuerySet


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many pages of a kind a shelf has; `url` leads to them in the search, where it can."""

    label: str | Promise
    icon: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A record with the number of pages behind it; of a network also how many schools it has."""

    record: Any
    count: int
    schools: int = 0


def by_kind(shelf: Shelf) -> list[KindCount]:
    """The kinds of pages on a shelf, in the order of the plugins."""
    rows = shelf.pages().order_by().values_list("content_type").annotate(n=Count("pk"))
    counts = dict(rows)
    return [
        KindCount(source.label, source.icon, counts[pk], shelf.search_url(kind=source.kind))
        for pk, source in sources_by_type().items()
        if counts.get(pk)
    ]


def areas() -> list[Counted]:
    """All learning areas in the order of the curriculum."""
    counts = _per(LearningAreaTag.objects.all(), "tag", "content_object")
    return _counted(LearningArea.objects.all(), counts)


def networks() -> list[Counted]:
    """All networks in Thai order; a page that names a network and comes from its school counts once."""
    readable = readable_pages().values("pk")
    own = SchoolNetworkTag.objects.filter(content_object__in=readable).values_list("tag_id", "content_object_id")
    through_schools = PageSchool.objects.filter(page__in=readable).values_list("school__network_id", "page_id")
    counts = Counter(network for network, _page in own.order_by().union(through_schools.order_by()))
    return _counted(SchoolNetwork.objects.annotate(school_count=Count("schools")), counts)


def schools(wanted: Iterable[School]) -> list[Counted]:
    """These schools, in their order."""
    shown = list(wanted)
    return _counted(shown, _per(PageSchool.objects.filter(school__in=shown), "school", "page"))


def publishing_schools() -> QuerySet[PageSchool]:
    """The keys of schools from which something comes that every visitor may read."""
    return PageSchool.objects.filter(page__in=readable_pages().values("pk")).values("school")


def people_of(wanted: Iterable[Person]) -> list[Counted]:
    """These people, in their order."""
    shown = list(wanted)
    return _counted(shown, _per(PageAuthor.objects.filter(person__in=shown), "person", "page"))


def published_people() -> QuerySet[Person]:
    """Those who have published something, in Thai order."""
    return Person.objects.filter(pk__in=readable_authors()).select_related("school")


def readable_authors() -> QuerySet[PageAuthor]:
    """The keys of people who wrote something that every visitor may read."""
    return PageAuthor.objects.filter(page__in=readable_pages().values("pk")).values("person")


def authors_of(school: School) -> list[Counted]:
    """People of a school today, or when they published."""
    then = PageAuthor.objects.filter(school=school, page__in=readable_pages().values("pk")).values("person")
    return people_of(published_people().filter(Q(school=school) | Q(pk__in=then)))


def by_network(found: Iterable[Counted]) -> list[tuple[SchoolNetwork, list[Counted]]]:
    """Schools under their networks, both in Thai order."""
    groups: defaultdict[SchoolNetwork, list[Counted]] = defaultdict(list)
    for one in found:
        groups[one.record.network].append(one)
    return sorted(groups.items(), key=lambda group: group[0].sort_text)


def _per(rows: QuerySet, place: str, page: str) -> Mapping[int, int]:
    """Pages a place, in one query."""
    readable: KnowledgeQuerySet = readable_pages().values("pk")
    kept = rows.filter(**{f"{page}__in": readable}).order_by()
    return dict(kept.values_list(place).annotate(n=Count(page, distinct=True)))


def _counted(records: Iterable[Model], counts: Mapping[int, int]) -> list[Counted]:
    return [Counted(record, counts.get(record.pk, 0), getattr(record, "school_count", 0)) for record in records]
