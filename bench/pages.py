"""Fills a database with generated pages, table by table: adding them one by one would take a quarter of an hour."""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from generated import AREAS, NETWORKS, TAGS, Generated, documents

if TYPE_CHECKING:
    from django.db.models import Model

BELOW_ONE_MANUAL: Final = 500
AT_ONCE: Final = 500


def fill(count: int) -> None:
    """Publish `count` chapters below as many manuals as they need, with everything the filters ask for.

    No signal is sent: build the search index afterwards."""
    from django.db import transaction

    from manuals.models import ManualIndexPage, WorkManualPage

    with transaction.atomic():
        labels = _vocabularies()
        index = ManualIndexPage.objects.get()
        rest = documents(count)
        while batch := list(islice(rest, BELOW_ONE_MANUAL)):
            title = f"คู่มือการปฏิบัติงาน เล่มที่ {batch[0].number}"
            manual = WorkManualPage(title=title, slug=f"manual-{batch[0].number}", live=True)
            index.add_child(instance=manual)
            _write_chapters(manual, batch, labels)


def _vocabularies() -> dict[str, dict[str, int]]:
    from portal.content.models import KnowledgeTag, LearningArea, SchoolNetwork

    areas = LearningArea.objects.order_by("order").values_list("pk", flat=True)[: len(AREAS)]
    return {
        "area": dict(zip(AREAS, areas, strict=True)),
        "network": {name: SchoolNetwork.objects.get_or_create(name=name)[0].pk for name in NETWORKS},
        "tag": {name: KnowledgeTag.objects.get_or_create(name=name)[0].pk for name in TAGS},
    }


def _write_chapters(manual: Model, batch: Sequence[Generated], labels: dict[str, dict[str, int]]) -> None:
    from wagtail.models import Page

    from manuals.models import ManualChapterPage
    from portal.content.models import KnowledgePage, LearningAreaTag, PageTag, SchoolNetworkTag

    first = (Page.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    pages = [_page(manual, one, first + place, place) for place, one in enumerate(batch)]
    for model in (Page, KnowledgePage, ManualChapterPage):
        _insert(model, pages)
    through = {"area": LearningAreaTag, "network": SchoolNetworkTag, "tag": PageTag}
    for name, model in through.items():
        _insert(
            model,
            [
                model(tag_id=labels[name][getattr(one, name)], content_object_id=page.pk)
                for one, page in zip(batch, pages, strict=True)
            ],
        )
    Page.objects.filter(pk=manual.pk).update(numchild=len(pages))


def _page(manual: Model, one: Generated, key: int, place: int) -> Model:
    """A chapter as it is after it was published."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    from manuals.models import ManualChapterPage

    published = datetime.datetime.combine(one.date, datetime.time(9), datetime.UTC)
    half = one.body.find(" ", len(one.body) // 2)
    paragraphs = [one.body[150:half], one.body[half:]]
    return ManualChapterPage(
        pk=key,
        page_ptr_id=key,
        knowledgepage_ptr_id=key,
        path=Page._get_path(manual.path, manual.depth + 1, place + 1),
        depth=manual.depth + 1,
        numchild=0,
        title=one.title,
        draft_title=one.title,
        slug=f"chapter-{one.number}",
        url_path=f"{manual.url_path}chapter-{one.number}/",
        content_type=ContentType.objects.get_for_model(ManualChapterPage),
        locale_id=manual.locale_id,
        translation_key=uuid.uuid4(),
        live=True,
        first_published_at=published,
        last_published_at=published,
        latest_revision_created_at=published,
        summary=one.body[:150],
        levels=[one.level],
        academic_year=one.year,
        body=json.dumps([{"type": "paragraph", "value": f"<p>{text}</p>"} for text in paragraphs]),
    )


def _insert(model: type[Model], rows: Iterable[Model]) -> None:
    """Insert the columns of one table alone: `bulk_create` refuses models of many tables."""
    rows = list(rows)
    fields = [field for field in model._meta.local_concrete_fields if field.attname != "id" or rows[0].pk]
    for start in range(0, len(rows), AT_ONCE):
        model._base_manager.all()._insert(rows[start : start + AT_ONCE], fields=fields, using="default", raw=True)
