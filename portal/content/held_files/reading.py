"""Who may have a file that is not for everybody."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.content.models import KnowledgePage
from portal.content.published import published

from .collection import held_collection
from .files import HELD_MODELS, Files, files_of, pages_naming

HOOK = "may_read_unpublished"  # `f(request, page) -> bool`: reviewers and others whom a plugin lets read a draft


def may_read(request: HttpRequest, file: Any) -> bool:
    """Whether who asks may have a file: it is public, theirs, or of a page that they may read."""
    if all(restriction.accept_request(request) for restriction in file.collection.get_view_restrictions()):
        return True
    if file.collection_id != held_collection().pk:
        return False
    return _is_own(request, file) or _is_of_private_page(request, file) or _is_of_draft(request, file)


def _is_own(request: HttpRequest, file: Any) -> bool:
    user = request.user
    if not user.is_authenticated or not user.is_active:
        return False
    if user.pk == file.uploaded_by_user_id:
        return True
    return policy_registry.get_by_type(type(file)).user_has_permission_for_instance(user, "change", file)


def _is_of_private_page(request: HttpRequest, file: Any) -> bool:
    """A published page for few shows it, and who asks is one of them."""
    withdrawn = KnowledgePage.objects.filter(withdrawn_at__isnull=False)
    named = Page.objects.filter(pk__in=pages_naming(_alone(file))).exclude(pk__in=withdrawn.values("pk"))
    return any(
        all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
        and bool(_alone(file) & files_of(page.specific))
        for page in published(named)
    )


def _is_of_draft(request: HttpRequest, file: Any) -> bool:
    """The latest version of a page shows it that who asks may edit or review."""
    if file.uploaded_by_user_id is None:
        return False
    uploader = file.uploaded_by_user_id
    pages = KnowledgePage.objects.filter(Q(owner=uploader) | Q(latest_revision__user=uploader)).specific()
    return any(_may_read_draft(request, page) and bool(_alone(file) & _latest(page)) for page in pages)


def _may_read_draft(request: HttpRequest, page: Any) -> bool:
    user = request.user
    if user.is_authenticated and (page.owner_id == user.pk or page.permissions_for_user(user).can_edit()):
        return True
    return any(allows(request, page) for allows in hooks.get_hooks(HOOK))


def _latest(page: Any) -> Files:
    return files_of(page.get_latest_revision_as_object()) | files_of(page)


def _alone(file: Any) -> Files:
    return Files(*(frozenset({file.pk} if isinstance(file, model) else ()) for model in HELD_MODELS))
