"""What somebody who types may be about to ask: titles, terms, tags, names of the district, what others asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from django.core.cache import cache
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext as _

from portal.content.models import (
    GlossaryTerm,
    KnowledgeTag,
    LearningArea,
    PageTag,
    School,
    SchoolNetwork,
)
from portal.content.models.page import KnowledgeQuerySet
from portal.thai.digits import to_thai
from portal.thai.keyboard import to_latin_keys, to_thai_keys
from portal.thai.normalise import fold, squash
from portal.thai.words import cut, key_of

from . import lexicon, log
from .documents import SearchQuery
from .links import address_of
from .reading import readable_pages, sources_by_model
from .title_memory import pages_titled

if TYPE_CHECKING:
    pass

SuggestionKind: TypeAlias = Literal["page", "term", "tag", "learning_area", "school_network", "school", "question"]
MOST_SUGGESTIONS: Final = 20
_SHORTEST: Final = 2  # letters; fewer stand in nearly every title
_LONGEST: Final = 100
_MOST_READINGS: Final = 4
_CANDIDATES: Final = 2  # times as many as are wanted: some may have become private, or be the same
_MOST_TAGGED: Final = 1000  # pages that are looked at for their tags
_POPULAR: Final = 200  # questions among which those are looked for that hold what was typed
_POPULAR_FOR: Final = 300  # seconds
_UNTYPED: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\s]+")
_QUOTES: Final = str.maketrans(dict.fromkeys('"“”„‟«»', " "))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What can be chosen: its text, what it is, and the address it leads to; without one it is a question to ask."""

    text: str
    kind: SuggestionKind
    kind_label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, in all its readings; how many suggestions are wanted; the pages that everybody may read."""

    readings: Sequence[str]
    limit: int
    readable: Callable[[], KnowledgeQuerySet]


@dataclass(frozen=True, slots=True)
class _Source:
    """One kind of suggestion, and how many of them leave room for the others."""

    find: Callable[[_Typed], list[Suggestion]]
    share: int


def suggest(text: str, limit: int = 8) -> list[Suggestion]:
    """The best few for what was typed so far; what begins with it first, then the shortest.

    Only what an anonymous visitor may read. Thai has no word starts, so a match inside counts too."""
    limit = max(1, min(limit, MOST_SUGGESTIONS))
    typed = _UNTYPED.sub(" ", text).translate(_QUOTES).strip()[:_LONGEST]
    return _found(_readings(typed), limit) or _found(_other_keyboard(typed), limit)


def _found(readings: Sequence[str], limit: int) -> list[Suggestion]:
    """Each kind gets its share; what others leave free goes to the first kinds that have more."""
    if not readings:
        return []
    typed = _Typed(readings, limit, lru_cache(maxsize=1)(readable_pages))
    by_source = [(source, source.find(typed)) for source in _sources()]
    taken = {id(source): min(source.share, len(found)) for source, found in by_source}
    for source, found in by_source:
        free = limit - sum(taken.values())
        taken[id(source)] += max(0, min(free, len(found) - taken[id(source)]))
    chosen = [one for source, found in by_source for one in found[: taken[id(source)]]]
    once = {(one.kind, fold(one.text)): one for one in reversed(chosen)}
    return [one for one in chosen if once[one.kind, fold(one.text)] is one][:limit]


def _sources() -> tuple[_Source, ...]:
    return (
        _Source(_pages, 4),
        _Source(_terms, 1),
        _Source(_tags, 1),
        _Source(_learning_areas, 1),
        _Source(_networks, 1),
        _Source(_schools, 1),
        _Source(_questions, 1),
    )


def _readings(typed: str) -> list[str]:
    """Without blanks and case: as typed, and with abbreviations in full."""
    key = squash(typed)
    if len(key) < _SHORTEST or not any(letter.isalnum() for letter in key):
        return []
    known = lexicon.current()
    full = {key_of(short): form for short, form in known.abbreviations}
    words = cut(typed, known.vocabulary)
    spelt_out = "".join(full.get(word.token, word.shown) for word in words)
    return list(dict.fromkeys([key, squash(spelt_out)]))[:_MOST_READINGS]


def _other_keyboard(typed: str) -> list[str]:
    """For when nothing else is found: the same keys on the other keyboard."""
    keys = typed.replace(" ", "")
    meant = to_thai_keys(keys) if keys.isascii() else to_latin_keys(keys)
    is_text = any(letter.isalpha() for letter in keys) and squash(meant) != squash(keys)
    return [squash(meant)] if is_text and len(squash(meant)) > _SHORTEST else []


def _pages(typed: _Typed) -> list[Suggestion]:
    """Titles as they are today, of what may be read today."""
    candidates = pages_titled(typed.readings, typed.limit * _CANDIDATES)
    if not candidates:
        return []
    pages = typed.readable().only("title", "url_path", "content_type").in_bulk(candidates)
    labels = {model: str(source.label) for model, source in sources_by_model().items()}
    ranked = [page for key in candidates if (page := pages.get(key))]
    return [
        Suggestion(page.title, "page", labels[page.specific_class], page.get_url()) for page in ranked[: typed.limit]
    ]


def _terms(typed: _Typed) -> list[Suggestion]:
    terms = _matching(GlossaryTerm.objects.all(), typed.readings, "term", "also")[: typed.limit]
    return [Suggestion(term.term, "term", _("glossary term"), term.get_absolute_url()) for term in terms]


def _tags(typed: _Typed) -> list[Suggestion]:
    """Tags of pages that everybody may read: a tag may say what a private page is about."""
    tags = list(_matching(KnowledgeTag.objects.all(), typed.readings, "name")[: typed.limit * _CANDIDATES])
    if not tags:
        return []
    rows = list(PageTag.objects.filter(tag__in=tags).values_list("tag", "content_object")[:_MOST_TAGGED])
    readable = set(typed.readable().filter(pk__in={page for _tag, page in rows}).values_list("pk", flat=True))
    used = {tag for tag, page in rows if page in readable}
    return [_filter(tag.name, "tag", _("tag"), tag.slug) for tag in tags if tag.pk in used][: typed.limit]


def _learning_areas(typed: _Typed) -> list[Suggestion]:
    areas = _matching(LearningArea.objects.all(), typed.readings, "name", "name_en")[: typed.limit]
    return [_filter(area.label, "learning_area", _("learning area"), area.code) for area in areas]


def _networks(typed: _Typed) -> list[Suggestion]:
    networks = _matching(SchoolNetwork.objects.all(), typed.readings, "name")[: typed.limit]
    return [_filter(network.name, "school_network", _("school network"), network.slug) for network in networks]


def _schools(typed: _Typed) -> list[Suggestion]:
    schools = _matching(School.objects.all(), typed.readings, "name")[: typed.limit]
    return [_question(school.name, "school", _("school")) for school in schools]


def _questions(typed: _Typed) -> list[Suggestion]:
    """What was asked often and found something, by many."""
    popular = cache.get_or_set("search.popular", lambda: log.popular(_POPULAR), _POPULAR_FOR) or ()
    asked = [text for text in popular if any(reading in squash(text) for reading in typed.readings)]
    return [_question(text, "question", _("often searched")) for text in asked[: typed.limit]]


def _filter(text: str, kind: SuggestionKind, label: str, key: str) -> Suggestion:
    return Suggestion(text, kind, label, address_of(SearchQuery(chosen={kind: frozenset([key])})))


def _question(text: str, kind: SuggestionKind, label: str) -> Suggestion:
    return Suggestion(text, kind, label, address_of(SearchQuery(text)))


def _matching(rows: QuerySet[Any, Any], readings: Iterable[str], *fields: str) -> QuerySet[Any, Any]:
    """The rows that hold one of the readings in one of the fields, blanks apart; the best first."""
    keys = {f"key_{field}": Replace(F(field), Value(" "), Value("")) for field in fields}
    forms = list(dict.fromkeys(form for reading in readings for form in (reading, to_thai(reading))))
    holding, beginning = Q(), Q()
    for name in keys:
        for form in forms:
            # Thai has no capitals, and comparing without them costs PostgreSQL ten times as much.
            case = "" if form.upper() == form.lower() else "i"
            holding |= Q(**{f"{name}__{case}contains": form})
            beginning |= Q(**{f"{name}__{case}startswith": form})
    place = Case(When(beginning, then=0), default=1, output_field=IntegerField())
    found: QuerySet[Any, Any] = rows.alias(**keys).filter(holding).order_by(place, Length(fields[0]), fields[0])
    return found
