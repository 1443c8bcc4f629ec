"""What may have been meant by a question that finds nothing: another keyboard, another spelling, other tone marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from portal.thai.normalise import fold, normalise
from portal.thai.spelling import without_tones
from portal.thai.words import Word, cluster_runs, cut, tokens_of

from .respelling import Known, respelt
from .tree import Every, Phrase, Question, Term
from .understanding import understand
from .word_memory import indexed_words, spellings_without_tones, taught_words
from .wrong_keyboard import retyped

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .lexicon import Lexicon
    from .tree import Node

CorrectionKind: TypeAlias = Literal["keyboard", "spelling", "tones"]
MOST_CORRECTIONS: Final = 5
LONGEST_TEXT: Final = 300  # letters; what is longer is no question
_MOST_RUNS: Final = 12
_MOST_TRIED: Final = 6
_MOST_TONES: Final = 4
_THAI_LETTER: Final = "\u0e01-\u0e3a\u0e40-\u0e4e"
_SHORTEST_LATIN: Final = 5
# What is corrected: words of Thai or of Latin letters. Not: -excluded words, what touches a digit (codes) or a dot
# (abbreviations), operators and acronyms in capitals.
_PARTS: Final = re.compile(
    rf'(?<!\S)-(?:"[^"]*"?|\S+)'
    rf"|(?<![0-9.{_THAI_LETTER}])(?P<thai>[{_THAI_LETTER}]{{3,}})(?![0-9.])"
    rf"|(?<![\w.])(?P<latin>[A-Za-z]{{{_SHORTEST_LATIN},}})(?![\w.@])"
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Another question in place of the one asked, and what was wrong with that."""

    kind: CorrectionKind
    text: str


def corrections(text: str, lexicon: Lexicon, backend: SearchBackend) -> tuple[Correction, ...]:
    """Questions that find something, the likeliest first; none for a question that seems right.

    Raises `SearchUnavailable`."""
    text = text[:LONGEST_TEXT]
    known = Known(indexed_words(), taught_words(lexicon), lexicon.vocabulary, partial(_pages_with, backend))
    found = _unlike(fold(text), [*_keyboard(text, known), *_spelling(normalise(text), known)])
    found = _answered(text, found, lexicon, backend)
    if not any(one.kind != "tones" for one in found):
        tones = _unlike(fold(text), _tones(normalise(text), lexicon, backend))
        found = [*found, *_answered(text, tones, lexicon, backend)]
    return tuple(found[:MOST_CORRECTIONS])


def _keyboard(text: str, known: Known) -> Iterator[Correction]:
    meant = retyped(text, known)
    if meant is not None:
        yield Correction("keyboard", meant)


def _spelling(text: str, known: Known) -> list[Correction]:
    """Every misspelt run put right; then the same with one run read otherwise."""
    parts = list(_PARTS.finditer(text))[:_MOST_RUNS]
    read = [(part, meant) for part in parts if (meant := _meant(part, known))]
    best = {part: meant[0] for part, meant in read}
    texts = [_replaced(text, best)] if best else []
    texts += [_replaced(text, {**best, part: other}) for part, meant in read for other in meant[1:]]
    return [Correction("tones" if _differ_in_tones_only(text, one, known) else "spelling", one) for one in texts]


def _meant(part: re.Match[str], known: Known) -> list[str]:
    if part["thai"]:
        return respelt(part["thai"], known)
    typed = part["latin"] or ""
    word = typed.casefold()
    if typed.isupper() or word in known.indexed.words or word in known.taught.words:
        return []
    meant = known.meant_by(word) or known.meant_by(word, far=True)
    return [one.word for one in meant if one.word[0] == word[0]]


def _differ_in_tones_only(typed: str, meant: str, known: Known) -> bool:
    """Right words that another tone mark makes other words: offered last. คู่มื่อ is no word: that is a misspelling."""
    before, after = cut(typed, known.vocabulary), cut(meant, known.vocabulary)
    return (
        without_tones(typed) == without_tones(meant)
        and len(before) == len(after)
        and all(known.is_right(word.shown) for word in before if word.token)
    )


def _tones(text: str, lexicon: Lexicon, backend: SearchBackend) -> Iterator[Correction]:
    """Words that no page holds, with the tone marks of words that some page holds."""
    typed = cut(text, lexicon.vocabulary)
    tokens = {word.token for word in typed if len(word.token) > 1}
    counts = backend.count_words(sorted(tokens))
    missing = {token for token in tokens if not counts.get(token)}
    alike: dict[str, list[str]] = {}
    bare_words = {without_tones(token) for token in missing}
    for word, bare in spellings_without_tones(bare_words, _MOST_RUNS * _MOST_TONES):
        alike.setdefault(bare, []).append(word)
    held = backend.count_words(sorted({word for group in alike.values() for word in group}))
    best = {
        token: ranked
        for token in missing
        if (ranked := sorted(filter(held.get, alike.get(without_tones(token), ())), key=lambda one: (-held[one], one)))
    }
    for place in range(_MOST_TONES if best else 0):
        yield Correction("tones", "".join(_with_tones(word, best, place) for word in typed))


def _with_tones(word: Word, best: dict[str, list[str]], place: int) -> str:
    ranked = best.get(word.token)
    return ranked[min(place, len(ranked) - 1)] if ranked else word.shown


def _replaced(text: str, meant: dict[re.Match[str], str]) -> str:
    written, position = [], 0
    for part in sorted(meant, key=lambda one: one.start()):
        written += [text[position : part.start()], meant[part]]
        position = part.end()
    return "".join([*written, text[position:]])


def _unlike(asked: str, found: Iterable[Correction]) -> list[Correction]:
    """Each question once, and never the one that was asked."""
    by_text: dict[str, Correction] = {}
    for one in found:
        by_text.setdefault(fold(one.text), one)
    return [one for text, one in by_text.items() if text != asked]


def _answered(asked: str, found: Iterable[Correction], lexicon: Lexicon, backend: SearchBackend) -> list[Correction]:
    """Those that find something; first those that some page answers strictly, tone marks last."""
    ranked: list[tuple[bool, bool, Correction]] = []
    before = set(tokens_of(asked, lexicon.vocabulary))
    for one in list(found)[:_MOST_TRIED]:
        stages = understand(one.text, lexicon).stages
        if stages and _finds(stages[0], backend):
            ranked.append((one.kind == "tones", False, one))
        elif len(stages) > 1 and _finds(stages[-1], backend):
            new = sorted(set(tokens_of(one.text, lexicon.vocabulary)) - before)
            if all(backend.count_words(new).values()):  # else it finds only what the words beside the new one find
                ranked.append((one.kind == "tones", True, one))
    return [one for *_order, one in sorted(ranked, key=lambda row: row[:2])]


def _pages_with(backend: SearchBackend, text: str) -> int:
    parts = [Phrase("clusters", tuple(run)) if len(run) > 1 else Term("clusters", run[0]) for run in cluster_runs(text)]
    return backend.search(Question(Every(tuple(parts)), size=1)).total if parts else 0


def _finds(tree: Node, backend: SearchBackend) -> bool:
    return backend.search(Question(tree, size=1)).total > 0
