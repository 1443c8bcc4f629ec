"""The page that grows while a manual is imported: sent piece by piece, so that it needs no script and no worker.

A server that compresses or holds back answers has to let this one through; the headers of the view ask for it. When the
reader leaves before the end, the import stops and nothing has changed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from manuals.import_report import address_of, report_of, saved_pages
from manuals.importer.paragraph import BadManual
from manuals.importer.plan import ImportPlan
from manuals.importer.reading import read_manual
from manuals.importer.understanding import understand
from manuals.index_page import NoIndex, index_to_import_below
from manuals.models import ManualIndexPage
from manuals.writer import SavedPage, gone_from_file, saving_manual

from .waiting import WaitingManual

logger = logging.getLogger(__name__)

HERE = "<!-- progress -->"  # where the template of the page is cut in two
TOLD = (BadManual, NoIndex, PermissionDenied, ValidationError)  # their text says what is wrong


def progress_page(page: str, waiting: WaitingManual, user: Any, language: str) -> Iterator[str]:
    """The page `page`, cut at `HERE`, with a line for each page saved, and the end of it."""
    head, tail = page.split(HERE)
    yield head
    with override(language):
        try:
            yield from _import(waiting, user)
            yield _line("done", token=waiting.token)
        except TOLD as error:
            yield _line("failed", reason=_text_of(error), token=waiting.token)
        except (DatabaseError, OSError):
            logger.exception("The import of %s failed", waiting.wishes.name)
            yield _line("failed", reason=_("The portal could not save it. Please try again."), token=waiting.token)
    yield tail


def _import(waiting: WaitingManual, user: Any) -> Iterator[str]:
    plan = understand(read_manual(waiting.file, waiting.wishes.name), waiting.wishes.name.rpartition(".")[0])
    total = 1 + len(plan.manual.children)
    saved: list[SavedPage] = []
    with transaction.atomic():
        for one in saving_manual(plan.manual, _index(waiting), publish=waiting.wishes.publish, user=user):
            saved.append(one)
            yield _line("page", saved=one, done=len(saved), total=total)
            if len(saved) == total:
                yield _line("indexing")
        waiting.finish(_result(plan, saved))


def _index(waiting: WaitingManual) -> ManualIndexPage:
    if waiting.wishes.index:
        index = ManualIndexPage.objects.filter(pk=waiting.wishes.index).first()
        if index is None:
            raise NoIndex(_("The index of manuals was deleted meanwhile."))
        return index
    return index_to_import_below(publish=waiting.wishes.publish)


def _result(plan: ImportPlan, saved: list[SavedPage]) -> dict[str, Any]:
    """What the result page shows, and the report that it offers."""
    return {
        "report": report_of(plan, saved_pages(saved)),
        "pages": [{"pk": one.page.pk, "outcome": one.outcome} for one in saved],
        "gone": [{"pk": page.pk, "title": page.title, "url": address_of(page)} for page in gone_from_file(saved)],
    }


def _text_of(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _line(kind: str, **values: Any) -> str:
    return render_to_string(f"manuals/import/line_{kind}.html", values)
