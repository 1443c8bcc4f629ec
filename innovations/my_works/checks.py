"""What is looked at before a work is sent: what is missing keeps it here, what is doubtful is only said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from innovations.models import WorkPage
from innovations.personal_data import Finding, findings

from .rows import ROW_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Missing:
    """Something to fill in before sending: in which part, and what."""

    key: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Check:
    """All that was found."""

    missing: tuple[Missing, ...]
    warnings: tuple[Finding, ...]

    @property
    def may_be_sent(self) -> bool:
        """Nothing is missing."""
        return not self.missing


def check(work: WorkPage) -> Check:
    """Look through a draft as it is in memory."""
    return Check((*_needed(work), *_unfinished_rows(work)), tuple(findings(work)))


def _needed(work: WorkPage) -> Iterator[Missing]:
    titles = {section.key: str(section.title) for section in work.sections()}
    for key, name in work.progress.missing:
        yield Missing(key, titles[key], _label(work, name, titles[key]))


def _label(work: WorkPage, name: str, otherwise: str) -> str:
    if name in ROW_KINDS:
        return str(ROW_KINDS[name].title)
    try:
        label = str(work._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        label = otherwise
    return label[:1].upper() + label[1:]


def _unfinished_rows(work: WorkPage) -> Iterator[Missing]:
    """Rows that a draft may leave unfinished, and visitors may not see so."""
    for section in work.sections():
        for name in section.rows:
            for number, row in enumerate(getattr(work, name).all(), start=1):
                if what := _lack(name, row):
                    where = _("%(rows)s %(number)s: %(what)s") % {
                        "rows": ROW_KINDS[name].title, "number": number, "what": what,
                    }  # fmt: skip
                    yield Missing(section.key, str(section.title), where)


def _lack(name: str, row) -> str:
    if name == "pictures" and not row.alternative.strip():
        return _("say in words what it shows, for those who cannot see it")
    if name in ("videos", "media") and not row.title.strip():
        return _("give it a title")
    if name == "media" and not row.transcript.strip():
        return _("write what is said and shown, for those who cannot hear or see it")
    if name == "pdca_steps" and not row.phase:
        return _("choose the phase")
    if name == "evidence" and row.before is None and row.after is None:
        return _("write the number before or after")
    return ""
