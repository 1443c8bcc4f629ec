"""What stands around the parts of a work: its authors, facts that lead to other works, what it builds on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.content.models import LEVELS, KnowledgePage
from portal.content.rows import fetched
from portal.plugins.registry import source_for

from .embeds import embed_of
from .page_parts import parts_of

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

    from .models import WorkPage

SEARCH_ICON = "file-text"


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value, and the works that share it; `colour` is the code of a learning area."""

    label: str
    url: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a work under one name."""

    label: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True)
class NamedPage:
    """Another page, as a link says it."""

    title: str
    url: str
    kind_label: str | Promise
    icon: str


def context_of(work: WorkPage, request: HttpRequest) -> dict[str, Any]:
    """All that the template of a work needs. A fixed number of queries, however many rows there are."""
    source = source_for(type(work))
    index = work.get_parent()
    index_url = (index.get_url(request) or "") if index else ""
    parts = parts_of(work)
    return {
        "kind_label": type(work)._meta.verbose_name,
        "icon_name": source.icon if source else SEARCH_ICON,
        "index_url": index_url,
        "authors": fetched(work.authors, "person__school", "school"),
        "parts": parts,
        "cover": _cover(work),
        "facts": [fact for fact in _facts(work, index_url) if fact.values],
        "licence": work.chosen_licence,
        "was_revised": _was_revised(work),
        "has_players": any(embed_of(video.url) for video in work.videos.all()),
        "builds_on": named([row.built_on_id for row in fetched(work.bases)], request),
        "built_on_by": built_on_by(work, request),
    }


def built_on_by(page: KnowledgePage, request: HttpRequest | None) -> list[NamedPage]:
    """The works that say they build on this page; only what everybody may read."""
    if not page.pk:
        return []
    return _named(KnowledgePage.objects.readable().filter(workpage__bases__built_on=page.pk), request)


def named(keys: Iterable[int], request: HttpRequest | None) -> list[NamedPage]:
    """The pages of these keys that everybody may read, in that order."""
    order = {key: place for place, key in enumerate(keys)}
    if not order:
        return []
    pages = KnowledgePage.objects.readable().filter(pk__in=order)
    return _named(sorted(pages, key=lambda page: order[page.pk]), request)


def _named(pages: Iterable[KnowledgePage], request: HttpRequest | None) -> list[NamedPage]:
    found = []
    for page in pages:
        source = source_for(page.specific_class)
        icon = source.icon if source else SEARCH_ICON
        found.append(NamedPage(page.title, page.get_url(request) or "", page.page_type_display_name, icon))
    return found


def _facts(work: WorkPage, index_url: str) -> list[Fact]:
    """Each value leads to the shelf, filtered by it."""
    schools = [row.school for row in fetched(work.page_schools, "school__network")]
    networks = {network.pk: network for network in [*work.school_networks.all(), *(s.network for s in schools)]}
    areas, levels = work.learning_areas.all(), dict(LEVELS)
    year = [str(work.academic_year)] if work.academic_year else []

    def values(name: str, found: Iterable[tuple[str, str, str]]) -> tuple[FactValue, ...]:
        return tuple(FactValue(label, f"{index_url}?{name}={key}", colour) for key, label, colour in found)

    return [
        Fact(
            _("Learning area"), values("learning_area", ((a.code, a.label, a.code) for a in areas))
        ),
        Fact(_("Grade level"), values("level", ((key, str(levels[key]), "") for key in work.levels if key in levels))),
        Fact(_("School"), values("school", ((school.code, school.name, "") for school in schools))),
        Fact(_("School network"), values("school_network", ((one.slug, one.name, "") for one in networks.values()))),
        Fact(_("Academic year"), values("academic_year", ((key, key, "") for key in year))),
        Fact(_("Tag"), values("tag", ((tag.slug, tag.name, "") for tag in work.tags.all()))),
    ]


def _cover(work: WorkPage) -> Any:
    """The cover, unless the gallery shows the same picture."""
    shown = {row.image_id for row in work.pictures.all()}
    return work.cover if work.cover_id and work.cover_id not in shown else None


def _was_revised(work: WorkPage) -> bool:
    first, last = work.first_published_at, work.last_published_at
    return bool(first and last and last.date() > first.date())
