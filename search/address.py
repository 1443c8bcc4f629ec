"""`SEARCH_URL` and the settings beside it, read into one value that says where the index is; needs no Django."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from urllib.parse import SplitResult

DEFAULT_PREFIX: Final = "portal"
_PREFIX: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_FORMS: Final = "embedded://, embedded:///absolute/path, http://host:port/prefix or https://host:port/prefix"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a cluster asks for: a user with a password, or an API key; and the file of its certificate authority."""

    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca_certs: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddedAddress:
    """A folder of this machine."""

    folder: Path


@dataclass(frozen=True, slots=True)
class ClusterAddress:
    """An Elasticsearch: `url` with host and port, the `prefix` of its indexes' names."""

    url: str
    prefix: str
    credentials: Credentials = field(default_factory=Credentials)


EngineAddress: TypeAlias = EmbeddedAddress | ClusterAddress


def engine_address(url: str, data_dir: Path, credentials: Credentials | None = None) -> EngineAddress:
    """Read an address. Raises ValueError with what is wrong and how it should be, never with a password."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"SEARCH_URL is no address ({error}). It is one of: {_FORMS}.") from error
    _check_form(parts)
    if parts.scheme == "embedded":
        return _embedded(parts, data_dir, credentials or Credentials())
    if not host or port is None:
        raise ValueError("SEARCH_URL has to name host and port of the cluster: http://127.0.0.1:9200/portal")
    _check_credentials(parts.scheme, credentials or Credentials())
    shown = f"[{host}]" if ":" in host else host
    return ClusterAddress(f"{parts.scheme}://{shown}:{port}", _prefix(parts.path), credentials or Credentials())


def _check_form(parts: SplitResult) -> None:
    if parts.scheme not in ("embedded", "http", "https"):
        raise ValueError(f"SEARCH_URL begins with {parts.scheme!r}. It is one of: {_FORMS}.")
    if "@" in parts.netloc:
        raise ValueError("SEARCH_URL holds a user or password. Put them into SEARCH_USER and SEARCH_PASSWORD.")
    if parts.query or parts.fragment:
        raise ValueError(f"SEARCH_URL has a part behind '?' or '#' that means nothing. It is one of: {_FORMS}.")


def _embedded(parts: SplitResult, data_dir: Path, credentials: Credentials) -> EmbeddedAddress:
    if parts.netloc:
        raise ValueError(
            "SEARCH_URL names a folder with three slashes and its whole path: embedded:///srv/portal/search"
        )
    if credentials != Credentials():
        raise ValueError(
            "SEARCH_USER, SEARCH_PASSWORD, SEARCH_API_KEY and SEARCH_CA_CERTS are for a cluster, "
            "but SEARCH_URL chooses the embedded engine. Remove one or the other."
        )
    return EmbeddedAddress(Path(unquote(parts.path)) if parts.path.strip("/") else data_dir / "search")


def _prefix(path: str) -> str:
    prefix = path.strip("/") or DEFAULT_PREFIX
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(
            f"SEARCH_URL ends with {prefix!r}, which cannot begin the name of an index: "
            "lower-case letters a-z, digits, hyphens and underscores, such as /portal"
        )
    return prefix


def _check_credentials(scheme: str, given: Credentials) -> None:
    if given.api_key and (given.user or given.password):
        raise ValueError("Set either SEARCH_API_KEY or SEARCH_USER with SEARCH_PASSWORD, not both.")
    if bool(given.user) != bool(given.password):
        raise ValueError("SEARCH_USER and SEARCH_PASSWORD belong together: one of them is missing.")
    if not given.ca_certs:
        return
    if scheme == "http":
        raise ValueError("SEARCH_CA_CERTS is for https, but SEARCH_URL begins with http://")
    if not Path(given.ca_certs).is_file():
        raise ValueError(f"SEARCH_CA_CERTS names no file that can be read: {given.ca_certs}")
