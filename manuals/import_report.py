"""What an import does, as values: the pages with their addresses, the account of the paragraphs, the damage found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from portal.thai.romanise import unique_slug

from .importer.plan import ImportPlan
from .index_page import TITLE, home_page
from .lengths import fit_child, fit_manual
from .matching import ChildOutline, children_of, manual_page, match_children
from .models import ManualChapterPage, ManualIndexPage, WorkManualPage, WorkProcessPage
from .outline import ManualOutline, ProcessOutline
from .page_writer import SavedPage


@dataclass(frozen=True, slots=True)
class ReportedPage:
    """A page of the result. `type` is the name of its model, `url` its address on the site."""

    title: str
    type: str
    url: str


def report_of(plan: ImportPlan, pages: Iterable[ReportedPage]) -> dict[str, Any]:
    """The report that `--report` writes and the screen offers as a file."""
    left_out = [{"line": one.line, "text": one.text, "reason": one.reason} for one in plan.left_out]
    return {
        "pages": [asdict(page) for page in pages],
        "paragraphs": {"total": len(plan.paragraphs), "placed": len(plan.placements), "left_out": left_out},
        "findings": [
            {"line": one.line, "text": one.context or one.text, "problem": one.problem, "repaired": one.repaired}
            for one in plan.findings
        ],
    }


def saved_pages(saved: Iterable[SavedPage]) -> list[ReportedPage]:
    """The pages as they were saved."""
    return [ReportedPage(one.page.title, type(one.page).__name__, address_of(one.page)) for one in saved]


def planned_pages(manual: ManualOutline, index: ManualIndexPage | None) -> list[ReportedPage]:
    """The pages as they would be saved, those that stand under the addresses that they have."""
    page = manual_page(manual, index) if index else None
    above = address_of(index) if index else f"{address_of(home_page())}{unique_slug(TITLE, ())}/"
    taken = _slugs_below(index)
    if page:
        planned = [ReportedPage(page.title, WorkManualPage.__name__, address_of(page))]
    else:
        title = fit_manual(manual).title
        planned = [ReportedPage(title, WorkManualPage.__name__, f"{above}{_new_slug(title, taken)}/")]
    standing = children_of(page) if page else []
    taken = _slugs_below(page)
    for child, found in zip(manual.children, match_children(manual, standing), strict=True):
        planned.append(_planned_child(child, found, planned[0].url, taken))
    return planned


def standing_addresses(manual: ManualOutline, index: ManualIndexPage | None) -> set[str]:
    """The addresses of the pages that an earlier import of this manual made."""
    page = manual_page(manual, index) if index else None
    return {address_of(one) for one in (page, *children_of(page))} if page else set()


def address_of(page: Any) -> str:
    """The page's address on its site."""
    parts = page.get_url_parts()
    return parts[2] if parts else ""


def _planned_child(child: ChildOutline, found: Any, above: str, taken: set[str]) -> ReportedPage:
    kind = WorkProcessPage if isinstance(child, ProcessOutline) else ManualChapterPage
    if found:
        return ReportedPage(found.title, kind.__name__, address_of(found))
    title = fit_child(child).title
    return ReportedPage(title, kind.__name__, f"{above}{_new_slug(title, taken)}/")


def _slugs_below(page: Any) -> set[str]:
    return set(page.get_children().values_list("slug", flat=True)) if page else set()


def _new_slug(title: str, taken: set[str]) -> str:
    slug = unique_slug(title, taken)
    taken.add(slug)
    return slug
