"""Markdown files: headings, lists with their numbers, tables and paragraphs as their author sees them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from manuals.importer.paragraph import Paragraph, Style
from manuals.importer.reading_text import decode
from manuals.importer.soft_lines import split_soft_lines

_TAG: Final = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def read_markdown(content: bytes) -> list[Paragraph]:
    """Return the paragraphs of a Markdown file; `line` is the line of the file."""
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    return list(_Walk(MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)).paragraphs())


@dataclass
class _Walk:
    """One pass over the tokens. `items` holds the marker of each open list item until its first line takes it."""

    tokens: Sequence[Token]
    line: int = 0
    heading: int = 0
    lists: list[Token] = field(default_factory=list)
    marker: str = ""

    def paragraphs(self) -> Iterator[Paragraph]:
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(self.tokens)) if self.tokens[i].type == "table_close")
                yield self._table(self.tokens[index:end])
                index = end
            else:
                yield from self._block(token)
            index += 1

    def _block(self, token: Token) -> Iterator[Paragraph]:
        self._enter_or_leave(token)
        if token.type == "inline":
            yield from self._lines(_plain(token), token)
        elif token.type in ("code_block", "fence"):
            yield from self._lines(token.content, token, 1 if token.type == "fence" else 0)
        elif token.type == "html_block":
            yield from self._lines(_TAG.sub(" ", token.content), token)

    def _enter_or_leave(self, token: Token) -> None:
        if token.type.endswith("_list_open"):
            self.lists.append(token)
        elif token.type.endswith("_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.marker = f"{token.info}{token.markup}" if token.info else "-"
        elif token.type == "heading_open":
            self.heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self.heading = 0

    def _lines(self, text: str, token: Token, skipped: int = 0) -> Iterator[Paragraph]:
        first = (token.map[0] if token.map else self.line) + 1 + skipped
        for offset, line in split_soft_lines(text):
            # Two paragraphs of one table cell or HTML block may share a line; their numbers may not.
            self.line = max(first + offset, self.line + 1)
            if self.heading:
                yield Paragraph(self.line, line, Style.HEADING, self.heading)
            elif self.marker and self.lists:
                yield Paragraph(self.line, f"{self.marker} {line}", Style.LIST, len(self.lists) - 1)
                self.marker = ""
            else:
                yield Paragraph(self.line, line)

    def _table(self, tokens: Sequence[Token]) -> Paragraph:
        rows: list[list[str]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(" ".join(_plain(token).split()))
        self.line = max(self.line, tokens[0].map[0] if tokens[0].map else 0) + 1
        text = "\n".join("\t".join(row) for row in rows)
        return Paragraph(self.line, text, Style.TABLE, rows=tuple(map(tuple, rows)))


def _plain(token: Token) -> str:
    """Return the text of an inline token without its mark-up; of a link also the address."""
    pieces: list[str] = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif child.type == "link_close":
            pieces.append(f" ({pieces_href})" if (pieces_href := _href(token, child)) else "")
        elif child.type == "html_inline":
            pieces.append("\n" if child.content.lower().startswith("<br") else "")
        else:
            pieces.append(child.content)
    return "".join(pieces)


def _href(token: Token, closing: Token) -> str:
    """Return the address of the link that `closing` ends, unless it is the link's text."""
    children = token.children or []
    end = next(index for index, child in enumerate(children) if child is closing)
    start = max(index for index in range(end) if children[index].type == "link_open")
    href = str(children[start].attrs.get("href", ""))
    text = "".join(child.content for child in children[start:end])
    return "" if href in ("", text, f"mailto:{text}") or href.startswith("#") else href
