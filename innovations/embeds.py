"""Videos that lie elsewhere: from which addresses they can be shown without cookies, fetched only after a click."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit

FRAME_HOSTS: Final = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
_YOUTUBE_KEY: Final = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO_KEY: Final = re.compile(r"/(?:video/)?([0-9]{5,12})(?:/([0-9a-f]{6,16}))?/?")
_YOUTUBE_HOSTS: Final = frozenset(
    {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"}
)
_VIMEO_HOSTS: Final = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
_IN_PATH: Final = frozenset({"embed", "shorts", "live", "v"})


@dataclass(frozen=True, slots=True)
class Embed:
    """A player that may be put into the page: the name of the service, the address that sets no cookies."""

    service: str
    url: str


def embed_of(url: str) -> Embed | None:
    """The player for the address of a video; None where no player without cookies is known: a link has to do."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if host in _YOUTUBE_HOSTS and (key := _youtube_key(host, parts.path, parts.query)):
        return Embed("YouTube", f"{FRAME_HOSTS[0]}/embed/{key}?autoplay=1&rel=0")
    if host in _VIMEO_HOSTS and (found := _VIMEO_KEY.fullmatch(parts.path)):
        secret = f"&h={found[2]}" if found[2] else ""
        return Embed("Vimeo", f"{FRAME_HOSTS[1]}/video/{found[1]}?dnt=1&autoplay=1{secret}")
    return None


def _youtube_key(host: str, path: str, query: str) -> str | None:
    steps = [step for step in path.split("/") if step]
    if host == "youtu.be":
        key = steps[0] if steps else ""
    elif len(steps) == 2 and steps[0] in _IN_PATH:
        key = steps[1]
    else:
        key = parse_qs(query).get("v", [""])[0]
    return key if _YOUTUBE_KEY.fullmatch(key) else None
