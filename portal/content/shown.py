"""What stands below every published page needs to know of it, in one query; and pages by key, for who may read them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery
from django.http import Http404
from django.template import Context
from wagtail.models import Page, PageViewRestriction

from .models import KnowledgePage

_AUTHOR = ("prefix", "given_name", "family_name", "given_name_en", "family_name_en")
_REACH = ("views", "downloads", "uses")


@dataclass(frozen=True, slots=True)
class AuthorName:
    """An author's name, Thai and (where it is known) English; `prefix` is the title before the Thai one."""

    prefix: str
    given: str
    family: str
    given_en: str = ""
    family_en: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """`is_public`: every visitor may read the page. `above` is the title of the page above it."""

    is_public: bool
    above: str = ""
    authors: tuple[AuthorName, ...] = ()
    views: int = 0
    downloads: int = 0
    uses: int = 0


def facts_of(page: KnowledgePage) -> PageFacts:
    """The facts of a page as it is stored; asked of the database once for each `page` object."""
    kept = page.__dict__.get("_facts")
    if kept is None:
        kept = page.__dict__["_facts"] = _asked(page)
    return kept


def shown_page(context: Context, page: object) -> KnowledgePage | None:
    """The page of a template where every visitor may read it; None for drafts, previews, private and other pages."""
    request = context.get("request")
    if not isinstance(page, KnowledgePage) or request is None or getattr(request, "is_preview", False):
        return None
    is_served = page.live and not page.withdrawn_at and not page.has_expired
    return page if is_served and facts_of(page).is_public else None


def readable_or_404(key: int) -> KnowledgePage:
    """The page with that key, as its own type, where every visitor may read it."""
    page = KnowledgePage.objects.readable().filter(pk=key).first()
    if page is None:
        raise Http404
    return page.specific


def _asked(page: KnowledgePage) -> PageFacts:
    step = Page.steplen
    paths = [page.path[:end] for end in range(step, len(page.path) + 1, step)]
    rows = (
        KnowledgePage.objects.filter(pk=page.pk)
        .annotate(
            is_private=Exists(PageViewRestriction.objects.filter(page__path__in=paths)),
            above=Subquery(Page.objects.filter(path=page.path[:-step]).exclude(pk=OuterRef("pk")).values("title")[:1]),
        )
        .order_by("authors__sort_order", "authors__pk")
        .values_list(
            "is_private",
            "above",
            *(f"reach__{name}" for name in _REACH),
            *(f"authors__person__{name}" for name in _AUTHOR),
        )
    )
    found = list(rows)
    if not found:
        return PageFacts(is_public=False)
    is_private, above, *sums = found[0][:5]
    authors = tuple(AuthorName(*row[5:]) for row in found if row[5] is not None)
    return PageFacts(not is_private, above or "", authors, *(number or 0 for number in sums))
