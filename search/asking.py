"""A question as understood -> the first answer: its stages in turn, the strictest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .tree import Answer, Question
from .use_order import search_in_order

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .tree import Node
    from .understanding import Understood


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, and whether it took a stage looser than the first."""

    answer: Answer
    was_widened: bool = False


def ask(backend: SearchBackend, understood: Understood, question: Question) -> Asked:
    """Ask until a stage finds something; the tree of `question` is put in. Raises `SearchUnavailable`.

    The chosen filters do not decide about the stage: where the strict stage finds pages and the filters leave none of
    them, the answer is none, not a looser one."""
    answer = Answer()
    for number, tree in enumerate(understood.stages):
        answer = search_in_order(backend, replace(question, tree=tree))
        if answer.total or (question.chosen and _finds_any(backend, question, tree)):
            return Asked(answer, number > 0)
    return Asked(answer, len(understood.stages) > 1)


def _finds_any(backend: SearchBackend, question: Question, tree: Node) -> bool:
    return (
        backend.search(replace(question, tree=tree, chosen={}, counted=(), sort="relevance", start=0, size=1)).total > 0
    )
