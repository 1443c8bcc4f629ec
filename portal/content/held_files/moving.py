"""Files follow the pages that show them: out of the held collection when a page is public, back when none is."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, Page

from portal.content.models import PortalImage, PortalRendition
from portal.content.picture_storage import PRIVATE, twin

from .collection import held_collection, restricted_collections
from .files import HELD_MODELS, Files, files_of, readable, shown_to_all

LOG: Final = logging.getLogger(__name__)


def settle_page(page_key: int) -> None:
    """Put the files of a page where they belong now, and those that it no longer shows. May be done again and again."""
    if not _are_any_held():
        return
    page = Page.objects.filter(pk=page_key).first()
    if page is not None:
        settle(files_of(page.specific) | _left_behind(page) if _is_readable(page) else files_of(page.specific))


def settle(files: Files) -> None:
    """Release those of the files that everybody may see; hold back those that nothing public shows."""
    shown = shown_to_all(files)
    for (model, public), (_model, others) in zip(shown.by_model(), (files - shown).by_model(), strict=True):
        for key in public:
            _release(model, key)
        for key in others:
            _hold(model, key)


def put_in_place(image: Any) -> None:
    """Move a picture and its sizes to where its collection says, if they lie elsewhere."""
    with transaction.atomic():
        locked = PortalImage.objects.select_for_update().filter(pk=image.pk).first()
        if locked is None:
            return
        wanted = locked.collection.get_view_restrictions().exists()
        for record in (locked, *locked.renditions.all()):
            _bring(record, wanted)


def repair() -> int:
    """Put in place all pictures that an interrupted move or a change of many at once left behind; return how many."""
    restricted = restricted_collections()
    wrong = PortalImage.objects.filter(
        (Q(file__startswith=PRIVATE) | Q(renditions__file__startswith=PRIVATE)) & ~Q(collection__in=restricted)
        | (~Q(file__startswith=PRIVATE) | Q(renditions__isnull=False) & ~Q(renditions__file__startswith=PRIVATE))
        & Q(collection__in=restricted)
    ).distinct()
    found = list(wrong)
    for image in found:
        put_in_place(image)
    _drop_public_twins(restricted)
    return len(found)


def _is_readable(page: Page) -> bool:
    return readable(Page.objects.filter(pk=page.pk)).exists()


def _are_any_held() -> bool:
    """Where nothing was ever held back, publishing costs a few small queries."""
    held = held_collection()
    return any(
        model.objects.filter(Q(public_collection__isnull=False) | Q(collection=held)).exists() for model in HELD_MODELS
    )


def _left_behind(page: Page) -> Files:
    """What the page's owner sent in for it or another page, and is public now: a new version may have left it out."""
    keys = [
        frozenset(
            model.objects.filter(uploaded_by_user=page.owner_id, public_collection__isnull=False)
            .exclude(collection=held_collection())
            .values_list("pk", flat=True)
        )
        if page.owner_id
        else frozenset()
        for model in HELD_MODELS
    ]
    return Files(*keys)


@transaction.atomic
def _release(model: Any, key: int) -> None:
    record = _locked(model, key)
    if record is not None and record.collection_id == held_collection().pk:
        _put(record, record.public_collection or Collection.get_first_root_node(), record.public_collection)


@transaction.atomic
def _hold(model: Any, key: int) -> None:
    record = _locked(model, key)
    if record is not None and not record.collection.get_view_restrictions().exists():
        _put(record, held_collection(), record.collection)


def _put(record: Any, collection: Collection, public: Collection | None) -> None:
    record.collection = collection
    record.public_collection = public or collection
    record.save(update_fields=["collection", "public_collection"])
    if isinstance(record, PortalImage):
        put_in_place(record)


def _locked(model: Any, key: int) -> Any:
    return (
        model.objects.select_for_update(of=("self",))
        .select_related("collection", "public_collection")
        .filter(pk=key)
        .first()
    )


def _bring(record: PortalImage | PortalRendition, to_private: bool) -> None:
    """Copy, name the copy, and delete the other one when that is certain."""
    storage, old = record.file.storage, record.file.name
    try:
        new = storage.bring(old, to_private=to_private)
    except FileNotFoundError:
        LOG.warning("The file %s of a picture is missing", old)
        return
    if isinstance(record, PortalRendition):
        record.purge_from_cache()
    if new != old:
        type(record).objects.filter(pk=record.pk).update(file=new)
    transaction.on_commit(lambda: storage.delete(twin(new)), robust=True)


def _drop_public_twins(restricted: Iterable[int]) -> None:
    """Of a private picture no copy stays in `/media/`, should a process have ended between copying and deleting."""
    images = PortalImage.objects.filter(collection__in=restricted, file__startswith=PRIVATE)
    renditions = PortalRendition.objects.filter(image__in=images, file__startswith=PRIVATE)
    for record in (*images, *renditions):
        record.file.storage.delete(record.file.name.removeprefix(PRIVATE))
