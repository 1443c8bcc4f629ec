"""Runs of Thai letters cut by a dictionary into the fewest words, at the borders of character clusters.

The choices are those of PyThaiNLP's `newmm`, made in less time: most of the work of an index is done here."""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from heapq import heappop, heappush
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pythainlp.util import Trie

_MOST_EDGES: Final = 50  # of words that overlap; then the rest of them is left out
_TWO_LETTERS: Final = re.compile("[ก-ฮ]{,2}$")


def cut_run(run: str, dictionary: Trie) -> Iterator[str]:
    """Yield the words of a run of Thai letters; what the dictionary does not know goes up to the next word it knows."""
    is_border, length = _borders(run), len(run)
    ends: dict[int, list[int]] = {}  # of the words that begin at a place
    ahead, done, edges = [0], 0, 0
    while ahead[0] < length:
        begin = heappop(ahead)
        found = _words_at(run, begin, dictionary, is_border)[: max(1, _MOST_EDGES + 1 - edges)]
        ends[begin], edges = found, edges + len(found)
        for end in found:
            if end not in ahead:
                heappush(ahead, end)
        if len(ahead) > 1:
            continue  # words overlap: which of them they are is known where all ways meet
        if ahead:
            for end in found if begin == done else _fewest(ends, done, ahead[0]):
                yield run[done:end]
                done = end
        else:
            done = _next_known(run, begin, dictionary, is_border)
            yield run[begin:done]
            ahead = [done]
        ends, edges = {}, 0


def clusters_of_run(run: str) -> list[str]:
    """Return the character clusters of a run of Thai letters, as PyThaiNLP's `tcc` does."""
    return [match[0] for match in _clusters("tcc").finditer(run)]


def _borders(run: str) -> bytearray:
    """1 where a cluster ends: no word ends elsewhere."""
    borders = bytearray(len(run) + 1)
    for match in _clusters("tcc_p").finditer(run):
        borders[match.end()] = 1
    return borders


def _words_at(run: str, begin: int, dictionary: Trie, is_border: bytearray) -> list[int]:
    """The ends of the words that begin at a place, the shortest first."""
    found = []
    node = dictionary.root
    for end in range(begin + 1, len(run) + 1):
        following = node.children.get(run[end - 1]) if node.children else None
        if following is None:
            break
        node = following
        if node.end and is_border[end]:
            found.append(end)
    return found


def _fewest(ends: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """The ends of the words on the shortest way from `start` to `goal`; of equally short ones the first."""
    came_from = {start: start}
    queue = deque([start])
    while goal not in came_from:
        place = queue.popleft()
        for end in ends.get(place, ()):
            if end not in came_from:
                came_from[end] = place
                queue.append(end)
    way = [goal]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _next_known(run: str, begin: int, dictionary: Trie, is_border: bytearray) -> int:
    """Where the next word that the dictionary knows begins; two consonants alone are none."""
    for place in range(begin + 1, len(run)):
        if is_border[place] and any(
            not _TWO_LETTERS.match(run[place:end]) for end in _words_at(run, place, dictionary, is_border)
        ):
            return place
    return len(run)


@cache
def _clusters(module: str) -> re.Pattern[str]:
    """The rules of one of PyThaiNLP's cluster modules, and any letter that none of them begins with."""
    rules: re.Pattern[str] = import_module(f"pythainlp.tokenize.{module}")._PAT_TCC
    return re.compile(f"{rules.pattern}|.", re.DOTALL)
