"""What makes files move: publishing, withdrawing, privacy. Drafts that are saved cost nothing."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from portal.content.models import KnowledgePage, PortalImage

from .files import files_of
from .moving import put_in_place, settle, settle_page
from .serving import serve_held_document


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
    page_published.connect(_published, dispatch_uid="content.held.published")
    page_unpublished.connect(_unpublished, dispatch_uid="content.held.unpublished")
    post_save.connect(_page_saved, dispatch_uid="content.held.page_saved")
    post_save.connect(_image_saved, sender=PortalImage, dispatch_uid="content.held.image_saved")
    for signal in (post_save, post_delete):
        signal.connect(_page_restricted, sender=PageViewRestriction, dispatch_uid=f"content.held.page.{id(signal)}")
        signal.connect(
            _collection_restricted,
            sender=CollectionViewRestriction,
            dispatch_uid=f"content.held.collection.{id(signal)}",
        )
    hooks.register("before_serve_document", serve_held_document, order=-10)
    hooks.register("after_bulk_action", _put_in_collection)


def _published(instance: Page, **_kwargs: Any) -> None:
    """Whether it is public now, and for whom, is read after the commit: it may only be scheduled."""
    _after_commit(settle_page, instance.pk)


def _unpublished(instance: Page, **_kwargs: Any) -> None:
    """It may be about to be deleted: what it shows is noted now."""
    page = Page.objects.filter(pk=instance.pk).first()
    if page is not None:
        _after_commit(settle, files_of(page.specific))


def _page_saved(sender: Any, instance: Any, update_fields: Any = None, raw: bool = False, **_kwargs: Any) -> None:
    if raw or not issubclass(sender, KnowledgePage):
        return
    if instance.withdrawn_at or "withdrawn_at" in (update_fields or ()):
        _after_commit(_settle, instance.pk)


def _page_restricted(instance: PageViewRestriction, **_kwargs: Any) -> None:
    for page in Page.objects.filter(pk=instance.page_id):
        for key in page.get_descendants(inclusive=True).live().values_list("pk", flat=True):
            _after_commit(_settle, key)


def _settle(page_key: int) -> None:
    page = Page.objects.filter(pk=page_key).first()
    if page is not None:
        settle(files_of(page.specific))


def _image_saved(instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        _after_commit(put_in_place, instance)


def _collection_restricted(instance: CollectionViewRestriction, **_kwargs: Any) -> None:
    for image in PortalImage.objects.filter(collection__path__startswith=instance.collection.path):
        _after_commit(put_in_place, image)


def _put_in_collection(request: HttpRequest, action_type: str, objects: Any, action: Any) -> None:
    """Many at once, which sends no signal."""
    if action_type == "add_to_collection":
        for image in objects:
            if isinstance(image, PortalImage):
                put_in_place(image)


def _after_commit(do: Any, *arguments: Any) -> None:
    """Django logs the name of what fails then: a partial has none."""
    transaction.on_commit(lambda: do(*arguments), robust=True)
