"""Every template on a phone and on a desk, light and dark, side by side for people to look at."""

import html
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from .browser import settle

LOOKS = tuple((width, scheme) for width in (360, 1280) for scheme in ("light", "dark"))
TALLEST = 6000  # pixels
STYLE = """body{font:16px/1.6 sans-serif;margin:2rem;background:#ddd}figure{display:inline-block;margin:0 1rem 1rem 0;
vertical-align:top}img{max-height:70vh;max-width:45vw;border:1px solid #888}nav a{margin-right:1em}"""


def shoot(page: Page, name: str, folder: Path, looks: Sequence[tuple[int, str]] = LOOKS) -> None:
    """The open page in each look: what was loaded once is only laid out anew."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        settle(page)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        path = folder / file_name(name, width, scheme)
        page.screenshot(path=path, type="jpeg", quality=60, animations="disabled", full_page=True, clip=clip)


def file_name(name: str, width: int, scheme: str) -> str:
    """`home/home` at 360 in the dark -> `home-home-360-dark.jpg`."""
    return f"{re.sub('[^a-z0-9_]+', '-', name)}-{width}-{scheme}.jpg"


def write_index(folder: Path, names: Iterable[str], looks: Sequence[tuple[int, str]] = LOOKS) -> Path:
    """A page with all of them; opens from the disk, without a server."""
    names = sorted(names)
    links = " ".join(f'<a href="#{html.escape(file_name(one, 0, ""))}">{html.escape(one)}</a>' for one in names)
    body = "".join(_row(name, looks) for name in names)
    index = folder / "index.html"
    index.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Templates</title><style>{STYLE}</style>'
        f"<h1>All templates</h1><nav>{links}</nav>{body}</html>",
        encoding="utf-8",
    )
    return index


def _row(name: str, looks: Sequence[tuple[int, str]]) -> str:
    figures = "".join(
        f'<figure><a href="{file_name(name, *look)}"><img loading="lazy" src="{file_name(name, *look)}" '
        f'alt="{html.escape(name)}"></a><figcaption>{look[0]}, {look[1]}</figcaption></figure>'
        for look in looks
    )
    return f'<h2 id="{html.escape(file_name(name, 0, ""))}">{html.escape(name)}</h2>{figures}'
