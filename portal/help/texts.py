"""Reads the handbook's Markdown: one source for the repository and for the portal's own pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

PICTURES: Final = "handbook"  # their folder among the static files
INDEX: Final = "README"
_SHOT: Final = re.compile(r'(<img src="([^"]+)"[^>]*>)')


@dataclass(frozen=True, slots=True)
class Text:
    """A chapter or a guide: its `name` in addresses, its heading, and what stands below it as HTML."""

    name: str
    title: str
    html: SafeString
    is_guide: bool


@cache
def text_named(name: str) -> Text | None:
    """The text `name`; None where there is none. The files do not change while a process lives."""
    path = _paths().get(name)
    if path is None:
        return None
    source = path.read_text(encoding="utf-8")
    title, _line, rest = source.removeprefix("# ").partition("\n")
    tokens = _markdown().parse(rest)
    for token in tokens:
        for child in token.children or ():
            _lead_within_the_portal(child, path.parent)
    html = _markdown().renderer.render(tokens, _markdown().options, {})
    html = _SHOT.sub(r'<a class="shot" href="\2">\1</a>', html)  # on a phone a screen is read in its own size
    return Text(name, title, SafeString(html), path.parts[-3] == "guides")


@cache
def _paths() -> dict[str, Path]:
    docs = settings.BASE_DIR / "docs"
    return {path.stem: path for folder in ("handbook", "guides") for path in (docs / folder / "th").glob("*.md")}


@cache
def _markdown() -> MarkdownIt:
    """Without HTML of its own: what the files hold is text."""
    return MarkdownIt("commonmark", {"html": False, "breaks": False})


def _lead_within_the_portal(token: Token, folder: Path) -> None:
    """Links between the files become addresses, pictures static files whose size is known before they are loaded."""
    if token.type == "link_open" and (found := re.fullmatch(r"(?:.*/)?(\w[\w-]*)\.md", str(token.attrs["href"]))):
        token.attrs["href"] = reverse("help") if found[1] == INDEX else reverse("help_text", args=[found[1]])
    elif token.type == "image":
        path = folder / str(token.attrs["src"])
        with Image.open(path) as picture:
            width, height = picture.size
        token.attrs |= {"src": static(f"{PICTURES}/{path.name}"), "width": width, "height": height, "loading": "lazy"}
