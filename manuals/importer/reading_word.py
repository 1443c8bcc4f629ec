"""Word files: paragraphs with their styles and automatic numbers, tables, pictures, notes and text boxes, in order."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from lxml import etree

from manuals.importer.headings import recognise
from manuals.importer.numbering import parse_marker
from manuals.importer.paragraph import BadManual, Paragraph, Style
from manuals.importer.soft_lines import split_soft_lines
from manuals.importer.word_archive import check_archive
from manuals.importer.word_numbering import find_list, read_numbering
from manuals.importer.word_text import Contained, ParagraphReader

_WRAPPERS: Final = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")})
_NOTES: Final = {"/footnotes": ("w:footnote", "w:footnoteReference"), "/endnotes": ("w:endnote", "w:endnoteReference")}
_FEWEST_HEADINGS: Final = 2  # that make a table a process laid out in two columns


def read_word(content: bytes) -> list[Paragraph]:
    """Return the paragraphs of a Word file; `line` is their running number. Raise `BadManual` when it is none."""
    check_archive(content)
    try:
        return list(_Reader(docx.Document(BytesIO(content))).paragraphs())
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        if isinstance(error, BadManual):
            raise
        raise BadManual(_("The Word file is damaged. Open it in Word, save it again and try once more.")) from error


class _Reader:
    """Walks the body of a document once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbering = read_numbering(document)
        self._paragraphs = ParagraphReader(document.part, _read_notes(document))
        self._styles = {style.style_id: style for style in document.styles if isinstance(style, ParagraphStyle)}
        self._default = next((style for style in self._styles.values() if style.element.get(qn("w:default"))), None)
        self._line = 0
        self._sheet = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from self._children(self._document.element.body)
        seen = set()
        for text in self._margins():
            if text not in seen:
                seen.add(text)
                yield self._new(text, Style.MARGIN)

    def _children(self, parent: BaseOxmlElement, style: Style | None = None) -> Iterator[Paragraph]:
        for child in parent.iterchildren():
            if child.tag == qn("w:p"):
                yield from self._paragraph(child, style)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._children(child, Style.CONTENTS if _is_contents(child) else style)

    def _paragraph(self, element: BaseOxmlElement, style: Style | None) -> Iterator[Paragraph]:
        contained = self._paragraphs.read(element)
        self._sheet += contained.sheets
        kind, level, label = self._kind(element)
        if contained.text.strip():
            for _offset, text in split_soft_lines(contained.text):
                yield self._new(f"{label} {text}".strip(), style or kind, level)
                label = ""
        yield from self._beside(contained)

    def _beside(self, contained: Contained) -> Iterator[Paragraph]:
        """Return what hangs on a paragraph: its pictures, the text of its boxes and diagrams."""
        for picture in contained.pictures:
            self._line += 1
            text = picture.description or picture.name
            yield Paragraph(
                self._line, text, Style.IMAGE, image=picture.content, image_name=picture.name, sheet=self._sheet
            )
        for box in contained.boxes:
            yield from self._children(box, Style.TEXT_BOX)
        for text in contained.diagrams:
            yield self._new(text, Style.TEXT_BOX)

    def _new(self, text: str, style: Style = Style.PLAIN, level: int = 0) -> Paragraph:
        self._line += 1
        return Paragraph(self._line, text, style, level, sheet=self._sheet)

    def _kind(self, element: BaseOxmlElement) -> tuple[Style, int, str]:
        """Return the style and level of a paragraph, and the number that Word writes before it."""
        properties = element.find(qn("w:pPr"))
        named = properties.find(qn("w:pStyle")) if properties is not None else None
        style = self._styles.get(named.get(qn("w:val"))) if named is not None else self._default
        in_list = find_list(element, style)
        label = self._numbering.label(*in_list) if in_list and _has_text(element) else ""
        if style is not None and (style.name or "").lower().startswith(("toc ", "table of figures")):
            return Style.CONTENTS, 0, ""
        level = _heading_level(properties, style)
        if level:
            return Style.HEADING, level, label
        return (Style.LIST, in_list[1], label) if in_list and label else (Style.PLAIN, 0, label)

    def _table(self, element: BaseOxmlElement) -> Iterator[Paragraph]:
        """Return a table as one paragraph; one that only frames text, or lays a process out, as the text in it."""
        rows = [_inside(row, qn("w:tc")) for row in _inside(element, qn("w:tr"))]
        if all(len(row) <= 1 for row in rows) or self._is_process(rows):
            for cell in (cell for row in rows for cell in row):
                yield from self._children(cell)
            return
        contained: list[Contained] = []
        texts = tuple(tuple(self._cell(cell, contained) for cell in row) for row in rows)
        if any(text for row in texts for text in row):
            self._line += 1
            text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in texts)
            yield Paragraph(self._line, text, Style.TABLE, rows=texts, sheet=self._sheet)
        for found in contained:
            yield from self._beside(found)

    def _cell(self, cell: BaseOxmlElement, contained: list[Contained]) -> str:
        texts = []
        for paragraph in cell.iter(qn("w:p")):
            if next(paragraph.iterancestors(qn("w:txbxContent"), qn("w:tc"))).tag == qn("w:txbxContent"):
                continue  # it comes with the paragraph that its box hangs on
            found = self._paragraphs.read(paragraph)
            texts.append(f"{self._kind(paragraph)[2]} {found.text}".strip())
            contained.append(found)
        return "\n".join(text for text in texts if text)

    def _is_process(self, rows: Sequence[Sequence[BaseOxmlElement]]) -> bool:
        """Some offices set the parts of a process in a table: heading on the left, text on the right."""
        first = ["".join(self._paragraphs.read(p).text for p in row[0].iter(qn("w:p"))) for row in rows if row]
        headings = [recognise(parse_marker(text)[1]) for text in first]
        return sum(heading is not None for heading in headings) >= _FEWEST_HEADINGS

    def _margins(self) -> Iterator[str]:
        for section in self._document.sections:
            for margin in (
                section.header,
                section.first_page_header,
                section.even_page_header,
                section.footer,
                section.first_page_footer,
                section.even_page_footer,
            ):
                if not margin.is_linked_to_previous:
                    reader = ParagraphReader(margin.part)
                    texts = (reader.read(paragraph).text for paragraph in margin._element.iter(qn("w:p")))
                    yield from (" ".join(text.split()) for text in texts if text.strip())


def _inside(element: BaseOxmlElement, tag: str) -> list[BaseOxmlElement]:
    """Return the children with `tag`, those in content controls and tracked insertions too."""
    found = []
    for child in element.iterchildren():
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found.extend(_inside(child, tag))
    return found


def _has_text(element: BaseOxmlElement) -> bool:
    return any((text.text or "").strip() for text in element.iter(qn("w:t")))


def _is_contents(element: BaseOxmlElement) -> bool:
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def _heading_level(properties: BaseOxmlElement | None, style: ParagraphStyle | None) -> int:
    """Return 1 to 9, from the outline level of the paragraph or of its style; 0 for body text."""
    level = _outline_level(properties)
    while level is None and style is not None:
        name = (style.name or "").lower()
        if name.startswith("heading ") and name[8:].isdecimal():
            return int(name[8:])
        level = _outline_level(style.element.find(qn("w:pPr")))
        style = style.base_style if isinstance(style.base_style, ParagraphStyle) else None
    return level + 1 if level is not None and level < 9 else 0


def _outline_level(properties: BaseOxmlElement | None) -> int | None:
    outline = properties.find(qn("w:outlineLvl")) if properties is not None else None
    value = outline.get(qn("w:val"), "") if outline is not None else ""
    return int(value) if value.isdecimal() else None


def _read_notes(document: Document) -> dict[tuple[str, str], str]:
    """Return the text of each footnote and endnote, by the tag that refers to it and its id."""
    notes = {}
    for relation in document.part.rels.values():
        ending = next((ending for ending in _NOTES if relation.reltype.endswith(ending)), None)
        if ending is None or relation.is_external:
            continue
        tag, reference = map(qn, _NOTES[ending])
        for note in parse_xml(relation.target_part.blob).iter(tag):
            text = "".join(run.text or "" for run in note.iter(qn("w:t")))
            if text.strip():
                notes[reference, note.get(qn("w:id"), "")] = " ".join(text.split())
    return notes
