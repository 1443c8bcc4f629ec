"""What is counted where it happens: files that are fetched, and uses that are approved."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.documents.models import document_served
from wagtail.models import Page, ReferenceIndex

from portal.content.models import KnowledgePage, PortalDocument

from .adding import count, sum_uses
from .models import ClassUse
from .visitors import is_counted, is_robot


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
    document_served.connect(_count_download, dispatch_uid="counting.document_served")
    post_save.connect(_sum_uses, sender=ClassUse, dispatch_uid="counting.use_saved")
    post_delete.connect(_sum_what_is_left, sender=ClassUse, dispatch_uid="counting.use_deleted")


def _count_download(sender: object, instance: PortalDocument, request: HttpRequest, **kwargs: object) -> None:
    if not _is_whole(request) or is_robot(request):
        return
    page = page_of(instance, request)
    if page and is_counted(request, page, f"file {instance.pk}"):
        count(page.pk, "downloads")


def page_of(document: PortalDocument, request: HttpRequest) -> KnowledgePage | None:
    """The readable page whose file it is; of several the one that the visitor comes from, else the oldest."""
    of_pages = ContentType.objects.get_for_model(Page)
    found = ReferenceIndex.get_references_to(document).filter(base_content_type=of_pages)
    keys = {int(one.object_id) for one in found}
    pages = list(KnowledgePage.objects.readable().filter(pk__in=keys).order_by("pk")) if keys else []
    path = urlsplit(request.headers.get("Referer", "")).path
    return next((page for page in pages if page.get_url(request) == path), pages[0] if pages else None)


def _is_whole(request: HttpRequest) -> bool:
    """Not a later piece of a file, and not the question whether a kept copy is still good."""
    is_later_piece = not request.headers.get("Range", "bytes=0-").startswith("bytes=0-")
    return request.method == "GET" and not is_later_piece and "If-None-Match" not in request.headers


def _sum_uses(sender: object, instance: ClassUse, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        sum_uses(instance.page_id)


def _sum_what_is_left(sender: object, instance: ClassUse, **kwargs: object) -> None:
    # The page itself may be on its way out: no new row may refer to it.
    sum_uses(instance.page_id, is_new=False)
