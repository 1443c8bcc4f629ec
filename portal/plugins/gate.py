"""Says why a page of a removed plugin cannot be edited, deleted or moved, where Wagtail's own views would fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Page, PageQuerySet

from .control_panel import RemovedPageView
from .removed import plugin_label, removed_pages

PAGE_VIEWS = "wagtailadmin_pages"  # namespace of everything Wagtail does to one page
BULK_VIEW = "wagtail_bulk_action"
PAGE_ARGUMENTS = ("page_id", "page_to_move_id", "parent_page_id", "pk", "destination_id")
# Actions that reach the pages below as well, and the choice of their form that says so.
REACHING_DOWN = {
    "delete": "",
    "copy": "copy_subpages",
    "unpublish": "include_descendants",
    "publish": "include_descendants",
}


class RemovedPageGate:
    """Stands before Wagtail's page views. A public request costs it nothing, one of the admin a query or two."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """An explanation instead of the view, if a page it is about lost its plugin; signing in is asked first."""
        match = request.resolver_match
        if match is None or not _is_about_pages(match) or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        page = _first_removed(request, match, kwargs)
        return _explanation(request, page) if page else None


def _is_about_pages(match: ResolverMatch) -> bool:
    return PAGE_VIEWS in match.namespaces or (
        match.url_name == BULK_VIEW
        and match.kwargs["app_label"] == "wagtailcore"
        and match.kwargs["model_name"] == "page"
    )


def _first_removed(request: HttpRequest, match: ResolverMatch, kwargs: dict[str, Any]) -> Page | None:
    if match.url_name == BULK_VIEW:
        return _first_within(_selected(request), with_descendants=_reaches_down(request, kwargs["action"]))
    ids = [kwargs[name] for name in PAGE_ARGUMENTS if name in kwargs]
    pages = Page.objects.filter(pk__in=ids)
    return _first_within(pages, with_descendants=_reaches_down(request, match.url_name or ""))


def _reaches_down(request: HttpRequest, action: str) -> bool:
    choice = REACHING_DOWN.get(action)
    return choice == "" or bool(choice and request.POST.get(choice))


def _selected(request: HttpRequest) -> PageQuerySet:
    """The pages of a bulk action, as Wagtail reads them: their ids, or all children of a page."""
    ids = [value for value in request.GET.getlist("id") if value.isascii() and value.isdigit()]
    parent = request.GET.get("childOf", "")
    if "all" not in request.GET.getlist("id"):
        return Page.objects.filter(pk__in=ids)
    if parent.isascii() and parent.isdigit():
        above = Page.objects.filter(pk=parent).first()
        if above is None:
            return Page.objects.none()
        return Page.objects.descendant_of(above) if request.GET.get("q") else Page.objects.child_of(above)
    return Page.objects.filter(depth__gt=1)


def _first_within(pages: PageQuerySet, *, with_descendants: bool) -> Page | None:
    removed = removed_pages()
    found = removed.filter(pk__in=pages.values("pk")).first()
    if found or not with_descendants:
        return found
    return next(filter(None, (removed.descendant_of(page).first() for page in pages)), None)


def _explanation(request: HttpRequest, page: Page) -> HttpResponse:
    """A page of the admin, or the content of the dialogue that asked."""
    response: HttpResponse
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        context = {"page": page, "label": plugin_label(page)}
        response = render_modal_workflow(
            request, "portal_plugins/removed_page_reason.html", None, context, {"step": "removed"}
        )
    else:
        response = RemovedPageView.as_view()(request, page=page)
    return response
