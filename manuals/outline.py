"""A work manual before it is pages: plain values that the importer reads, the demo writes and `writer.py` saves."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

END = "end"  # the target of a branch that finishes the work


class Part(StrEnum):
    """The nine parts of a work process, in the order of the office's manual."""

    NAME = "name"
    OBJECTIVES = "objectives"
    SCOPE = "scope"
    DEFINITIONS = "definitions"
    STEPS = "steps"
    FLOW_CHART = "flow_chart"
    RESULTS = "results"
    FORMS = "forms"
    LAWS = "laws"


class BlockKind(StrEnum):
    """The body blocks an outline can hold; each is a block of `portal.content.blocks` or `manuals.blocks`."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NUMBERED_LIST = "numbered_list"
    BULLET_LIST = "bullet_list"
    TASKS = "tasks"  # a work group's tasks, drawn as a diagram
    TABLE = "table"
    IMAGE = "image"
    UNRECOGNISED = "unrecognised"  # kept where it stood, marked for the editor


class StepKind(StrEnum):
    """What a step is, and so which symbol the flow chart gives it."""

    PROCESS = "process"
    DECISION = "decision"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, with the items indented below it."""

    text: str
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One block of running text. `text` for the text kinds and a list's title, `items` for lists and tasks,
    `rows` for a table, `image` (bytes) and `image_name` for a picture."""

    kind: BlockKind
    text: str = ""
    items: tuple[ListItem, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    image: bytes = b""
    image_name: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A named way out of a decision. `target` is a step number as shown ("7", "1.3") or `END`."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class StepDocument:
    """A form that a step uses or produces; `form` is its title, `code` its code where it has one."""

    form: str
    code: str = ""
    is_produced: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, by whom, in what time. `detail` holds the paragraphs that follow it, one a line."""

    action: str
    actor: str = ""
    time: str = ""
    kind: StepKind = StepKind.PROCESS
    chart_label: str = ""
    detail: str = ""
    documents: tuple[StepDocument, ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class StepList:
    """Steps in their order. A process with one list numbers them 1, 2, 3; with several, 1.1, 1.2, 2.1."""

    steps: tuple[Step, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning in this process. `link_word` is what stood between them (หมายถึง, คือ)."""

    term: str
    meaning: str
    link_word: str = "หมายถึง"


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form as the manual lists it; `detail` holds the paragraphs that follow it, one a line."""

    title: str
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LawUse:
    """A law or document as the manual cites it, word for word."""

    citation: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ProcessOutline:
    """A work process.

    `headings` holds the manual's own wording of a part's heading where it differs from ours; `intros` the text of a
    structured part (definitions, steps, flow chart, forms, laws) that stood before its first row."""

    title: str
    name: str = ""
    objectives: tuple[Block, ...] = ()
    scope: tuple[Block, ...] = ()
    definitions: tuple[Definition, ...] = ()
    step_lists: tuple[StepList, ...] = ()
    results: tuple[Block, ...] = ()
    forms: tuple[FormUse, ...] = ()
    laws: tuple[LawUse, ...] = ()
    headings: dict[Part, str] = field(default_factory=dict)
    intros: dict[Part, tuple[Block, ...]] = field(default_factory=dict)
    summary: str = ""
    work_group: int | None = None  # 1 to 6, the office's numbering


@dataclass(frozen=True, slots=True)
class ChapterOutline:
    """A chapter of running text."""

    title: str
    blocks: tuple[Block, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ManualOutline:
    """A whole manual. `cover_lines` are the lines of its cover and title page that have no field of their own."""

    title: str
    children: tuple[ChapterOutline | ProcessOutline, ...] = ()
    summary: str = ""
    office: str = ""
    owner_position: str = ""
    owner_group: str = ""
    fiscal_year: int | None = None  # Buddhist era
    edition: str = ""
    effective_date: str = ""  # ISO 8601
    cover_lines: tuple[str, ...] = ()
    preface: tuple[Block, ...] = ()
