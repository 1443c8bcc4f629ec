"""The numbers that Word writes by itself before headings and list items, as text."""

import re
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle

from portal.thai.digits import to_thai

_PLACE: Final = re.compile("%([1-9])")
_THAI_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_THAI_DIGITS: Final = frozenset({"thaiNumbers", "thaiCounting"})
_LATIN_LETTERS: Final = frozenset({"lowerLetter", "upperLetter"})


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    form: str  # Word's numFmt: decimal, thaiNumbers, bullet ...
    pattern: str  # Word's lvlText: "%1.%2"
    start: int


@dataclass
class WordNumbering:
    """Counts the numbered paragraphs of a document as Word does. Ask once for each paragraph, in their order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by numId
    abstract: dict[str, str] = field(default_factory=dict)  # numId -> the list its numbers run on in
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    def label(self, number_id: str, level: int) -> str:
        """Return the next number of the list, `-` for a bullet, nothing when the list is not there."""
        levels = self.levels.get(number_id, {})
        if level not in levels:
            return ""
        run = self.abstract[number_id]
        self._count(run, levels, level)
        shape = levels[level]
        if shape.form == "bullet":
            return "-"
        if shape.form == "none":
            return ""
        return _PLACE.sub(lambda place: self._figure(run, levels, int(place[1]) - 1), shape.pattern).strip()

    def _count(self, run: str, levels: dict[int, _Level], level: int) -> None:
        self.counters[run, level] = self.counters.get((run, level), levels[level].start - 1) + 1
        for deeper in [key for key in self.counters if key[0] == run and key[1] > level]:
            del self.counters[deeper]

    def _figure(self, run: str, levels: dict[int, _Level], level: int) -> str:
        shape = levels.get(level, _Level("decimal", "", 1))
        return _written(self.counters.get((run, level), shape.start), shape.form)


def read_numbering(document: Document) -> WordNumbering:
    """Return the lists that the document defines."""
    numbering = WordNumbering()
    part = next((rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None)
    if part is None:
        return numbering
    root = part.element
    definitions = {element.get(qn("w:abstractNumId")): element for element in root.findall(qn("w:abstractNum"))}
    for number in root.findall(qn("w:num")):
        number_id, abstract_id = number.get(qn("w:numId")), _value(number.find(qn("w:abstractNumId")))
        definition = definitions.get(abstract_id)
        if definition is None:
            continue
        overrides = number.findall(qn("w:lvlOverride"))
        numbering.levels[number_id] = _levels(definition) | _overridden(_levels(definition), overrides)
        # A list whose start is set again counts for itself, the others of one definition count on together.
        numbering.abstract[number_id] = f"num {number_id}" if overrides else f"abstract {abstract_id}"
    return numbering


def find_list(paragraph: BaseOxmlElement, style: ParagraphStyle | None) -> tuple[str, int] | None:
    """Return the list (numId) and level that a paragraph or its style belongs to."""
    properties = paragraph.find(qn("w:pPr"))
    found = _list_of(properties)
    while found is None and style is not None:
        found = _list_of(style.element.find(qn("w:pPr")))
        style = style.base_style if isinstance(style.base_style, ParagraphStyle) else None
    return found if found and found[0] != "0" else None


def _list_of(properties: BaseOxmlElement | None) -> tuple[str, int] | None:
    numbered = properties.find(qn("w:numPr")) if properties is not None else None
    if numbered is None or numbered.find(qn("w:numId")) is None:
        return None
    level = _value(numbered.find(qn("w:ilvl")))
    return _value(numbered.find(qn("w:numId"))), int(level) if level.isdecimal() else 0


def _levels(definition: BaseOxmlElement) -> dict[int, _Level]:
    return {int(level.get(qn("w:ilvl"), "0")): _level(level) for level in definition.findall(qn("w:lvl"))}


def _level(element: BaseOxmlElement) -> _Level:
    start = _value(element.find(qn("w:start")))
    return _Level(
        _value(element.find(qn("w:numFmt"))) or "decimal",
        _value(element.find(qn("w:lvlText"))),
        int(start) if start.isdecimal() else 1,
    )


def _overridden(levels: dict[int, _Level], overrides: list[BaseOxmlElement]) -> dict[int, _Level]:
    found = {}
    for override in overrides:
        index = int(override.get(qn("w:ilvl"), "0"))
        own = override.find(qn("w:lvl"))
        start = _value(override.find(qn("w:startOverride")))
        level = _level(own) if own is not None else levels.get(index)
        if level:
            found[index] = _Level(level.form, level.pattern, int(start) if start.isdecimal() else level.start)
    return found


def _value(element: BaseOxmlElement | None) -> str:
    return (element.get(qn("w:val")) or "") if element is not None else ""


def _written(number: int, form: str) -> str:
    """Roman and all rarer figures are written as Arabic digits: they are read again at once."""
    if form in _THAI_DIGITS:
        return to_thai(str(number))
    if form == "thaiLetters" and 0 < number <= len(_THAI_LETTERS):
        return _THAI_LETTERS[number - 1]
    if form in _LATIN_LETTERS and 0 < number <= 26:
        return chr(ord("a" if form == "lowerLetter" else "A") + number - 1)
    return str(number)
