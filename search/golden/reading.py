"""The golden set as it lies in the files beside this one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from search.corpus import Corpus, Row, read_corpus, rows_of, text_of, texts_of

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """What must hold of the answer to a question; documents by their names in the file.

    `first`: one of them comes first. `found`: all are among the first ten. `absent`: none is found at all.
    `before`: the first of the two comes before the second. `is_empty`: nothing is found. `trap`: what it tries."""

    text: str
    trap: str
    first: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class GoldenSet:
    """Documents, questions, and the abbreviations (short, full) and synonyms that the questions rely on."""

    corpus: Corpus
    questions: tuple[GoldenQuestion, ...]
    abbreviations: tuple[tuple[str, str], ...]
    synonyms: tuple[tuple[str, ...], ...]


def golden_set() -> GoldenSet:
    """Read the files."""
    lexicon = json.loads((FOLDER / "lexicon.json").read_text(encoding="utf-8"))
    return GoldenSet(
        read_corpus(FOLDER / "documents.jsonl"),
        tuple(_question(row) for _line, row in rows_of(FOLDER / "questions.jsonl")),
        tuple((short, full) for short, full in lexicon["abbreviations"]),
        tuple(tuple(group) for group in lexicon["synonyms"]),
    )


def _question(row: Row) -> GoldenQuestion:
    return GoldenQuestion(
        text_of(row, "query"),
        text_of(row, "trap"),
        texts_of(row, "first"),
        texts_of(row, "found"),
        texts_of(row, "absent"),
        texts_of(row, "before"),
        bool(row.get("nothing")),
    )
