"""An index of given documents alone, beside all others, gone when it was used."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from django.conf import settings

from .address import ClusterAddress, Credentials, engine_address
from .analysis import Analyser
from .backends.embedded import EmbeddedBackend
from .cutting import cut_all
from .known_words import KnownWords
from .word_memory import in_place_of_the_index

if TYPE_CHECKING:
    from portal.thai.words import Vocabulary

    from .backends import SearchBackend
    from .backends.elastic_client import Cluster
    from .documents import SearchDocument

BATCH: Final = 200  # documents
FORGOTTEN_AFTER: Final = 24 * 3600.0  # seconds, of what a killed process left in a cluster
_NAME: Final = "throwaway"


@contextmanager
def throw_away(
    url: str,
    documents: Iterable[SearchDocument],
    vocabulary: Vocabulary,
    progress: Callable[[int], None] = lambda _done: None,
) -> Iterator[SearchBackend]:
    """Index `documents` in the engine at `url` and give it for questions.

    Inside the block the words of the documents are those that misspelt questions are compared with. Raises
    `SearchUnavailable`, or ValueError for a wrong address."""
    with spare_engine(url) as backend, in_place_of_the_index(_build(backend, documents, vocabulary, progress)):
        yield backend


@contextmanager
def spare_engine(url: str) -> Iterator[SearchBackend]:
    """The engine at `url` with no index yet; the one that is built inside is removed with the block.

    Embedded: in a temporary folder, whatever folder the address names. A cluster: under a name of its own, with the
    credentials of the settings."""
    address = engine_address(url, settings.DATA_DIR, None if url.startswith("embedded:") else _credentials())
    with _clustered(address) if isinstance(address, ClusterAddress) else _embedded() as backend:
        yield backend


def _build(
    backend: SearchBackend, documents: Iterable[SearchDocument], vocabulary: Vocabulary, progress: Callable[[int], None]
) -> KnownWords:
    words: set[str] = set()
    analyser, rest, done = Analyser(vocabulary), iter(documents), 0
    with backend.rebuild() as build:
        while batch := list(islice(rest, BATCH)):
            cut = cut_all(batch, analyser)
            build.add(cut.documents)
            words |= cut.words
            done += len(batch)
            progress(done)
        build.publish()
    return KnownWords(words)


@contextmanager
def _embedded() -> Iterator[SearchBackend]:
    with TemporaryDirectory(prefix="portal-search-") as folder:
        yield EmbeddedBackend(Path(folder))


@contextmanager
def _clustered(address: ClusterAddress) -> Iterator[SearchBackend]:
    from .backends.elastic import ElasticBackend
    from .backends.elastic_client import Cluster

    below = f"{address.prefix}-{_NAME}"
    own = ClusterAddress(address.url, f"{below}-{secrets.token_hex(4)}", address.credentials)
    cluster = Cluster(own)
    _remove(cluster, re.compile(rf"{re.escape(below)}-[0-9a-f]{{8}}-\d{{6}}"), FORGOTTEN_AFTER)
    try:
        yield ElasticBackend(own)
    finally:
        _remove(cluster, re.compile(rf"{re.escape(own.prefix)}-\d{{6}}"))


def _remove(cluster: Cluster, names: re.Pattern[str], older_than: float = 0.0) -> None:
    """Drop the indexes of these names, each by its whole name: clusters may forbid patterns."""
    from .backends.elastic_client import WRITING_PATIENCE

    with cluster.asking():
        client = cluster.client(WRITING_PATIENCE)
        siblings = f"{cluster.address.prefix.rsplit('-', 1)[0]}-*"
        found = client.indices.get_settings(index=siblings, allow_no_indices=True).body
        for name, index in found.items():
            age = time.time() - int(index["settings"]["index"]["creation_date"]) / 1000
            if names.fullmatch(name) and age >= older_than:
                client.indices.delete(index=name, ignore_unavailable=True)


def _credentials() -> Credentials:
    return Credentials(
        settings.SEARCH_USER, settings.SEARCH_PASSWORD, settings.SEARCH_API_KEY, settings.SEARCH_CA_CERTS
    )
