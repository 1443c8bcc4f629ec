"""Finds Thai words inside runs of letters: Wagtail's own search of the admin sees only whole runs between spaces."""

from functools import reduce
from operator import and_, or_

from django.db.models import Q, QuerySet

from portal.thai.digits import to_arabic, to_thai
from portal.thai.normalise import normalise

MOST_LETTERS = 200
MOST_PARTS = 8


def search(queryset: QuerySet, query: str) -> QuerySet:
    """The records that hold every part of `query` in one of their model's `searched_in` fields.

    Parts stand between spaces. ๑ and 1 are the same; so are vowels and marks typed in another order."""
    parts = normalise(query[:MOST_LETTERS]).split()[:MOST_PARTS]
    fields = queryset.model.searched_in
    if not parts:
        return queryset
    wanted = reduce(and_, (reduce(or_, _anywhere(part, fields)) for part in parts))
    found = queryset.model._default_manager.filter(wanted).order_by().values("pk")
    return queryset.filter(pk__in=found)


def _anywhere(part: str, fields: tuple[str, ...]) -> list[Q]:
    spellings = dict.fromkeys([part, to_arabic(part), to_thai(part)])
    return [Q(**{f"{field}__icontains": spelling}) for spelling in spellings for field in fields]
