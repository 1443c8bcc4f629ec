"""What every reader returns: the paragraphs of a file in their order, and the error for a file that cannot be read."""

from dataclasses import dataclass
from enum import StrEnum


class BadManual(ValueError):
    """The file cannot be imported. Its text says, in the reader's language, what is wrong and what to do."""


class Style(StrEnum):
    """What the file itself says a paragraph is; a text file says nothing."""

    PLAIN = ""
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    IMAGE = "image"
    CONTENTS = "contents"  # a line of a generated table of contents
    MARGIN = "margin"  # a running header or footer
    TEXT_BOX = "text_box"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A non-blank paragraph. `line` is the 1-based line of a text file, the running number of a Word paragraph.

    `level` is the level of a heading (1 is the highest) or the depth of a list item (0 is the outermost).
    `stands_alone` is false where the file sets the paragraph directly under the one before it, without a blank line.
    `sheet` counts the page breaks before it.
    """

    line: int
    text: str
    style: Style = Style.PLAIN
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    image: bytes = b""
    image_name: str = ""
    stands_alone: bool = True
    sheet: int = 0
