"""Where kept answers lie: in the memory of the process. The longest unused is dropped first, all after a change."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

Value = TypeVar("Value")
# Shares of the room: what anybody can ask for in endless variety never drives out the pages themselves.
SHARES: Final = {"page": 0.6, "question": 0.3, "missing": 0.1}


@dataclass(slots=True)
class Shelf(Generic[Value]):
    """Values with their sizes in bytes, up to `room` bytes of them."""

    room: int
    taken: int = 0
    _kept: OrderedDict[Hashable, tuple[int, Value]] = field(default_factory=OrderedDict)

    def get(self, key: Hashable) -> Value | None:
        """What is kept under that key; used, it stays longer."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Keep it, unless it would take more than an eighth of the room."""
        self.drop(key)
        if size > self.room // 8:
            return
        self._kept[key] = (size, value)
        self.taken += size
        while self.taken > self.room:
            _key, (freed, _value) = self._kept.popitem(last=False)
            self.taken -= freed

    def drop(self, key: Hashable) -> None:
        """Keep it no longer."""
        size, _value = self._kept.pop(key, (0, None))
        self.taken -= size

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self.taken = 0

    def __len__(self) -> int:
        return len(self._kept)


class Store(Generic[Value]):
    """What was made at one generation. Asked with another one it is empty."""

    def __init__(self, room: int) -> None:
        self.shelves = {name: Shelf[Value](int(room * share)) for name, share in SHARES.items()}
        self.generation: int | None = None
        self._lock = Lock()

    def get(self, generation: int, key: Hashable) -> Value | None:
        """What was kept under that key at that generation."""
        with self._lock:
            self._turn_to(generation)
            return next((found for shelf in self.shelves.values() if (found := shelf.get(key)) is not None), None)

    def put(self, generation: int, shelf: str, key: Hashable, value: Value, size: int) -> None:
        """Keep what was made after `generation` was read; not at all when there was a change meanwhile."""
        with self._lock:
            if generation == self.generation:
                self.shelves[shelf].put(key, value, size)

    def drop(self, key: Hashable) -> None:
        """Keep it no longer."""
        with self._lock:
            for shelf in self.shelves.values():
                shelf.drop(key)

    def _turn_to(self, generation: int) -> None:
        if generation != self.generation:
            self.generation = generation
            for shelf in self.shelves.values():
                shelf.clear()
