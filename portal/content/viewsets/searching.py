"""Searches a register in its own rows: they are few, and imports and migrations write them past every index."""

from functools import reduce
from operator import and_, or_

from django.db.models import Q, QuerySet

from portal.admin_search.spelling import letters_of, pieces_of, words_of
from portal.thai.digits import to_thai

# What may stand between two letters: นท.01 finds นท. 01.
_BETWEEN = r"[ .,:;/()\-]*"


def search(queryset: QuerySet, query: str) -> QuerySet:
    """The records that hold every piece of `query` in one of their model's `searched_in` fields.

    Pieces stand between spaces. ๑ and 1 are the same; so are vowels and marks typed in another order. Where no record
    holds a piece as it was typed, its words may stand in any order."""
    pieces = [piece for piece in pieces_of(query) if letters_of(piece)]
    if not pieces:
        return queryset.none() if query.strip() else queryset
    found = _holding(queryset, pieces)
    return found if found.exists() else _holding(queryset, [word for piece in pieces for word in words_of(piece)])


def _holding(queryset: QuerySet, pieces: list[str]) -> QuerySet:
    fields = queryset.model.searched_in
    wanted = reduce(and_, (reduce(or_, _anywhere(piece, fields)) for piece in pieces), Q())
    found = queryset.model._default_manager.filter(wanted).order_by().values("pk")
    return queryset.filter(pk__in=found)


def _anywhere(piece: str, fields: tuple[str, ...]) -> list[Q]:
    pattern = _BETWEEN.join(f"[{letter}{to_thai(letter)}]" for letter in letters_of(piece))
    return [Q(**{f"{field}__iregex": pattern}) for field in fields]
