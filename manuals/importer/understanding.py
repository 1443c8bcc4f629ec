"""From paragraphs to an `ImportPlan`: the whole understanding in its order."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.blocks import make_blocks
from manuals.importer.chapters import make_chapter
from manuals.importer.contents import compare
from manuals.importer.cover import Cover, read_cover
from manuals.importer.damage_report import broken_terms, damaged_letters, document_key, misspelt_headings
from manuals.importer.furniture import leave_out_furniture
from manuals.importer.heading_context import settle_headings
from manuals.importer.headings import key
from manuals.importer.layout import Layout, Span, lay_out
from manuals.importer.ledger import Ledger
from manuals.importer.lines import Line, prepare
from manuals.importer.office_names import differing_names, find_mentions, usual_name
from manuals.importer.paragraph import Paragraph
from manuals.importer.plan import Finding, ImportPlan, Place
from manuals.importer.processes import make_process
from manuals.importer.work_groups import assign_work_groups
from manuals.outline import Block, BlockKind, ChapterOutline, ManualOutline, Part, ProcessOutline

PREFACE_HEADING: Final = "คำนำ"


def understand(paragraphs: Sequence[Paragraph], name: str) -> ImportPlan:
    """Return what `paragraphs` say as a manual; `name` is its title where the text has none."""
    ledger = Ledger()
    lines = settle_headings(leave_out_furniture(prepare(paragraphs), ledger))
    mentions = find_mentions(lines)
    usual = usual_name(mentions)
    office = usual.name if usual else ""
    layout = lay_out(lines)
    _close_back_cover(layout, office)
    pages = [_make_page(span, index, ledger, name) for index, span in enumerate(layout.pages)]
    children = tuple(assign_work_groups(pages))
    for line in layout.contents_lines:
        ledger.leave_out(line, _("The portal draws up the table of contents itself."))
    manual = _make_manual(layout, read_cover(layout.cover, office), children, ledger, name)
    findings = [
        *damaged_letters(lines),
        *misspelt_headings(lines),
        *differing_names(mentions),
        *_broken_terms(layout, lines),
        *(finding for table in layout.contents for finding in compare(table, [child.title for child in children])),
    ]
    plan = ImportPlan(
        manual,
        tuple(paragraphs),
        ledger.placements(),
        ledger.left_out(),
        tuple(sorted(findings, key=lambda finding: finding.line)),
    )
    plan.check()
    return plan


def _make_page(span: Span, index: int, ledger: Ledger, name: str) -> ChapterOutline | ProcessOutline:
    place = ledger.page(index)
    for line in span.heading:
        place(line, Place.TITLE)
    if span.is_process:
        return make_process(span.title, span.lines, place, ledger.leave_out)
    return make_chapter(span.title or name, span.lines, place, is_recognised=bool(span.heading))


def _make_manual(
    layout: Layout,
    cover: Cover,
    children: tuple[ChapterOutline | ProcessOutline, ...],
    ledger: Ledger,
    name: str,
) -> ManualOutline:
    place = ledger.page()
    for line in layout.cover:
        place(line, Place.COVER)
    return ManualOutline(
        title=cover.title or name,
        children=children,
        office=cover.office,
        owner_position=cover.owner_position,
        owner_group=cover.owner_group,
        fiscal_year=cover.fiscal_year,
        edition=cover.edition,
        effective_date=cover.effective_date,
        cover_lines=cover.lines,
        preface=_make_preface(layout.preface, ledger),
    )


def _make_preface(span: Span | None, ledger: Ledger) -> tuple[Block, ...]:
    if span is None:
        return ()
    place = ledger.page()
    for line in span.lines:
        place(line, Place.PREFACE)
    for line in span.heading:
        if span.lines:
            place(line, Place.HEADING)
        else:
            ledger.leave_out(line, _("The heading of a part without text."))
    has_own_heading = span.lines and key(span.title) != key(PREFACE_HEADING)
    own_heading = [Block(BlockKind.HEADING, span.title)] if has_own_heading else []
    return (*own_heading, *make_blocks(span.lines))


def _close_back_cover(layout: Layout, office: str) -> None:
    """The office's name alone at the very end is the back cover."""
    last = layout.pages[-1] if layout.pages else None
    while last and len(last.lines) > 1 and last.lines[-1].is_text and key(last.lines[-1].text) == key(office):
        layout.cover.append(last.lines.pop())


def _broken_terms(layout: Layout, lines: Sequence[Line]) -> list[Finding]:
    document = document_key(lines)
    findings: list[Finding] = []
    for span in layout.pages:
        current: Part | None = None
        definitions = []
        for line in span.lines:
            current = line.part or current
            if current is Part.DEFINITIONS and not line.part:
                definitions.append(line)
        findings.extend(broken_terms(definitions, document))
    return findings
