"""The definitions of a process are the office's glossary: each term is registered once, its first meaning is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.content.models import GlossaryTerm
from portal.thai.normalise import squash

if TYPE_CHECKING:
    from .models import WorkProcessPage

LONGEST_TERM = 255
QUOTES = " \"'“”‘’«»"


def known_term(term: str) -> GlossaryTerm | None:
    """The glossary's entry for a defined term."""
    return GlossaryTerm.objects.filter(key=squash(term.strip(QUOTES))).first()


def register_term(term: str, meaning: str) -> GlossaryTerm | None:
    """The glossary's entry for a defined term, made when there is none; None for what is no term."""
    plain = term.strip(QUOTES)
    if not 1 < len(plain) <= LONGEST_TERM or not meaning.strip():
        return None
    return known_term(plain) or GlossaryTerm.objects.create(term=plain, meaning=meaning)


def register_definitions(page: WorkProcessPage) -> None:
    """Link the definitions of a published process with their glossary entries."""
    for row in page.definitions.all():
        if row.glossary_term_id is None and (term := register_term(row.term, row.meaning)):
            row.glossary_term = term
            row.save(update_fields=["glossary_term"])
