"""Who may import a manual, and below which index."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, Site

from manuals.models import ManualIndexPage, WorkManualPage


def indexes_for(user: Any) -> list[ManualIndexPage]:
    """The indexes below which `user` may add a manual."""
    indexes = ManualIndexPage.objects.order_by("path")
    return [page for page in indexes if WorkManualPage.can_create_at(page) and _may_add_below(user, page)]


def may_make_index(user: Any) -> bool:
    """Whether the portal has no index yet and `user` may add the first."""
    if ManualIndexPage.objects.exists():
        return False
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    home = site.root_page.specific if site else None
    return home is not None and ManualIndexPage.can_create_at(home) and _may_add_below(user, home)


def may_import(user: Any) -> bool:
    """Whether `user` may import at all."""
    return bool(indexes_for(user)) or may_make_index(user)


def may_publish(user: Any, index: ManualIndexPage | None) -> bool:
    """Whether what `user` imports below `index` may be published at once."""
    page = index or Site.objects.get(is_default_site=True).root_page
    return page.permissions_for_user(user).can_publish_subpage()


def _may_add_below(user: Any, page: Page) -> bool:
    return page.permissions_for_user(user).can_add_subpage()
