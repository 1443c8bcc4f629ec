"""Corpora to measure with: documents and judged questions, one JSON object a line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from django.utils.translation import gettext as _

from .documents import AttachedText, SearchDocument

Row: TypeAlias = Mapping[str, Any]
T = TypeVar("T")


class CorpusError(ValueError):
    """A file of the corpus cannot be used; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents, numbered from 1 in the order of the file, and the name each has in the file."""

    documents: tuple[SearchDocument, ...]
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A question and the names of the documents that answer it."""

    text: str
    relevant: frozenset[str]


def read_corpus(path: Path) -> Corpus:
    """Read `{"id", "title", "body"}` a line; `kind`, `date`, `labels`, `facets`, `files` may stand beside them."""
    documents: list[SearchDocument] = []
    numbers: dict[str, int] = {}
    for line, row in rows_of(path):
        name = _name(row.get("id"), path, line)
        if name in numbers:
            raise _error(path, line, _("the id %(id)s stands twice") % {"id": name})
        numbers[name] = len(documents) + 1
        documents.append(_checked(path, line, partial(_document, row, numbers[name])))
    if not documents:
        raise CorpusError(_("%(file)s holds no documents.") % {"file": path})
    return Corpus(tuple(documents), numbers)


def read_judged(path: Path) -> tuple[JudgedQuery, ...]:
    """Read `{"query", "relevant": [id, ...]}` a line."""
    judged = tuple(
        JudgedQuery(
            _checked(path, line, partial(text_of, row, "query")),
            frozenset(_name(one, path, line) for one in _relevant(row, path, line)),
        )
        for line, row in rows_of(path)
    )
    if not judged:
        raise CorpusError(_("%(file)s holds no questions.") % {"file": path})
    return judged


def rows_of(path: Path) -> Iterator[tuple[int, Row]]:
    """The objects of a file with the number of their line; empty lines are passed over."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _parsed(line, path, number)
    except OSError as error:
        raise CorpusError(_("Cannot open %(file)s: %(why)s") % {"file": path, "why": error.strerror}) from error
    except UnicodeDecodeError as error:
        raise CorpusError(_("%(file)s is not written in UTF-8.") % {"file": path}) from error


def text_of(row: Row, field: str) -> str:
    """A text of a row. Raises `ValueError` with the reason."""
    value = row.get(field)
    if not isinstance(value, str):
        raise ValueError(_("“%(field)s” must be a text") % {"field": field})
    return value


def texts_of(row: Row, field: str) -> tuple[str, ...]:
    """A list of texts of a row, empty when it is not there. Raises `ValueError` with the reason."""
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(_("“%(field)s” must be a list of texts") % {"field": field})
    return tuple(value)


def _document(row: Row, number: int) -> SearchDocument:
    facets, files, date = row.get("facets", {}), row.get("files", []), row.get("date")
    if not isinstance(facets, dict) or not isinstance(files, list) or not all(isinstance(one, dict) for one in files):
        raise ValueError(_("“facets” must be an object, “files” a list of objects"))
    return SearchDocument(
        number,
        text_of(row, "kind") if "kind" in row else "document",
        text_of(row, "title"),
        text_of(row, "body"),
        datetime.date.fromisoformat(text_of(row, "date")) if date is not None else None,
        {name: texts_of(facets, name) for name in facets},
        texts_of(row, "labels"),
        tuple(AttachedText(place, text_of(one, "title"), text_of(one, "text")) for place, one in enumerate(files)),
    )


def _relevant(row: Row, path: Path, line: int) -> Iterable[object]:
    relevant = row.get("relevant")
    if not isinstance(relevant, list) or not relevant:
        raise _error(path, line, _("“relevant” must be a list of at least one id"))
    return relevant


def _name(value: object, path: Path, line: int) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise _error(path, line, _("an id must be a text or a whole number"))
    return str(value)


def _parsed(line: str, path: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _error(path, number, _("this is no JSON: %(why)s") % {"why": error}) from error
    if not isinstance(row, dict):
        raise _error(path, number, _("each line must be a JSON object"))
    return row


def _checked(path: Path, line: int, read: Callable[[], T]) -> T:
    try:
        return read()
    except ValueError as error:
        raise _error(path, line, str(error)) from error


def _error(path: Path, line: int, why: str) -> CorpusError:
    return CorpusError(_("%(file)s, line %(line)d: %(why)s.") % {"file": path, "line": line, "why": why})
