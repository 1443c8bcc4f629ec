"""How well the search answers a corpus of Thai questions and keywords, on each engine; whether the engines agree."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from harness import CORPUS, cluster, say, set_up, show, verdict

if TYPE_CHECKING:
    from search.evaluation import Asked

FLOORS: Final = {
    ("questions", "mrr@10"): 0.94,
    ("questions", "hit@10"): 0.97,
    ("questions", "empty"): 0.0,
    ("keywords", "recall@20"): 0.985,
    ("keywords", "precision@20"): 0.99,
    ("keywords", "empty"): 0.0,
}
AGREEMENT: Final = 0.98
COMPARED: Final = 10  # results of a question


def main() -> int:
    """Measure in a portal without content; fail when a floor is missed."""
    if not (CORPUS / "docs.jsonl").exists():
        say(f"No corpus in {CORPUS}: BENCH_CORPUS names its folder. The quality of the search is not measured.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        return measure()


def measure() -> int:
    """Both engines, or the embedded one where no cluster answers."""
    urls = {"embedded": "embedded://"}
    if cluster():
        urls["Elasticsearch"] = cluster()
    else:
        say("No Elasticsearch answers (make elasticsearch starts one): the embedded engine is measured alone.")
    answers = {name: ask_engine(name, url) for name, url in urls.items()}
    is_good = True
    for name, asked in answers.items():
        is_good &= show_figures(name, *asked)
    if len(answers) > 1:
        is_good &= show_agreement(*([*questions, *keywords] for questions, keywords in answers.values()))
    return int(not is_good)


def ask_engine(name: str, url: str) -> tuple[list[Asked], list[Asked]]:
    """All questions and keywords, asked of an index of the corpus alone."""
    from search.corpus import read_corpus, read_judged
    from search.evaluation import BEST, LIST, ask_all, finder, lexicon_for
    from search.throwaway import throw_away

    corpus = read_corpus(CORPUS / "docs.jsonl")
    known = lexicon_for(corpus)
    say(f"{name}: {len(corpus.documents)} documents")
    with throw_away(url, corpus.documents, known.vocabulary) as backend:
        ask = finder(backend, known)
        questions = list(ask_all(ask, corpus, read_judged(CORPUS / "questions.jsonl"), BEST, lambda _done: None))
        keywords = list(ask_all(ask, corpus, read_judged(CORPUS / "keywords.jsonl"), LIST, lambda _done: None))
    return questions, keywords


def show_figures(name: str, questions: list[Asked], keywords: list[Asked]) -> bool:
    """The figures beside their floors."""
    from search.evaluation import judge_keywords, judge_questions, times

    measured: dict[str, dict[str, float]] = {
        "questions": judge_questions(questions),
        "keywords": judge_keywords(keywords),
    }
    rows: list[list[Any]] = []
    is_good = True
    for (group, figure), floor in FLOORS.items():
        value = measured[group][figure]
        is_met = value <= floor if figure == "empty" else value >= floor
        is_good &= is_met
        rows.append([group, figure, f"{value:.4f}", f"{floor:g}", verdict(is_met)])
    for group, asked in (("questions", questions), ("keywords", keywords)):
        rows += [[group, f"{figure} ms", f"{value:.1f}", "", ""] for figure, value in times(asked).items()]
    show(f"Corpus, {name}: {len(questions)} questions, {len(keywords)} keywords", HEAD, rows)
    return is_good


HEAD: Final = ("", "figure", "measured", "floor", "")


def show_agreement(one: list[Asked], other: list[Asked]) -> bool:
    """How many questions have the same first ten results in the same order on both engines."""
    same = sum(a.found[:COMPARED] == b.found[:COMPARED] for a, b in zip(one, other, strict=True))
    share = same / len(one)
    is_met = share >= AGREEMENT
    row = [f"{same} of {len(one)}", "same ten, same order", f"{share:.2%}", f"{AGREEMENT:.0%}", verdict(is_met)]
    show("Both engines", HEAD, [row])
    return is_met


if __name__ == "__main__":
    sys.exit(main())
