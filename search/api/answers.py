"""The search's values -> the shapes of the API, with absolute addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .schemas import (
    CrumbOut,
    FacetOut,
    FacetValueOut,
    FileOut,
    NoticeOut,
    PieceOut,
    RecommendedOut,
    ResultOut,
    SearchOut,
    SuggestionOut,
    SuggestOut,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search.documents import Facet, FoundFile, Hit, Marked, Notice, Results
    from search.suggestions import Suggestion

    Absolute = Callable[[str], str]


def search_out(results: Results, absolute: Absolute) -> SearchOut:
    """A page of results; `absolute` completes an address of this site."""
    return SearchOut(
        total=results.total,
        page=results.page,
        pages=results.pages,
        results=[_result(hit, absolute) for hit in results.hits],
        facets=[_facet(facet) for facet in results.facets if facet.values],
        notices=[_notice(notice) for notice in results.notices],
        recommended=[
            RecommendedOut(title=one.title, url=absolute(one.url), description=one.description)
            for one in results.recommended
        ],
        near=list(results.near),
    )


def suggest_out(suggestions: Iterable[Suggestion], absolute: Absolute) -> SuggestOut:
    """Suggestions as on the search box."""
    return SuggestOut(
        suggestions=[
            SuggestionOut(
                text=one.text, kind=one.kind, kind_label=one.kind_label, url=absolute(one.url) if one.url else None
            )
            for one in suggestions
        ]
    )


def message_of(notice: Notice) -> str:
    """A notice in words."""
    if notice.kind == "cut":
        return _("The question is very long. Only its beginning was searched.")
    if notice.kind == "behind":
        return _("Some pages have just changed and will be found in a moment.")
    if notice.kind == "tones":
        return _("“%(typed)s” was not found as written; these differ in tone marks") % {"typed": notice.typed}
    return _("Showing results for “%(shown)s”") % {"shown": notice.shown}


def _result(hit: Hit, absolute: Absolute) -> ResultOut:
    return ResultOut(
        title=hit.title,
        title_pieces=_pieces(hit.marked_title) or [PieceOut(text=hit.title, is_marked=False)],
        url=absolute(hit.url),
        kind=hit.kind,
        kind_label=str(hit.kind_label),
        extract=_plain(hit.extract),
        extract_pieces=_pieces(hit.extract),
        date=hit.date,
        breadcrumbs=[CrumbOut(title=crumb.title, url=absolute(crumb.url)) for crumb in hit.breadcrumbs],
        files=[_file(file, absolute) for file in hit.files],
    )


def _file(file: FoundFile, absolute: Absolute) -> FileOut:
    return FileOut(
        title=file.title,
        url=absolute(file.url),
        extract=_plain(file.extract),
        extract_pieces=_pieces(file.extract),
    )


def _facet(facet: Facet) -> FacetOut:
    values = [
        FacetValueOut(key=value.key, label=value.label, count=value.count, is_chosen=value.is_chosen)
        for value in facet.values
    ]
    return FacetOut(name=facet.name, label=str(facet.label), values=values)


def _notice(notice: Notice) -> NoticeOut:
    return NoticeOut(kind=notice.kind, typed=notice.typed, shown=notice.shown, message=message_of(notice))


def _plain(marked: Marked) -> str:
    return "".join(piece.text for piece in marked)


def _pieces(marked: Marked) -> list[PieceOut]:
    return [PieceOut(text=piece.text, is_marked=piece.is_marked) for piece in marked]
