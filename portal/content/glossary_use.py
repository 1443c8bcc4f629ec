"""Which published pages say which terms of the glossary: refreshed when a page is published or a term changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from asgiref.local import Local
from django.db import transaction

from portal.thai.normalise import normalise

from .models import GlossaryTerm, GlossaryUse, KnowledgePage, PageText
from .term_finder import TermFinder


@dataclass
class _Waiting:
    """What changed while refreshing was suspended."""

    pages: set[int] = field(default_factory=set)
    terms: set[int] = field(default_factory=set)


_local = Local()


@contextmanager
def suspended() -> Iterator[None]:
    """For imports: pages and terms that change inside are looked at once, at the end. Nothing is, after an error."""
    if getattr(_local, "waiting", None) is not None:
        yield
        return
    _local.waiting = _Waiting()
    try:
        yield
        waiting = _local.waiting
    finally:
        _local.waiting = None
    with transaction.atomic():
        for page_pk in waiting.pages:
            _keep_text(page_pk)
        _find(page_pks=waiting.pages)
        _find(term_pks=waiting.terms)


def refresh_page(page_pk: int) -> None:
    """Look for all terms in a page that was published."""
    if waiting := getattr(_local, "waiting", None):
        waiting.pages.add(page_pk)
        return
    with transaction.atomic():
        _keep_text(page_pk)
        _find(page_pks={page_pk})


def forget_page(page_pk: int) -> None:
    """Drop what is kept of a page that is unpublished, or about to be deleted: then it still looks published."""
    if waiting := getattr(_local, "waiting", None):
        waiting.pages.add(page_pk)
        return
    with transaction.atomic():
        PageText.objects.filter(pk=page_pk).delete()
        GlossaryUse.objects.filter(page=page_pk).delete()


def refresh_term(term_pk: int) -> None:
    """Look for a new or changed term in all pages."""
    if waiting := getattr(_local, "waiting", None):
        waiting.terms.add(term_pk)
        return
    with transaction.atomic():
        _find(term_pks={term_pk})


def _keep_text(page_pk: int) -> None:
    page = KnowledgePage.objects.live().filter(pk=page_pk).specific().first()
    if page is None:
        PageText.objects.filter(pk=page_pk).delete()
    else:
        PageText.objects.update_or_create(pk=page_pk, defaults={"text": normalise("\n".join(page.text_parts()))})


def _find(page_pks: set[int] | None = None, term_pks: set[int] | None = None) -> None:
    """Replace the uses of these pages, or of these terms, by what is found in the kept texts."""
    texts, uses, terms = PageText.objects.all(), GlossaryUse.objects.all(), GlossaryTerm.objects.all()
    if page_pks is not None:
        texts, uses = texts.filter(pk__in=page_pks), uses.filter(page__in=page_pks)
    if term_pks is not None:
        terms, uses = terms.filter(pk__in=term_pks), uses.filter(term__in=term_pks)
    finder = TermFinder((term.pk, wording) for term in terms for wording in term.wordings)
    found = [
        GlossaryUse(page_id=page_pk, term_id=match.key)
        for page_pk, text in texts.values_list("pk", "text").iterator()
        for match in finder.first_uses(text)
    ]
    uses.delete()
    GlossaryUse.objects.bulk_create(found, batch_size=500)
