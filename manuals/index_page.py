"""The index below which manuals are imported: found, or made on a portal that has none."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from .models import ManualIndexPage

TITLE = "คู่มือการปฏิบัติงาน"


class NoIndex(LookupError):
    """There is no index to import below. Its text says what to do, in the reader's language."""


def find_index(slug: str = "") -> ManualIndexPage | None:
    """The index with this address, or the only one there is; None where there is none at all. Raises `NoIndex`."""
    found = list(ManualIndexPage.objects.filter(slug=slug) if slug else ManualIndexPage.objects.all()[:2])
    if slug and not found:
        raise NoIndex(_("There is no index of manuals with the address “%(slug)s”.") % {"slug": slug})
    if len(found) > 1:
        raise NoIndex(_("There are several indexes of manuals: say which one by its address."))
    return found[0] if found else None


@transaction.atomic
def index_to_import_below(slug: str = "", *, publish: bool = False) -> ManualIndexPage:
    """As `find_index`, but the portal's first index is made below the home page; published with what it will hold."""
    home = Page.objects.select_for_update().get(pk=home_page().pk)
    index = find_index(slug)
    if index is None:
        index = ManualIndexPage(title=TITLE, live=False)
        home.add_child(instance=index)
        index.save_revision()
    if publish and not index.live:
        index.get_latest_revision().publish()
        index.refresh_from_db()
    return index


def home_page() -> Page:
    """The home page of the portal. Raises `NoIndex` where the portal has no site yet."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise NoIndex(_("The portal has no home page yet. Run “manage.py migrate” first."))
    return site.root_page
