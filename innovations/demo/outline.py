"""What a work of the demo says, as plain values: texts are wrapped at blanks, `flowing` makes paragraphs of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Number:
    """A result in numbers; without `before` where there was nothing to compare with."""

    measure: str
    before: float | None
    after: float
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A model as boxes: the middle, what stands around it in order, and the same in words."""

    middle: str
    around: tuple[str, ...]
    in_words: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to attach: its title, `pdf` or `docx`, and headings with their paragraphs."""

    title: str
    ending: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWork:
    """What the three kinds share. `key` names the work for the demo, for ever; schools stand without โรงเรียน.

    `authors` are given names with what each did; `builds_on` are keys of works or titles of work processes."""

    kind: ClassVar[str]
    texts: ClassVar[tuple[str, ...]]

    key: str
    title: str
    summary: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    year: int
    tags: tuple[str, ...]
    schools: tuple[str, ...]
    authors: Mapping[str, str]
    motif: str
    numbers: tuple[Number, ...] = ()
    licence: str = "by-nc-sa"
    award: str = ""
    recognition: str = ""
    builds_on: tuple[str, ...] = ()
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoInnovation(DemoWork):
    """A supervision innovation."""

    kind = "innovation"
    texts = ("problem", "theory", "objectives", "design", "use", "results", "conditions", "lessons")

    problem: str
    objectives: str
    design: str
    use: str
    results: str
    theory: str = ""
    conditions: str = ""
    lessons: str = ""
    diagram: Diagram | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPractice(DemoWork):
    """A best practice; `steps` are pairs of a PDCA phase and what was done, or `process` tells it freely."""

    kind = "best_practice"
    texts = ("importance", "objectives", "process", "results", "success_factors", "lessons", "dissemination")

    importance: str
    objectives: str
    results: str
    success_factors: str
    lessons: str
    process: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    dissemination: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoResearch(DemoWork):
    """A study."""

    kind = "research"
    texts = (
        *("abstract", "abstract_en", "population", "instruments", "method", "findings"),
        *("recommendations", "references"),
    )

    title_en: str
    abstract: str
    abstract_en: str
    keywords: str
    research_kind: str
    population: str
    instruments: str
    method: str
    findings: str
    recommendations: str
    references: str


def flowing(text: str) -> str:
    """Join lines that were wrapped; blank lines part paragraphs; what begins with a dash is a line of its own."""
    paragraphs = (_lines(paragraph) for paragraph in _BLANK_LINE.split(text.strip()))
    return "\n\n".join("\n".join(lines) for lines in paragraphs)


def _lines(paragraph: str) -> list[str]:
    lines: list[str] = []
    for line in map(str.strip, paragraph.splitlines()):
        if line.startswith("- ") or not lines:
            lines.append(line.removeprefix("- "))
        else:
            lines[-1] += f" {line}"
    return lines
