"""Puts the demo's works on their shelves in a portal that has not seen them yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from django.db import transaction
from django.db.models import Max
from post_office.models import Email
from wagtail.models import Page, Site

from innovations.demo.accounts import DemoUsers
from innovations.demo.outline import DemoWork
from innovations.demo.page_maker import PageMaker, key_of, publications_of, publish
from innovations.demo.reach import add_reach
from innovations.demo.states import add_waiting, waiting_works
from innovations.demo.works import published_works
from innovations.models import (
    BestPracticeIndexPage,
    InnovationIndexPage,
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


@transaction.atomic
def load() -> None:
    """Make and publish what is missing; what somebody changed stays as it is."""
    home = Page.objects.select_for_update().get(pk=Site.objects.get(is_default_site=True).root_page_id)
    with once_at_the_end(), glossary_use.suspended(), _no_letters():
        maker = PageMaker({model.kind: _shelf(home, model, title, text) for model, title, text in SHELVES})
        standing = set(WorkPage.objects.values_list("translation_key", flat=True))
        works = [work for work in published_works() if key_of(work.key) not in standing]
        waiting = {work.key for work in waiting_works() if key_of(work.key) not in standing}
        users = DemoUsers(maker.schools)
        _publish(maker, users, works)
        add_waiting(maker, users, waiting)


@contextmanager
def _no_letters() -> Iterator[None]:
    """Nobody reads the letters of reviews that never were."""
    last = Email.objects.aggregate(last=Max("pk"))["last"] or 0
    yield
    Email.objects.filter(pk__gt=last).delete()


def _shelf(home: Page, model: type[WorkIndexPage], title: str, introduction: str) -> Page:
    index = model.objects.child_of(home).first()
    if index is None:
        index = home.add_child(instance=model(title=title, introduction=introduction, live=False))
        index.save_revision().publish()
    return index


def _publish(maker: PageMaker, users: DemoUsers, works: Sequence[DemoWork]) -> None:
    """Oldest first, so that a work may build on an earlier one."""
    schools = list(maker.schools.values())
    for work, published in zip(works, publications_of(works), strict=True):
        page = maker.make(work, users.owner_for(next(iter(work.authors))))
        publish(page, published)
        add_reach(page, work, published, schools)
