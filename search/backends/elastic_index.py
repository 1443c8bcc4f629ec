"""The indexes of the portal in the cluster: numbered, behind an alias for reading and one for writing."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from elasticsearch import BadRequestError

from . import elastic_schema
from .base import OutdatedIndex, SearchUnavailable
from .elastic_client import MERGING_PATIENCE, WRITING_PATIENCE, Cluster, no_index_yet
from .process_mark import is_gone, own_mark

if TYPE_CHECKING:
    from search.address import ClusterAddress

FORMAT_STAYS: Final = 10.0  # seconds that a search relies on the format seen last
BEAT: Final = 15.0  # seconds between two signs of life of a build
SILENCE: Final = 600.0  # seconds without one, after which a build on another machine counts as interrupted

logger = logging.getLogger(__name__)


class ElasticIndexes:
    """What of the cluster is ours: `<prefix>-000001` and so on, the aliases `<prefix>-read` and `<prefix>-write`."""

    def __init__(self, address: ClusterAddress) -> None:
        self.cluster = Cluster(address)
        self.read, self.write = f"{address.prefix}-read", f"{address.prefix}-write"
        self._prefix = address.prefix
        self._name = re.compile(rf"{re.escape(address.prefix)}-(\d{{6}})")
        self._checked = float("-inf")

    def check_format(self, *, again: bool = False) -> None:
        """Raise `OutdatedIndex`, or `SearchUnavailable` without an index; asks the cluster now and then, or `again`."""
        if again or time.monotonic() - self._checked > FORMAT_STAYS:
            self.current_name()

    def current_name(self) -> str:
        """The index in use. Raises `SearchUnavailable` before the first build, `OutdatedIndex` for another format."""
        self._checked = float("-inf")
        with self.cluster.asking():
            found = self.cluster.client().indices.get_mapping(index=self.read).body
        if not found:
            raise SearchUnavailable(no_index_yet())
        name, index = next(iter(found.items()))
        if _meta(index).get("format") != elastic_schema.FORMAT:
            raise OutdatedIndex(
                _("Another version of the portal wrote the search index. Build it anew: manage.py rebuild_search_index")
            )
        self._checked = time.monotonic()
        return str(name)

    @contextmanager
    def building(self) -> Iterator[Building]:
        """A fresh index; what interrupted builds left is cleared, and a second build at the same time refused."""
        with self.cluster.asking():
            building = self._begin()
        try:
            yield building
        finally:
            if not building.is_in_use:
                self._drop([building.name])

    def put_in_use(self, building: Building) -> None:
        """Merge, and lead both aliases to the new index in one step; then drop the others."""
        with self.cluster.asking():
            client = self.cluster.client(MERGING_PATIENCE)
            client.indices.refresh(index=building.name)
            client.indices.forcemerge(index=building.name, max_num_segments=1)
            client.indices.put_settings(index=building.name, settings=elastic_schema.settings_in_use())
            old = [name for name in self._ours() if name != building.name]
            both = [self.read, self.write]
            client.indices.update_aliases(
                actions=[
                    *({"remove": {"index": name, "aliases": both, "must_exist": False}} for name in old),
                    {"remove": {"index": building.name, "alias": building.alias, "must_exist": False}},
                    {"add": {"index": building.name, "alias": self.read}},
                    {"add": {"index": building.name, "alias": self.write, "is_write_index": True}},
                ]
            )
        building.is_in_use = True
        self._drop(old)

    def _begin(self) -> Building:
        named = self._named()
        ours = _marked(named)
        for index in ours.values():
            _refuse_second(index)
        number = max((int(name[-6:]) for name in named), default=0) + 1
        self._drop([name for name, index in ours.items() if not index["aliases"].keys() & {self.read, self.write}])
        building = Building(self.cluster, f"{self._prefix}-{number:06}")
        building.create()
        return building

    def _ours(self) -> Mapping[str, Any]:
        """Our indexes by name. One that is only called alike has not our mark and is left alone."""
        return _marked(self._named())

    def _named(self) -> Mapping[str, Any]:
        found = self.cluster.client().indices.get(index=f"{self._prefix}-*", allow_no_indices=True).body
        return {name: index for name, index in found.items() if self._name.fullmatch(name)}

    def _drop(self, names: list[str]) -> None:
        """What cannot be dropped now is dropped by the next rebuild: it answers nobody."""
        for name in names:
            try:
                with self.cluster.asking():
                    self.cluster.client(WRITING_PATIENCE).indices.delete(index=name, ignore_unavailable=True)
            except SearchUnavailable as error:
                logger.warning("The search index %s stays until the next rebuild: %s", name, error)


class Building:
    """An index being written, with an alias of its own, and the mark of the process that writes it."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.name, self.alias = name, f"{name}-build"
        self.is_in_use = False
        self._cluster = cluster
        self._beaten = 0.0

    def create(self) -> None:
        """Make it; two that begin at once choose the same number, and only one of them gets it."""
        try:
            self._cluster.client(WRITING_PATIENCE).indices.create(
                index=self.name,
                settings=elastic_schema.settings(),
                mappings=elastic_schema.mapping(self._mark()),
                aliases={self.alias: {}},
            )
        except BadRequestError as error:
            if error.error == "resource_already_exists_exception":
                raise SearchUnavailable(_another_builds()) from error
            raise

    def beat(self) -> None:
        """Give a sign of life, now and then."""
        if time.monotonic() - self._beaten > BEAT:
            with self._cluster.asking():
                self._cluster.client().indices.put_mapping(index=self.name, meta={"portal": self._mark()})

    def _mark(self) -> dict[str, Any]:
        self._beaten = time.monotonic()
        return {"format": elastic_schema.FORMAT, "builder": own_mark(), "beat": int(time.time())}


def _marked(indexes: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: index for name, index in indexes.items() if _meta(index)}


def _refuse_second(index: Mapping[str, Any]) -> None:
    meta = _meta(index)
    is_building = any(alias.endswith("-build") for alias in index["aliases"])
    if is_building and time.time() - meta["beat"] < SILENCE and not is_gone(meta["builder"]):
        raise SearchUnavailable(_another_builds())


def _another_builds() -> str:
    return _(
        "The search index is being rebuilt by another process already. If that one was interrupted on another machine, "
        "try again after ten minutes."
    )


def _meta(index: Mapping[str, Any]) -> Mapping[str, Any]:
    meta: Mapping[str, Any] = index["mappings"].get("_meta", {}).get("portal", {})
    return meta
