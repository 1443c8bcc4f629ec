"""What the editor should look at: damaged letters, misspelt headings, definitions broken in the middle of a word."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.headings import key
from manuals.importer.lines import Line
from manuals.importer.part_rows import split_definition
from manuals.importer.plan import Finding
from manuals.importer.wording import STANDARD_HEADINGS
from portal.thai.damage import DamageKind

_CONTEXT: Final = 30
_TAIL, _HEAD = 9, 8  # letters on both sides of a break that must be found unbroken elsewhere
_FEWEST: Final = 3


def damaged_letters(lines: Iterable[Line]) -> list[Finding]:
    """Return a finding for each damaged place; what was certain has been repaired in the lines already."""
    return [finding for line in lines for finding in _damage_in(line)]


def _damage_in(line: Line) -> list[Finding]:
    text = line.paragraph.text
    return [
        Finding(
            line.paragraph.line,
            damage.text,
            _describe(damage.problem),
            repaired=damage.repaired or "",
            context=text[max(0, damage.start - _CONTEXT) : damage.end + _CONTEXT].strip(),
        )
        for damage in line.damages
    ]


def _describe(problem: DamageKind) -> str:
    descriptions = {
        DamageKind.FOREIGN_LETTERS: _("Letters of another script inside Thai text."),
        DamageKind.SARA_AM: _("Sara am written in two pieces."),
        DamageKind.DOUBLED_MARK: _("A vowel or tone mark written twice."),
        DamageKind.MISORDERED_MARK: _("Vowel and tone marks in the wrong order."),
        DamageKind.SPACED_MARK: _("A blank before a vowel or tone mark."),
        DamageKind.STRAY_MARK: _("A vowel or tone mark without its consonant."),
        DamageKind.DOUBLE_E: _("Two letters เ in place of one แ."),
        DamageKind.PRIVATE_GLYPH: _("A glyph of an old Thai font in place of a letter."),
        DamageKind.LOST_CHARACTER: _("A character lost when the text was extracted."),
    }
    return descriptions.get(problem, str(problem))


def misspelt_headings(lines: Iterable[Line]) -> list[Finding]:
    """Return a finding for each heading that was understood although its letters are wrong; it is kept as it is."""
    return [
        Finding(
            line.paragraph.line,
            line.heading.wording,
            _("The heading seems misspelt. It was taken for “%(heading)s”.")
            % {"heading": STANDARD_HEADINGS[line.part]},
            context=line.text,
        )
        for line in lines
        if line.heading and line.part and line.heading.slips
    ]


def broken_terms(definitions: Sequence[Line], document: str) -> list[Finding]:
    """Return a finding where a paragraph seems to end in the middle of a word that the next definition begins with.

    `document` is the key of the whole text: the two ends must stand together elsewhere.
    """
    findings = []
    for before, after in zip(definitions, definitions[1:], strict=False):
        joint = before.key[-_TAIL:] + after.key[:_HEAD]
        is_definition = before.is_text and after.is_text and split_definition(after.body)
        if is_definition and len(joint) == _TAIL + _HEAD and document.count(joint) >= _FEWEST:
            problem = _("The term seems to begin in the paragraph before: “%(before)s | %(after)s”.") % {
                "before": before.body[-_CONTEXT:],
                "after": after.body[:_CONTEXT],
            }
            context = f"{before.body[-_CONTEXT:]} | {after.body[:_CONTEXT]}"
            findings.append(Finding(after.paragraph.line, after.body[:_CONTEXT], problem, context=context))
    return findings


def document_key(lines: Iterable[Line]) -> str:
    """Return the letters of the whole text, its paragraphs apart."""
    return "\n".join(key(line.text) for line in lines)
