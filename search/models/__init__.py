"""What the search keeps in the database: its registries, the changes that wait, the questions asked."""

from .lexicon import Abbreviation, DictionaryWord, IndexedWord, LexiconState, SynonymGroup
from .log import SearchedQuery
from .outbox import IndexChange

__all__ = [
    "Abbreviation",
    "DictionaryWord",
    "IndexChange",
    "IndexedWord",
    "LexiconState",
    "SearchedQuery",
    "SynonymGroup",
]
