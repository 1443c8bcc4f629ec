"""Puts the demo's works on their shelves in a portal that has not seen them yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from wagtail.models import Page, Site

from innovations.demo.outline import DemoWork
from innovations.demo.page_maker import PageMaker, key_of, publication_of, publish
from innovations.demo.works import published_works
from innovations.models import (
    BestPracticeIndexPage,
    InnovationIndexPage,
    RecognitionLevel,
    ResearchIndexPage,
    WorkIndexPage,
    WorkPage,
)
from portal.content import glossary_use
from portal.content.index_updates import once_at_the_end

_Shelf = tuple[type[WorkIndexPage], str, str]

SHELVES: Final[tuple[_Shelf, ...]] = (
    (
        InnovationIndexPage,
        "นวัตกรรมการนิเทศ",
        "รูปแบบ วิธีการ และเครื่องมือใหม่ที่ศึกษานิเทศก์ ผู้บริหาร และครูคิดขึ้นใช้ในการนิเทศ พร้อมผลการทดลองใช้",
    ),
    (
        BestPracticeIndexPage,
        "วิธีปฏิบัติที่เป็นเลิศ",
        "วิธีทำงานของโรงเรียนในสังกัดที่มีหลักฐานว่าได้ผลกับนักเรียน และโรงเรียนอื่นนำไปใช้ได้",
    ),
    (
        ResearchIndexPage,
        "ผลงานวิจัย",
        "งานวิจัยในชั้นเรียนและงานวิจัยเพื่อพัฒนาการนิเทศของครูและศึกษานิเทศก์ในเขตพื้นที่",
    ),
)
LEVELS: Final = (("ระดับดีเยี่ยม", 90), ("ระดับดีเด่น", 80), ("ระดับดี", 70))


@transaction.atomic
def load() -> None:
    """Make and publish what is missing; what somebody changed stays as it is."""
    home = Page.objects.select_for_update().get(pk=Site.objects.get(is_default_site=True).root_page_id)
    with once_at_the_end(), glossary_use.suspended():
        maker = PageMaker({model.kind: _shelf(home, model, title, text) for model, title, text in SHELVES})
        if not RecognitionLevel.objects.exists():
            RecognitionLevel.objects.bulk_create(RecognitionLevel(name=name, least_percent=at) for name, at in LEVELS)
        _publish_missing(maker, published_works())


def _shelf(home: Page, model: type[WorkIndexPage], title: str, introduction: str) -> Page:
    index = model.objects.child_of(home).first()
    if index is None:
        index = home.add_child(instance=model(title=title, introduction=introduction, live=False))
        index.save_revision().publish()
    return index


def _publish_missing(maker: PageMaker, works: Sequence[DemoWork]) -> None:
    """Oldest first, so that a work may build on an earlier one."""
    standing = set(WorkPage.objects.values_list("translation_key", flat=True))
    for place, work in enumerate(works):
        if key_of(work.key) not in standing:
            publish(maker.make(work), publication_of(place, len(works)))
