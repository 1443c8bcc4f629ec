"""What one Word paragraph says: its text with notes and symbols, its pictures, the text of boxes and diagrams in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from django.utils.translation import gettext as _
from docx.opc.part import Part as PackagePart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_IMAGE_DATA: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_DRAWING_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_TEXT: Final = frozenset({qn("w:t"), _MATH_TEXT})
_BREAKS: Final = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SKIPPED: Final = frozenset(
    {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:delText"), qn("w:instrText"), qn("w:moveFrom"), f"{_MC}Fallback"}
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the name of its file and its description."""

    content: bytes
    name: str
    description: str


@dataclass
class Contained:
    """All that is in a paragraph. `boxes` are the text boxes; each holds paragraphs of its own."""

    text: str = ""
    sheets: int = 0  # page breaks
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[BaseOxmlElement] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)


class ParagraphReader:
    """Reads the paragraphs of one part of the package (the body, a header); notes come from the notes' parts."""

    def __init__(self, part: PackagePart, notes: dict[tuple[str, str], str] | None = None) -> None:
        self._part = part
        self._notes = notes or {}

    def read(self, paragraph: BaseOxmlElement) -> Contained:
        contained = Contained()
        self._collect(paragraph, contained)
        return contained

    def _collect(self, element: BaseOxmlElement, contained: Contained) -> None:
        for child in element.iterchildren(tag=etree.Element):
            if child.tag in _SKIPPED:
                continue
            if child.tag in _TEXT:
                contained.text += child.text or ""
            elif child.tag in _BREAKS:
                contained.text += _BREAKS[child.tag]
            elif child.tag == qn("w:br"):
                contained.sheets += child.get(qn("w:type")) == "page"
                contained.text += "\n"
            elif child.tag == qn("w:txbxContent"):
                contained.boxes.append(child)
            elif not self._collect_reference(child, contained):
                self._collect(child, contained)

    def _collect_reference(self, child: BaseOxmlElement, contained: Contained) -> bool:
        """Take in what the element stands for, and say whether that was all."""
        if child.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            note = self._notes.get((child.tag, child.get(qn("w:id"), "")), "")
            contained.text += " " + _("(note: %(text)s)") % {"text": note} if note else ""
        elif child.tag == qn("w:sym"):
            contained.text += _symbol(child.get(qn("w:char"), ""))
        elif child.tag == qn("a:blip"):
            self._add_picture(child.get(qn("r:embed")), child, contained)
        elif child.tag == _IMAGE_DATA:
            self._add_picture(child.get(qn("r:id")), child, contained)
        elif child.tag == _DIAGRAM:
            contained.diagrams.extend(self._diagram(child.get(qn("r:dm"))))
        else:
            return False
        return True

    def _add_picture(self, relation: str | None, element: BaseOxmlElement, contained: Contained) -> None:
        part = self._related(relation)
        if part is not None:
            name = PurePosixPath(str(part.partname)).name
            contained.pictures.append(Picture(part.blob, name, _description(element)))

    def _diagram(self, relation: str | None) -> Iterator[str]:
        part = self._related(relation)
        if part is not None:
            for paragraph in parse_xml(part.blob).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
                text = "".join(run.text or "" for run in paragraph.iter(_DRAWING_TEXT)).strip()
                if text:
                    yield text

    def _related(self, relation: str | None) -> PackagePart | None:
        found = self._part.rels.get(relation) if relation else None
        return found.target_part if found is not None and not found.is_external else None


def _description(element: BaseOxmlElement) -> str:
    """Return the alternative text of the drawing around a picture."""
    for ancestor in element.iterancestors(qn("wp:inline"), qn("wp:anchor")):
        properties = ancestor.find(qn("wp:docPr"))
        if properties is not None:
            return " ".join((properties.get("descr") or "").split())
    return ""


def _symbol(code: str) -> str:
    """Return the character of a symbol font; those beyond text are bullets and arrows of Wingdings."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return character if not "\ue000" <= character <= "\uf8ff" else "•"
