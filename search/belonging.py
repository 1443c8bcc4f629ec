"""What pages in a list belong to, each a link or a word: learning areas, schools, the year, what they were awarded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.contrib.contenttypes.models import ContentType

from portal.content.models import KnowledgePage, LearningArea, LearningAreaTag, PageSchool, School

from .reading import sources_by_model

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .documents import Hit

_SHOWN_SCHOOLS: Final = 2


@dataclass(frozen=True, slots=True)
class Belonging:
    """Of one page; `uses` is how often it was used in class, `award` its highest recognition in words."""

    areas: tuple[LearningArea, ...] = ()
    schools: tuple[School, ...] = ()
    academic_year: int | None = None
    award: str = ""
    uses: int = 0

    @property
    def shown_schools(self) -> tuple[School, ...]:
        """As many as fit in a line."""
        return self.schools[:_SHOWN_SCHOOLS]

    @property
    def more_schools(self) -> int:
        """How many others there are."""
        return len(self.schools) - len(self.shown_schools)

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.areas or self.schools or self.academic_year or self.award or self.uses)


def belonging_of(keys: Collection[int]) -> dict[int, Belonging]:
    """Of pages by their keys; three queries however many they are, and those of the sources that know of awards."""
    if not keys:
        return {}
    tags = LearningAreaTag.objects.filter(content_object__in=keys).order_by("tag__order")
    areas = _grouped(tags, "tag", "content_object_id")
    schools = _grouped(PageSchool.objects.filter(page__in=keys), "school", "page_id")
    pages = KnowledgePage.objects.filter(pk__in=keys)
    rows = list(pages.values_list("pk", "academic_year", "reach__uses", "content_type"))
    awards = _awards({pk: kind for pk, _year, _uses, kind in rows})
    return {
        pk: Belonging(tuple(areas[pk]), tuple(schools[pk]), year, awards.get(pk, ""), uses or 0)
        for pk, year, uses, _kind in rows
    }


def with_belonging(hits: Iterable[Hit]) -> list[tuple[Hit, Belonging]]:
    """The hits with what they belong to; a hit whose page is gone meanwhile belongs to nothing."""
    shown = list(hits)
    found = belonging_of([hit.page for hit in shown])
    return [(hit, found.get(hit.page, Belonging())) for hit in shown]


def _awards(kinds: Mapping[int, int]) -> dict[int, str]:
    """Kinds of pages that answer with the same function are asked together."""
    asked: defaultdict[Callable[[Sequence[int]], Mapping[int, str]], list[int]] = defaultdict(list)
    for model, source in sources_by_model().items():
        awards_of = getattr(source, "awards_of", None)
        kind = ContentType.objects.get_for_model(model).pk
        if awards_of and (keys := [pk for pk, one in kinds.items() if one == kind]):
            asked[awards_of] += keys
    return {pk: award for awards_of, keys in asked.items() for pk, award in awards_of(keys).items()}


def _grouped(rows: QuerySet[Any], what: str, page: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.select_related(what):
        found[getattr(row, page)].append(getattr(row, what))
    return found
