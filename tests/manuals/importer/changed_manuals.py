"""The fixture manual, ways to change it as other offices would, and what the importer should make of it."""

import random
import re
from pathlib import Path

from manuals.importer.plan import ImportPlan
from manuals.importer.reading_text import split_lines
from manuals.importer.understanding import understand
from manuals.outline import ChapterOutline, Part, ProcessOutline

FIXTURE = Path(__file__).parent / "fixtures" / "manual.txt"
PART_HEADING = re.compile(
    r"(?P<number>\d)\. (?P<words>ชื่องาน|วัตถุ|ขอบเขต|คำจำกัด|ขั้นตอนการ|Flow|ผลสำเร็จ|แบบฟอร์มที่|กฎหมาย ระ)"
)
ITEM = re.compile(r"\s*(?:- )?(\d+)\.(\d+) (.*)")
TITLES = ("งานเยี่ยมชั้นเรียน", "งานทดสอบกลางปี")


def manual_text() -> str:
    return FIXTURE.read_text(encoding="utf-8")


def plan_of(text: str) -> ImportPlan:
    return understand(split_lines(text), "manual")


def with_headings(write) -> str:
    """Return the manual with each heading of a part written by `write(number, words)`."""
    return "\n".join(
        write(int(line[0]), line[3:]) if PART_HEADING.match(line) else line for line in manual_text().split("\n")
    )


def with_items(write) -> str:
    """Return the manual with each item such as `5.1` written by `write(first, second, words)`."""
    return "\n".join(
        write(*found.groups()) if (found := ITEM.fullmatch(line)) else line for line in manual_text().split("\n")
    )


def shuffled(seed: int) -> str:
    """Return the manual with its processes, and the parts of each, in another order."""
    chance = random.Random(seed)
    lines = manual_text().split("\n")
    starts = [index for index, line in enumerate(lines) if line in TITLES and lines[index + 2].startswith("1. ชื่องาน")]
    end = lines.index("เอกสารอ้างอิง", starts[-1])
    processes = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        heads = [index for index in range(start, stop) if PART_HEADING.match(lines[index])]
        parts = [lines[head:after] for head, after in zip(heads, [*heads[1:], stop], strict=True)]
        chance.shuffle(parts)
        processes.append([*lines[start : heads[0]], *(line for part in parts for line in part)])
    chance.shuffle(processes)
    return "\n".join([*lines[: starts[0]], *(line for process in processes for line in process), *lines[end:]])


def misspelt(seed: int) -> str:
    """Return the manual with one letter of each heading of a part lost, changed or swapped."""
    chance = random.Random(seed)

    def spoil(number: int, words: str) -> str:
        at = chance.randrange(1, len(words) - 1)
        spoilt = {
            "lost": words[:at] + words[at + 1 :],
            "changed": words[:at] + chance.choice("กขคงจนมรล") + words[at + 1 :],
            "swapped": words[:at] + words[at + 1] + words[at] + words[at + 2 :],
        }
        return f"{number}. {spoilt[chance.choice(sorted(spoilt))]}"

    return with_headings(spoil)


def shape(plan: ImportPlan) -> dict[str, dict[str, object]]:
    """Return how much of each part every process has, by its title."""
    return {child.title: process_shape(child) for child in plan.manual.children if isinstance(child, ProcessOutline)}


def process_shape(process: ProcessOutline) -> dict[str, object]:
    return {
        "name": process.name,
        "objectives": [item.text for block in process.objectives for item in block.items],
        "scope": len(process.scope),
        "terms": [definition.term for definition in process.definitions],
        "steps": [[step.action for step in step_list.steps] for step_list in process.step_lists],
        "captions": [block.text for block in process.intros.get(Part.FLOW_CHART, ())],
        "results": [block.text for block in process.results],
        "forms": [use.title for use in process.forms],
        "laws": [law.citation for law in process.laws],
    }


def chapter(plan: ImportPlan, beginning: str) -> ChapterOutline:
    return next(
        child
        for child in plan.manual.children
        if isinstance(child, ChapterOutline) and child.title.startswith(beginning)
    )
