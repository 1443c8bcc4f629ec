"""What documents add to the editors' side: whether the text of files was found."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from .documents_admin import views
from .models import KnowledgePage, PortalDocument
from .office_admin.views import accent

MOST_WARNINGS = 3  # of one page: more hide what else is said


class FilesWithoutTextMenuItem(MenuItem):
    """The entry among the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the list of documents itself."""
        policy = policy_registry.get_by_type(PortalDocument)
        return policy.user_has_any_permission(request.user, ["change", "delete"])


@hooks.register("register_admin_urls", order=-1)
def register_document_screens() -> list[URLPattern]:
    """In the places of Wagtail's own, which therefore stand behind; their names lead here."""
    return [
        path("documents/", views.DocumentIndexView.as_view()),
        path("documents/results/", views.DocumentIndexView.as_view(results_only=True)),
        path("documents/add/", views.DocumentCreateView.as_view()),
        path("documents/edit/<int:document_id>/", views.DocumentEditView.as_view()),
    ]


@hooks.register("register_admin_urls")
def register_accent() -> list[URLPattern]:
    """Where the office looks at a hue before it chooses it."""
    return [path("office/accent/", accent, name="office_accent")]


@hooks.register("register_reports_menu_item")
def register_files_without_text() -> MenuItem:
    """The list of documents, filtered."""
    return FilesWithoutTextMenuItem(
        _("Files without text to search"),
        reverse("wagtaildocs:index") + "?text=none",
        name="files-without-text",
        icon_name="doc-empty",
        order=750,
    )


@hooks.register("after_publish_page")
def warn_of_attachments(request: HttpRequest, page: Any) -> None:
    """Say to who publishes a page which of its attachments are not found by what stands in them."""
    if isinstance(page, KnowledgePage):
        for attachment in page.attachments.all()[:MOST_WARNINGS]:
            views.warn(request, views.fresh(attachment.document))
