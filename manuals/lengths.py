"""Fits an outline into the fields of its pages: what is too long moves, whole, to a place that keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portal.thai.normalise import squash
from portal.thai.segment import words

from .outline import (
    END,
    Block,
    BlockKind,
    Branch,
    ChapterOutline,
    Definition,
    FormUse,
    ManualOutline,
    Part,
    ProcessOutline,
    Step,
    StepDocument,
)

LONGEST_LINE = 255  # letters: of a title, a heading, an office
LONGEST_SUMMARY = 600
LONGEST_EDITION = 100
LONGEST_ACTOR, LONGEST_TIME, LONGEST_CHART_LABEL = 120, 80, 120
LONGEST_BRANCH, LONGEST_TARGET = 80, 12
LONGEST_LINK_WORD = 40
LONGEST_CODE, LONGEST_FORM = 50, 500
YEARS = range(2400, 2701)  # Buddhist era


def shortened(text: str, limit: int) -> str:
    """`text`, or its first words and an ellipsis, in at most `limit` letters."""
    if len(text) <= limit:
        return text
    kept = ""
    for word in words(text[:limit]):
        if len(kept) + len(word) >= limit:
            break
        kept += word
    return f"{kept.rstrip() or text[: limit - 1]}…"


def fit_manual(manual: ManualOutline) -> ManualOutline:
    """The manual's own fields; the full wording of what was shortened joins the lines of the cover."""
    limits = dict.fromkeys(("title", "office", "owner_position", "owner_group"), LONGEST_LINE)
    changes, spilled = _fit_texts(manual, {**limits, "edition": LONGEST_EDITION})
    if manual.fiscal_year is not None and manual.fiscal_year not in YEARS:
        changes["fiscal_year"] = None
        spilled.append(str(manual.fiscal_year))
    if len(manual.summary) > LONGEST_SUMMARY:
        changes["summary"] = shortened(manual.summary, LONGEST_SUMMARY)
        spilled.append(manual.summary)
    return replace(manual, cover_lines=(*manual.cover_lines, *spilled), **changes)


def fit_child(child: ChapterOutline | ProcessOutline) -> ChapterOutline | ProcessOutline:
    """A chapter or a process; the full wording of what was shortened stands, marked, at the head of its page."""
    changes, spilled = _fit_texts(child, {"title": LONGEST_LINE, "summary": LONGEST_SUMMARY})
    blocks = tuple(Block(BlockKind.UNRECOGNISED, text) for text in spilled)
    if isinstance(child, ChapterOutline):
        return replace(child, blocks=(*blocks, *child.blocks), **changes)
    return _fit_process(replace(child, objectives=(*blocks, *child.objectives), **changes))


def _fit_process(process: ProcessOutline) -> ProcessOutline:
    lists = tuple(replace(one, steps=tuple(_fit_step(step) for step in one.steps)) for one in process.step_lists)
    process = replace(
        process,
        step_lists=lists,
        definitions=tuple(_fit_definition(one) for one in process.definitions),
        forms=tuple(_fit_form(one) for one in process.forms),
    )
    return _fit_headings(process)


def _fit_headings(process: ProcessOutline) -> ProcessOutline:
    """A heading of a whole paragraph is shortened; the paragraph opens its part."""
    for part, heading in process.headings.items():
        if len(heading) <= LONGEST_LINE:
            continue
        process = replace(process, headings={**process.headings, part: shortened(heading, LONGEST_LINE)})
        block = Block(BlockKind.UNRECOGNISED, heading)
        if part in (Part.OBJECTIVES, Part.SCOPE, Part.RESULTS):
            changes: dict[str, Any] = {part.value: (block, *getattr(process, part.value))}
            process = replace(process, **changes)
        elif part is Part.NAME:
            process = replace(process, name=_lines(heading, process.name))
        else:
            process = replace(process, intros={**process.intros, part: (block, *process.intros.get(part, ()))})
    return process


def _fit_step(step: Step) -> Step:
    changes, spilled = _fit_texts(step, {"actor": LONGEST_ACTOR, "time": LONGEST_TIME})
    label = step.chart_label
    if len(label) > LONGEST_CHART_LABEL:
        changes["chart_label"] = shortened(label, LONGEST_CHART_LABEL)
        spilled += [] if squash(label) in squash(step.action) else [label]
    branches = []
    for branch in step.branches:
        fitted, full = _fit_branch(branch)
        branches += [fitted] if fitted else []
        spilled += [full] if full else []
    documents = tuple(_fit_document(one) for one in step.documents)
    spilled += [one.form for one in documents if len(one.form) > LONGEST_FORM]  # the register keeps its first letters
    return replace(step, branches=tuple(branches), documents=documents, detail=_lines(step.detail, *spilled), **changes)


def _fit_branch(branch: Branch) -> tuple[Branch | None, str]:
    """A branch that names no step leads nowhere: its words stay with the step."""
    if not branch.target or (branch.target != END and len(branch.target) > LONGEST_TARGET):
        return None, f"{branch.label} {branch.target}".strip()
    if len(branch.label) <= LONGEST_BRANCH:
        return branch, ""
    return replace(branch, label=shortened(branch.label, LONGEST_BRANCH)), branch.label


def _fit_document(use: StepDocument) -> StepDocument:
    return use if len(use.code) <= LONGEST_CODE else replace(use, form=f"{use.code} {use.form}", code="")


def _fit_form(use: FormUse) -> FormUse:
    return use if len(use.code) <= LONGEST_CODE else replace(use, title=f"{use.code} {use.title}", code="")


def _fit_definition(definition: Definition) -> Definition:
    if len(definition.link_word) <= LONGEST_LINK_WORD:
        return definition
    return Definition(definition.term, f"{definition.link_word} {definition.meaning}", "")


def _fit_texts(outline: object, limits: dict[str, int]) -> tuple[dict[str, Any], list[str]]:
    """The fields to replace, and the full texts of those that were shortened."""
    full = {name: getattr(outline, name) for name, limit in limits.items() if len(getattr(outline, name)) > limit}
    return {name: shortened(text, limits[name]) for name, text in full.items()}, list(full.values())


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
