"""Who is counted: people, once a minute, and not those who work on the page themselves."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from crawlerdetect import CrawlerDetect
from django.core.cache import cache
from django.http import HttpRequest

from portal.accounts.client_address import address_of
from portal.content.models import KnowledgePage, PageAuthor

_SAME: Final = 60  # seconds in which the same visitor counts once
_SALT: Final = 60 * 60  # seconds after which the salt is another, and no hash can be compared with an older one


def is_counted(request: HttpRequest, page: KnowledgePage, what: str) -> bool:
    """Whether this request is one more. Remembers for a minute that it was, by a salted hash in the cache."""
    return not is_robot(request) and not works_on(request, page) and _is_first(request, page, what)


def is_robot(request: HttpRequest) -> bool:
    """Whether it says so, says nothing at all, or only looks ahead for somebody who may never come."""
    agent = request.headers.get("User-Agent", "")
    ahead = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    return not agent.strip() or "prefetch" in ahead or bool(CrawlerDetect(user_agent=agent).is_crawler())


def works_on(request: HttpRequest, page: KnowledgePage) -> bool:
    """Whether somebody of the office, or the page's owner or author, is reading. Anonymous visitors cost no query."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    if user.pk == page.owner_id or user.has_perm("wagtailadmin.access_admin"):
        return True
    return PageAuthor.objects.filter(page=page, person__user=user).exists()


def _is_first(request: HttpRequest, page: KnowledgePage, what: str) -> bool:
    salt = cache.get_or_set("counting.salt", secrets.token_hex, _SALT)
    agent = request.headers.get("User-Agent", "")
    visitor = f"{salt} {address_of(request)} {agent} {page.pk} {what}"
    return cache.add(f"counting.{hashlib.sha256(visitor.encode()).hexdigest()}", True, _SAME)
