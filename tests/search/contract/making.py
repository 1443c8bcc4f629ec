"""Pages and questions for the engines, made by the portal's own analysis of text."""

from pathlib import Path

from portal.thai.words import Vocabulary, cluster_runs, tokens_of
from search.analysis import AnalysedDocument, Analyser
from search.documents import AttachedText, SearchDocument
from search.tree import Answer, Node, Phrase, Question, StoredText, Term

ROOT = Path(__file__).resolve().parents[3]
PLAIN = Vocabulary()


def page(number, title="เรื่อง", body="", *, kind="manual", date=None, labels=(), files=(), **facets) -> AnalysedDocument:
    """A page as it reaches an engine; `files` as (key, title, text)."""
    document = SearchDocument(
        number, kind, title, body, date, facets, tuple(labels), tuple(AttachedText(*file) for file in files)
    )
    return Analyser(PLAIN).analyse(document)


def bare(number) -> AnalysedDocument:
    """A page with one word, made without analysis: for many of them."""
    tokens = {"title": "มาก", "body": "", "labels": "", "files": "", "pairs": "", "clusters": ""}
    return AnalysedDocument(number, "manual", None, {"kind": ("manual",)}, tokens, StoredText("มาก", ""))


def fill(engine, *documents) -> None:
    """Make these the pages of the engine, and no others."""
    with engine.rebuild() as build:
        build.add(documents)
        build.publish()


def word(text, field="body", weight=1.0) -> Term:
    """The term of a text that is one word."""
    (token,) = tokens_of(text, PLAIN)
    return Term(field, token, weight)


def words(text, field="body", weight=1.0) -> Phrase:
    """The words of a text, one directly after the other."""
    return Phrase(field, tuple(tokens_of(text, PLAIN)), weight)


def inside(text, field="clusters", weight=1.0) -> Phrase:
    """A text wherever it stands, whatever the words around it."""
    (run,) = cluster_runs(text)
    return Phrase(field, tuple(run), weight)


def ask(engine, tree: Node | None = None, **options) -> Answer:
    """Ask with room for all pages of a test."""
    return engine.search(Question(tree, **{"size": 100, **options}))


def found(engine, tree: Node | None = None, **options) -> list[int]:
    """The pages found, in their order."""
    return [match.page for match in ask(engine, tree, **options).matches]


def score(engine, tree: Node, number: int) -> float:
    """What a page is worth for a question."""
    return next(match.score for match in ask(engine, tree).matches if match.page == number)
