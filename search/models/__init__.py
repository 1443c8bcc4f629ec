"""What the search keeps in the database: its registries, the changes that wait, the questions asked."""

from .golden import ExpectedResult, GoldenRun
from .lexicon import Abbreviation, DictionaryWord, IndexedWord, RefusedWord, SynonymGroup
from .log import SearchedQuery
from .outbox import IndexChange
from .words import LexiconState

__all__ = [
    "Abbreviation",
    "DictionaryWord",
    "ExpectedResult",
    "GoldenRun",
    "IndexChange",
    "IndexedWord",
    "LexiconState",
    "RefusedWord",
    "SearchedQuery",
    "SynonymGroup",
]
