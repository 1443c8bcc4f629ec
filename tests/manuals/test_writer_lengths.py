"""Texts that are longer than their field are never cut silently and never stop the import."""

import pytest
from wagtail.blocks import StreamValue

from manuals.models import ManualChapterPage, WorkManualPage, WorkProcessPage
from manuals.outline import (
    END,
    Block,
    BlockKind,
    Branch,
    ChapterOutline,
    Definition,
    FormUse,
    LawUse,
    ManualOutline,
    Part,
    ProcessOutline,
    Step,
    StepDocument,
    StepKind,
    StepList,
)
from manuals.writer import save_manual
from portal.thai.normalise import squash

ROWS = ("definitions", "steps", "forms", "laws", "part_headings")
LONG = "การนิเทศติดตามและประเมินผลการจัดการศึกษาของสถานศึกษาในสังกัด"


def long_text(name: str, letters: int = 700) -> str:
    """A text of that many letters or more, unlike that of any other name."""
    return f"{name} " + " ".join([LONG] * (letters // len(LONG) + 1)) + f" จบ{name}"


def outline(**fields) -> ManualOutline:
    return ManualOutline(**{"title": "คู่มือ", **fields})


def save_process(index, **fields) -> WorkProcessPage:
    process = ProcessOutline(**{"title": "กระบวนงาน", **fields})
    save_manual(outline(children=(process,)), index, publish=True)
    page = WorkProcessPage.objects.get()
    page.full_clean()
    for relation in ROWS:
        for row in getattr(page, relation).all():
            row.full_clean()
    return page


def kept(page, text: str) -> bool:
    """Whether the whole text is on the page, wherever it stands."""
    rows = [row for relation in ROWS for row in getattr(page, relation).all()]
    rows += [branch for step in page.steps.all() for branch in step.branches.all()]
    rows += [row.law for row in page.laws.all()] + [row.form for row in page.forms.all()]
    values = [getattr(one, field.attname) for one in [page, *rows] for field in one._meta.concrete_fields]
    texts = [str([*value.raw_data]) if isinstance(value, StreamValue) else str(value) for value in values]
    return any(squash(text) in squash(one) for one in texts)


@pytest.mark.parametrize(
    "fields",
    [
        lambda text: {"title": text},
        lambda text: {"title": text, "name": "ชื่ออื่น"},
        lambda text: {"name": text},
        lambda text: {"summary": text},
        lambda text: {"headings": {Part.NAME: text}},
        lambda text: {"headings": {Part.SCOPE: text}},
        lambda text: {"headings": {Part.LAWS: text}},
        lambda text: {"definitions": (Definition(text, "ความหมาย"),)},
        lambda text: {"definitions": (Definition("คำ", "ความหมาย", text),)},
        lambda text: {"forms": (FormUse(text),)},
        lambda text: {"forms": (FormUse("แบบ", text),)},
        lambda text: {"laws": (LawUse(text),)},
        lambda text: {"laws": (LawUse("ระเบียบ พ.ศ. 2550", text),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", actor=text),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", time=text),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", chart_label=text),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", detail=text),), title=text),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", documents=(StepDocument(text),)),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", documents=(StepDocument("แบบ", text),)),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", kind=StepKind.DECISION, branches=(Branch(text, END),)),)),)},
        lambda text: {"step_lists": (StepList((Step("ทำ", kind=StepKind.DECISION, branches=(Branch("ไม่", text),)),)),)},
    ],
)
def test_a_long_text_of_a_process_is_kept_whole(manual_index, fields):
    text = long_text("ยาว")
    assert kept(save_process(manual_index, **fields(text)), text)


@pytest.mark.parametrize("name", ["title", "office", "owner_position", "owner_group", "edition", "summary"])
def test_a_long_text_of_a_manual_is_kept_whole(manual_index, name):
    text = long_text("ยาว")
    save_manual(outline(**{name: text}), manual_index, publish=True)
    page = WorkManualPage.objects.get()
    page.full_clean()
    assert squash(text) in squash(page.cover_text)
    assert getattr(page, name).endswith("…")


def test_a_year_that_is_none_stays_on_the_cover(manual_index):
    save_manual(outline(fiscal_year=2026), manual_index)
    page = WorkManualPage.objects.get()
    assert page.fiscal_year is None
    assert "2026" in page.cover_text


def test_a_long_title_of_a_chapter_opens_its_text(manual_index):
    text = long_text("บท")
    save_manual(outline(children=(ChapterOutline(text, (Block(BlockKind.PARAGRAPH, "เนื้อหา"),)),)), manual_index)
    page = ManualChapterPage.objects.get()
    assert len(page.title) <= 255
    assert [block.block_type for block in page.body] == ["unrecognised", "paragraph"]
    assert page.body[0].value == text


def test_titles_alike_in_their_first_letters_stay_different_pages(manual_index):
    title = long_text("เรื่อง")
    children = tuple(ProcessOutline(f"{title} {number}") for number in (1, 2, 3))
    for _ in range(2):
        save_manual(outline(children=children), manual_index, publish=True)
    assert WorkProcessPage.objects.count() == 3
