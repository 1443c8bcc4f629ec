"""What a golden question expects, against what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from .reading import GoldenQuestion

AMONG: Final = 10
OWN: Final = "own"  # the trap of the office's own questions


def faults(question: GoldenQuestion, found: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """What is wrong with `found`, the names of the documents in their order: (fault, the documents it is about)."""
    place = {name: number for number, name in enumerate(found)}
    wrong: list[tuple[str, tuple[str, ...]]] = []
    if question.first and (not found or found[0] not in question.first):
        wrong.append(("first", question.first))
    if missing := tuple(name for name in question.found if place.get(name, AMONG) >= AMONG):
        wrong.append(("found", missing))
    if present := tuple(name for name in question.absent if name in place):
        wrong.append(("absent", present))
    if question.before and _is_turned(question.before, place):
        wrong.append(("before", question.before))
    if question.is_empty and found:
        wrong.append(("empty", tuple(found[:1])))
    return wrong


def fault_label(fault: str, titles: Sequence[str]) -> str:
    """A fault in words."""
    named = ", ".join(titles)
    labels = {
        "first": _("Should come first: %(titles)s"),
        "found": _("Should be among the first ten: %(titles)s"),
        "within": _("Should stand further up: %(titles)s"),
        "missing": _("Should be found, if visitors may read it: %(titles)s"),
        "absent": _("Should not be found: %(titles)s"),
        "before": _("Should stand in this order: %(titles)s"),
        "empty": _("Nothing should be found, but this was: %(titles)s"),
    }
    return labels[fault] % {"titles": named}


def trap_label(trap: str) -> str:
    """What a group of questions tries, in words."""
    labels = {
        "marks": _("Tone marks and vowels"),
        "spelling_forms": _("Ways to write one text"),
        "inside_words": _("Words inside longer words"),
        "abbreviations": _("Abbreviations"),
        "synonyms": _("Synonyms"),
        "years": _("Years and digits"),
        "codes": _("Codes and numbers of circulars"),
        "labels": _("Learning areas, levels and networks"),
        "attachments": _("Text of attachments"),
        "syntax": _("Quotation marks, minus and OR"),
        "keyboard": _("Wrong keyboard"),
        "misspelling": _("Misspellings"),
        "hostile": _("Signs and foreign syntax"),
        "questions": _("Whole questions"),
        "mixed": _("Thai and Latin letters"),
        OWN: _("A question of the office"),
    }
    return labels.get(trap, trap)


def _is_turned(pair: Sequence[str], place: dict[str, int]) -> bool:
    before, after = pair
    return after in place and place.get(before, len(place)) > place[after]
