"""The way to the cluster: one client a process, short patience, and every failure said in words that help."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from elastic_transport import ConnectionTimeout, TlsError, TransportError
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    UnsupportedProductError,
)
from elasticsearch.helpers import streaming_bulk

from .base import SearchUnavailable

if TYPE_CHECKING:
    from search.address import ClusterAddress

PATIENCE: Final = 3.0  # seconds for an answer: a visitor waits
WRITING_PATIENCE: Final = 20.0  # for a batch of pages
MERGING_PATIENCE: Final = 1800.0  # for the end of a rebuild
BATCH: Final = 500  # pages
BATCH_BYTES: Final = 8 * 1024 * 1024  # proxies before managed clusters take some ten megabytes


class Cluster:
    """The client, made when first used, and made anew in a forked process: connections cannot be shared."""

    def __init__(self, address: ClusterAddress) -> None:
        self.address = address
        self._made: tuple[int, Elasticsearch] | None = None

    def client(self, patience: float = PATIENCE) -> Elasticsearch:
        """A client that waits so many seconds for an answer. A broken connection is tried once more."""
        if self._made is None or self._made[0] != os.getpid():
            self._made = os.getpid(), self._make()
        client = self._made[1]
        return client if patience == PATIENCE else client.options(request_timeout=patience)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Whatever the cluster refuses inside becomes `SearchUnavailable`, with the reason and what to do."""
        try:
            yield
        except (ApiError, TransportError) as error:
            raise SearchUnavailable(self._reason(error)) from error

    def write(self, actions: Iterable[dict[str, Any]], alias: str, *, at_once: bool) -> None:
        """Send pages in batches to what stands behind an alias; `at_once`: searches see them when this returns.

        Those that can be written are; the first that cannot is the reason of `SearchUnavailable`. To remove a page that
        is not there is no failure."""
        refused: list[str] = []
        with self.asking():
            client = self.client(WRITING_PATIENCE)
            for _ok, item in streaming_bulk(
                client,
                actions,
                chunk_size=BATCH,
                max_chunk_bytes=BATCH_BYTES,
                raise_on_error=False,
                max_retries=2,  # of what a busy cluster puts off
                initial_backoff=0.3,
                yield_ok=False,
                index=alias,
                require_alias=True,  # or a missing index would be made by the way, without its mapping
            ):
                result = next(iter(item.values()))
                if "error" in result:
                    refused.append(self._item_reason(result))
            if at_once:
                client.indices.refresh(index=alias)
        if refused:
            raise SearchUnavailable(refused[0])

    def _make(self) -> Elasticsearch:
        given = self.address.credentials
        options: dict[str, Any] = {"request_timeout": PATIENCE, "max_retries": 1, "retry_on_timeout": False}
        if given.api_key:
            options["api_key"] = given.api_key
        elif given.user:
            options["basic_auth"] = (given.user, given.password)
        if given.ca_certs:
            options["ca_certs"] = given.ca_certs
        try:
            return Elasticsearch(self.address.url, **options)
        except OSError as error:
            raise SearchUnavailable(
                _("The certificate file of the search cluster (SEARCH_CA_CERTS) cannot be used: %(reason)s")
                % {"reason": error}
            ) from error

    def _reason(self, error: ApiError | TransportError) -> str:
        match error:
            case TlsError():
                return _(
                    "The certificate of the search cluster at %(url)s is not trusted: %(reason)s. SEARCH_CA_CERTS "
                    "names the file of the authority that signed it."
                ) % {"url": self.address.url, "reason": error.message}
            case ConnectionTimeout():
                return _("The search cluster at %(url)s did not answer in time.") % {"url": self.address.url}
            case UnsupportedProductError():
                return _("What answers at %(url)s is not Elasticsearch 8.") % {"url": self.address.url}
            case ApiError():
                return self._refusal(error)
        return _("The search cluster at %(url)s cannot be reached: %(reason)s") % {
            "url": self.address.url,
            "reason": error.message,
        }

    def _refusal(self, error: ApiError) -> str:
        kind, reason = _cause(error.body)
        if kind == "index_not_found_exception":
            return no_index_yet()
        if kind == "cluster_block_exception":
            return _blocked(reason)
        if isinstance(error, AuthenticationException):
            return _(
                "The search cluster does not accept who asks: check SEARCH_USER and SEARCH_PASSWORD, or SEARCH_API_KEY."
            )
        if isinstance(error, AuthorizationException):
            return _(
                "The search cluster does not allow this account enough: %(reason)s. It needs the cluster privilege "
                "“monitor” and “all” on the indexes %(indexes)s."
            ) % {"reason": reason, "indexes": f"{self.address.prefix}-*"}
        if isinstance(error, NotFoundError) and not kind:
            return _("What answers at %(url)s is not Elasticsearch 8.") % {"url": self.address.url}
        return _("The search cluster refuses: %(reason)s") % {"reason": f"{error.meta.status} {reason}"}

    def _item_reason(self, result: dict[str, Any]) -> str:
        kind, reason = _cause({"error": result["error"]})
        if kind == "index_not_found_exception":
            return no_index_yet()
        if kind == "cluster_block_exception":
            return _blocked(reason)
        return _("The search cluster refuses page %(page)s: %(reason)s") % {"page": result.get("_id"), "reason": reason}


def no_index_yet() -> str:
    """What to do before the first build."""
    return _("There is no search index yet. Build it with: manage.py rebuild_search_index")


def _blocked(reason: str) -> str:
    if "read-only" in reason or "disk" in reason:
        return _(
            "The search cluster takes no changes: its disk is full or the index is read-only. Free some space; the "
            "changes wait and are made up for. (%(reason)s)"
        ) % {"reason": reason}
    return _("The search cluster refuses: %(reason)s") % {"reason": reason}


def _cause(body: Any) -> tuple[str, str]:
    """The kind and the reason of an error's innermost cause, from what a cluster, or a proxy before it, answers."""
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return "", str(error or body)[:300]
    cause = (error.get("root_cause") or [error])[0]
    deeper = error.get("caused_by") or {}
    reason = str(cause.get("reason"))
    if deeper.get("reason") and deeper["reason"] != reason:
        reason = f"{reason} ({deeper['reason']})"
    return str(cause.get("type", "")), reason[:500]
