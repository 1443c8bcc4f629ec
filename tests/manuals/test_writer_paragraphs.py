"""Nothing is lost on the way to the reader: each paragraph of a file is shown on the page that the plan says."""

import re
from html import unescape

import pytest

from manuals.importer.branches import read_clue
from manuals.importer.headings import key
from manuals.importer.numbering import parse_marker
from manuals.importer.paragraph import Style
from manuals.importer.plan import ImportPlan, Place
from manuals.importer.reading import read_manual
from manuals.importer.understanding import understand
from manuals.importer.wording import STANDARD_HEADINGS
from manuals.writer import save_manual
from portal.thai.damage import repair
from tests.manuals.importer.changed_manuals import misspelt, shuffled
from tests.manuals.manual_files import OFFICE_MANUAL, fixture_text, plan_of

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
NOT_TEXT = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
# Where the page shows one paragraph in pieces: a term and its meaning, a label and its value.
JOINTS = re.compile(r"[\t\n:：]|หมายความว่า|หมายความถึง|หมายถึง|\sคือ\s|\s[-–=]\s")
# The portal writes these itself: the headings of the nine parts and of the preface.
OWN_HEADINGS = {key(heading) for heading in (*STANDARD_HEADINGS.values(), "คำนำ")}


def shown_text(client, page) -> str:
    """The letters that a reader of the page sees."""
    html = client.get(page.url).content.decode()
    return key(unescape(NOT_TEXT.sub("", MAIN.search(html)[0])))


def pieces(text: str) -> list[str]:
    """What has to stand on the page of a paragraph, without the number that the portal writes."""
    body = parse_marker(repair(text)[0])[1]
    if clue := read_clue(body):
        return [clue.actor, clue.time, clue.label]
    return [parse_marker(piece.strip())[1] for piece in JOINTS.split(body)]


def not_shown(client, plan: ImportPlan, saved) -> list[tuple[int, str]]:
    """The paragraphs that a reader misses on the page they were placed on."""
    paths = [(), *((place,) for place in range(len(plan.manual.children)))]
    texts = {path: shown_text(client, one.page) for path, one in zip(paths, saved, strict=True)}
    styles = {paragraph.line: paragraph.style for paragraph in plan.paragraphs}
    return [
        (placement.line, placement.text)
        for placement in plan.placements
        if styles[placement.line] not in (Style.IMAGE, Style.TABLE)
        and not (placement.part == Place.HEADING and key(parse_marker(placement.text)[1]) in OWN_HEADINGS)
        and not all(key(piece) in texts[placement.page] for piece in pieces(placement.text))
    ]


@pytest.mark.parametrize("text", [fixture_text(), shuffled(1), misspelt(1)], ids=["as written", "shuffled", "misspelt"])
def test_every_paragraph_of_the_fixture_is_shown(client, manual_index, text):
    plan = plan_of(text)
    saved = save_manual(plan.manual, manual_index, publish=True)
    assert len(plan.placements) + len(plan.left_out) == len(plan.paragraphs)
    assert not_shown(client, plan, saved) == []


@pytest.mark.skipif(not OFFICE_MANUAL.exists(), reason="the office's manual is not beside the project")
def test_every_paragraph_of_the_office_manual_is_shown(client, manual_index):
    plan = understand(read_manual(OFFICE_MANUAL, OFFICE_MANUAL.name), OFFICE_MANUAL.stem)
    saved = save_manual(plan.manual, manual_index, publish=True)
    assert len(plan.placements) + len(plan.left_out) == len(plan.paragraphs)
    assert not_shown(client, plan, saved) == []
