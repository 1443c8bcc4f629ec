"""Which addresses the portal's own server may open: public ones only, however a name or a redirect disguises them."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, TypeAlias
from urllib.parse import urlsplit

Address: TypeAlias = IPv4Address | IPv6Address
WEB_PORTS: Final = frozenset({80, 443})
_TRANSLATED: Final = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))  # IPv4 in the last 32 bits
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class NotAllowed(Exception):
    """The address leads to a private network, to another port than the web's, or is no web address."""


class NoSuchSite(Exception):
    """No name server knows the site."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to connect: the very address that was looked at, so that a second answer of the name server is not used."""

    scheme: str
    host: str
    port: int
    address: Address


def is_public(address: Address) -> bool:
    """Whether everybody could open it; addresses within other addresses are looked at as well."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if inner:
            return is_public(inner)
        if any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_loopback)


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides before each request, and again after each redirect."""

    is_allowed: Callable[[Address], bool] = is_public
    ports: frozenset[int] = WEB_PORTS

    def destination(self, url: str) -> Destination:
        """Where to connect for `url`. Raises `NotAllowed` or `NoSuchSite`."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)
        except ValueError as error:
            raise NotAllowed(str(error)) from error
        if parts.scheme not in _DEFAULT_PORTS or not host or parts.username or parts.password:
            raise NotAllowed("only http and https, without user and password")
        if port not in self.ports:
            raise NotAllowed(f"port {port}")
        found = _addresses(host, port)
        if not all(self.is_allowed(address) for address in found):
            raise NotAllowed("a private network")
        return Destination(parts.scheme, host, port, found[0])


def _addresses(host: str, port: int) -> list[Address]:
    try:
        name = host.encode("idna").decode() if not host.isascii() else host
        answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchSite(host) from error
    return [ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
