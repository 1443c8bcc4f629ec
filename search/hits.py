"""Matches of an engine -> what a visitor is shown: read back from the database, with today's titles and addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from portal.content.models.page import PageAttachment

from .analysis import plain
from .documents import Crumb, FoundFile, Hit
from .extracts import extract, holds_any, mark_all, mark_stored
from .reading import hidden_collections, readable_pages, sources_by_model

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.plugins import SearchSource
    from portal.thai.words import Vocabulary

    from .documents import Marked
    from .extracts import Marks
    from .tree import Match, StoredFile

STEP: Final = Page.steplen  # letters of a place in the page tree, each level
TOP: Final = 2 * STEP  # of the front page; what lies above and it itself are no breadcrumbs
MOST_FILES: Final = 3  # named with one hit
SHOWN: Final = ("title", "path", "url_path", "content_type", "first_published_at")  # all that is read of a page


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked for, as far as marking needs it."""

    marks: Marks
    vocabulary: Vocabulary


def read_back(matches: Sequence[Match], looked: Looked) -> tuple[Hit, ...]:
    """The matches that anonymous visitors may read now, in their order; others are left out."""
    found = readable_pages().filter(pk__in=[match.page for match in matches]).only(*SHOWN)
    pages = {page.pk: page for page in found}
    sources = {ContentType.objects.get_for_model(model).pk: source for model, source in sources_by_model().items()}
    above = _crumbs_above(pages.values())
    files = _files(matches, looked)
    return tuple(
        _hit(match, pages[match.page], sources[pages[match.page].content_type_id], above, files, looked)
        for match in matches
        if match.page in pages
    )


def _hit(
    match: Match,
    page: Any,
    source: SearchSource,
    above: Mapping[str, Crumb],
    files: Mapping[int, tuple[FoundFile, ...]],
    looked: Looked,
) -> Hit:
    first = page.first_published_at
    return Hit(
        page.pk,
        page.title,
        page.get_url() or "",
        source.kind,
        source.label,
        source.icon,
        _marked_title(page.title, match, looked),
        extract(match.text.body, looked.marks) if match.text else (),
        tuple(above[path] for path in _paths_above(page.path) if path in above),
        timezone.localdate(first) if first else None,
        files.get(page.pk, ()),
    )


def _marked_title(title: str, match: Match, looked: Looked) -> Marked:
    if match.text and plain(match.text.title) == title:  # cut already
        return mark_stored(match.text.title, looked.marks)
    return mark_all(title, looked.marks, looked.vocabulary)


def _paths_above(path: str) -> list[str]:
    return [path[:end] for end in range(TOP + STEP, len(path), STEP)]


def _crumbs_above(pages: Iterable[Any]) -> dict[str, Crumb]:
    """Published pages above; whoever may read a page may read those, a restriction reaches down."""
    paths = {path for page in pages for path in _paths_above(page.path)}
    found = Page.objects.live().filter(path__in=paths).only(*SHOWN) if paths else ()
    return {page.path: Crumb(page.title, page.get_url() or "") for page in found}


def _files(matches: Sequence[Match], looked: Looked) -> dict[int, tuple[FoundFile, ...]]:
    """The attachments in which the words stand, those that everybody may fetch, as they are called today."""
    found = {
        (match.page, file.document): file
        for match in matches
        if match.text and looked.marks
        for file in match.text.files
        if holds_any(file.words, looked.marks) or holds_any(file.title, looked.marks)
    }
    named: defaultdict[int, list[FoundFile]] = defaultdict(list)
    for attachment in _attachments(found) if found else ():
        file = found.get((attachment.page_id, attachment.document_id))
        if file and len(named[attachment.page_id]) < MOST_FILES:
            named[attachment.page_id].append(_found_file(attachment, file, looked))
    return {page: tuple(files) for page, files in named.items()}


def _attachments(wanted: Iterable[tuple[int, int]]) -> QuerySet[PageAttachment]:
    pages, documents = zip(*wanted, strict=True)
    rows: QuerySet[PageAttachment] = PageAttachment.objects.filter(
        page__in=pages, document__in=documents
    ).select_related("document")
    rows = rows.exclude(document__collection__in=hidden_collections())
    return rows.order_by("page", "sort_order")


def _found_file(attachment: Any, file: StoredFile, looked: Looked) -> FoundFile:
    shown = extract(file.words, looked.marks) if holds_any(file.words, looked.marks) else ()
    return FoundFile(str(attachment), attachment.document.url, shown)
