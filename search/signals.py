"""Every event that changes what visitors find, written into the outbox in the transaction that makes it.

Decided is nothing here: a row only says where to look again. A draft that is saved costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, reduce
from typing import Any, Final

from django.db import connection
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from portal.content.attachment_text import text_changed
from portal.content.models import GlossaryTerm, KnowledgePage, PageAttachment, PortalDocument, School, SchoolNetwork

from . import outbox
from .draining import drain_after_commit
from .learning import learn
from .references import is_named, pages_naming, way_to_page

TELLING: Final = frozenset({"title", "live", "expire_at", "first_published_at", "content_type", "path"})
NAMES: Final[dict[type[Model], tuple[str, ...]]] = {
    GlossaryTerm: ("term", "also"),
    School: ("name",),
    SchoolNetwork: ("name",),
}
PRECAUTION: Final = timedelta(minutes=1)
_SIGNED_IN: Final = frozenset({"last_login"})


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
    outbox.committed.connect(drain_after_commit, dispatch_uid="search.drain")
    text_changed.connect(_text_of_file_changed, dispatch_uid="search.text_of_file")
    post_save.connect(_saved, dispatch_uid="search.saved")
    pre_delete.connect(_about_to_be_deleted, dispatch_uid="search.about_to_be_deleted")
    post_delete.connect(_deleted, dispatch_uid="search.deleted")
    pre_save.connect(_about_to_be_restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")
    pre_save.connect(_site_about_to_change, sender=Site, dispatch_uid="search.site")
    for model in NAMES:
        post_save.connect(_learn_names, sender=model, dispatch_uid=f"search.names.{model.__name__}")
    hooks.register("after_bulk_action", _files_moved)


def _saved(
    sender: type[Model], instance: Any, created: bool, raw: bool = False, update_fields: Any = None, **_kwargs: Any
) -> None:
    if issubclass(sender, Page):
        _page_saved(sender, instance, created, update_fields)
    elif not _place_changed(instance) and not raw:
        if way := way_to_page(sender):
            page = reduce(getattr, way, instance)
            outbox.look_again([page.pk] if page.live else [])
        elif not created and is_named(sender) and update_fields != _SIGNED_IN:
            outbox.look_again(pages_naming(sender, [instance.pk]))


def _page_saved(sender: type[Page], page: Page, created: bool, update_fields: frozenset[str] | None) -> None:
    """Wagtail unpublishes, moves and expires pages as plain `Page`: who may read what is below may have changed."""
    if (created and not page.live) or (update_fields and update_fields <= _of_drafts()):
        return
    if sender is Page or issubclass(sender, KnowledgePage):
        outbox.look_again([page.pk], with_descendants=sender is Page)


def _about_to_be_deleted(sender: type[Model], instance: Any, **_kwargs: Any) -> None:
    """Before what refers to it is gone, in the transaction of the deletion."""
    if issubclass(sender, Page):
        return
    if way := way_to_page(sender):
        outbox.look_again([reduce(getattr, way, instance).pk])
    elif is_named(sender):
        outbox.look_again(pages_naming(sender, [instance.pk]))


def _deleted(sender: type[Model], instance: Any, **_kwargs: Any) -> None:
    if issubclass(sender, Page):
        outbox.look_again([instance.pk])
    else:
        _place_changed(instance)


def _place_changed(instance: Any) -> bool:
    """Who may read pages or files has changed for a branch of a tree; whether `instance` is what says so."""
    match instance:
        case PageViewRestriction():
            outbox.look_again([instance.page_id], with_descendants=True)
        case Site():
            roots = {instance.root_page_id, getattr(instance, "root_before", None)} - {None}
            outbox.look_again(roots, with_descendants=True)
        case CollectionViewRestriction():
            _look_at_files_in(instance.collection_id)
        case Collection():
            _look_at_files_in(instance.pk)
        case _:
            return False
    return True


def _about_to_be_restricted(instance: PageViewRestriction, **_kwargs: Any) -> None:
    """Wagtail saves a restriction outside of a transaction: a precaution outlives a process that ends right after."""
    if not connection.in_atomic_block:
        outbox.look_again([instance.page_id], with_descendants=True, delay=PRECAUTION)


def _site_about_to_change(instance: Any, **_kwargs: Any) -> None:
    instance.root_before = Site.objects.filter(pk=instance.pk).values_list("root_page", flat=True).first()


def _learn_names(sender: type[Model], instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        learn((getattr(instance, field) for field in NAMES[sender]), frozenset())


def _text_of_file_changed(document: Any, **_kwargs: Any) -> None:
    outbox.look_again(PageAttachment.objects.filter(document=document).values_list("page", flat=True))


def _files_moved(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """Wagtail moves many files to a collection without any signal."""
    files = [one.pk for one in objects if isinstance(one, PortalDocument)]
    outbox.look_again(PageAttachment.objects.filter(document__in=files).values_list("page", flat=True))


def _look_at_files_in(collection: int) -> None:
    for path in Collection.objects.filter(pk=collection).values_list("path", flat=True):
        files = PageAttachment.objects.filter(document__collection__path__startswith=path)
        outbox.look_again(files.values_list("page", flat=True))


@cache
def _of_drafts() -> frozenset[str]:
    """Columns and rows of Wagtail's own that visitors do not see."""
    fields = Page._meta.get_fields()
    names = {field.name for field in fields} | {getattr(field, "attname", field.name) for field in fields}
    return frozenset(names - TELLING)
