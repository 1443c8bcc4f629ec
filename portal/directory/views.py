"""The public pages of learning areas, networks, schools and people, and the list of all feeds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import or_
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.content.models import LearningArea, Person, School, SchoolNetwork
from portal.plugins.registry import search_sources
from portal.thai.normalise import normalise
from portal.thai.sort import initial

from . import counts
from .entries import entries, most_used, newest, newest_first
from .linked_data import about_person, about_school
from .shelves import everything, of_area, of_kind, of_network, of_person, of_school

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.db.models import QuerySet

    from .counts import Counted
    from .shelves import Shelf

WORKS_ON_A_PAGE: Final = 20
PEOPLE_ON_A_PAGE: Final = 100
SCHOOLS_ON_A_PAGE: Final = 100
LONG_LIST: Final = 20  # a longer one has a box to look for a name in
LONGEST_ASKED: Final = 100


@dataclass(frozen=True, slots=True)
class PageOf:
    """Which page of how many, as the pager reads it."""

    page: int
    pages: int


def areas(request: HttpRequest) -> HttpResponse:
    """All learning areas with what they hold."""
    return render(request, "directory/areas.html", {"areas": counts.areas()})


def area(request: HttpRequest, code: str) -> HttpResponse:
    """One learning area."""
    found = get_object_or_404(LearningArea, code=code)
    return render(request, "directory/area.html", {"area": found, **_shown(request, of_area(found))})


def networks(request: HttpRequest) -> HttpResponse:
    """All networks with their schools and what they hold."""
    return render(request, "directory/networks.html", {"networks": counts.networks()})


def network(request: HttpRequest, slug: str) -> HttpResponse:
    """One network and its schools."""
    found = get_object_or_404(SchoolNetwork, slug=slug)
    schools = counts.schools(School.objects.filter(network=found))
    context = {"network": found, "schools": schools, **_shown(request, of_network(found))}
    return render(request, "directory/network.html", context)


def schools(request: HttpRequest) -> HttpResponse:
    """All schools under their networks, or those that `?q=` names, a page at a time; `?published=1`: with pages."""
    found = School.objects.select_related("network").order_by("network__sort_text", "network", "sort_text")
    if is_published := request.GET.get("published") == "1":
        found = found.filter(pk__in=counts.publishing_schools())
    page = _page_of(request, _matching(_asked(request), found), SCHOOLS_ON_A_PAGE)
    groups = counts.by_network(counts.schools(page.object_list))
    context = {"groups": groups, "is_published": is_published, **_list_context(_asked(request), page)}
    return render(request, "directory/schools.html", context)


def school(request: HttpRequest, code: str) -> HttpResponse:
    """One school and its authors."""
    found = get_object_or_404(School.objects.select_related("network"), code=code)
    context = {
        "school": found,
        "people": counts.authors_of(found),
        "linked_data": about_school(found, request),
        **_shown(request, of_school(found)),
    }
    return render(request, "directory/school.html", context)


def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has published something, under the letters of a Thai dictionary; `?q=` looks for a name."""
    found = _matching(_asked(request), counts.published_people())
    page = _page_of(request, found, PEOPLE_ON_A_PAGE)
    context = {
        "groups": _by_letter(counts.people_of(page.object_list)),
        "letters": _pages_of_letters(found) if page.has_other_pages() else [],
        **_list_context(_asked(request), page),
    }
    return render(request, "directory/people.html", context)


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person with all works; 404 for who has published nothing: nobody is told that such an author exists."""
    found = get_object_or_404(Person.objects.select_related("school__network"), slug=slug)
    shelf = of_person(found)
    paginator = Paginator(newest_first(shelf.pages()), WORKS_ON_A_PAGE)
    if not paginator.count:
        raise Http404
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "person": found,
        "linked_data": about_person(found, request),
        "shelf": shelf,
        "total": paginator.count,
        "kinds": counts.by_kind(shelf),
        "entries": entries(page.object_list, request),
        "results": PageOf(page.number, paginator.num_pages),
    }
    return render(request, "directory/person.html", context)


def feeds(request: HttpRequest) -> HttpResponse:
    """Everything that can be followed by a feed reader."""
    groups = {
        "kinds": [of_kind(source) for source in search_sources()],
        "areas": [of_area(area) for area in LearningArea.objects.all()],
        "networks": [of_network(network) for network in SchoolNetwork.objects.all()],
    }
    return render(request, "directory/feeds.html", {"everything": everything(), **groups})


def _shown(request: HttpRequest, shelf: Shelf) -> dict[str, Any]:
    """What the page of every shelf shows."""
    kinds = counts.by_kind(shelf)
    pages = shelf.pages()
    return {
        "shelf": shelf,
        "kinds": kinds,
        "total": sum(kind.count for kind in kinds),
        "entries": newest(pages, request),
        "most_used": most_used(pages, request),
    }


def _asked(request: HttpRequest) -> str:
    """What is looked for in a list, with Thai marks in their right order."""
    return normalise(request.GET.get("q", ""))[:LONGEST_ASKED].strip()


def _matching(asked: str, found: QuerySet[Any]) -> QuerySet[Any]:
    """Those in which every word of the question stands somewhere."""
    for word in asked.split():
        found = found.filter(reduce(or_, (Q(**{f"{field}__icontains": word}) for field in found.model.searched_in)))
    return found


def _page_of(request: HttpRequest, found: QuerySet[Any], size: int) -> Page[Any]:
    return Paginator(found, size).get_page(request.GET.get("page"))


def _list_context(asked: str, page: Page[Any]) -> dict[str, Any]:
    total = page.paginator.count
    return {
        "asked": asked,
        "total": total,
        "is_long": bool(asked) or total > LONG_LIST,
        "results": PageOf(page.number, page.paginator.num_pages),
    }


def _pages_of_letters(found: QuerySet[Any]) -> list[tuple[str, int]]:
    """On which page each letter begins."""
    pages: dict[str, int] = {}
    for place, name in enumerate(found.values_list("given_name", flat=True)):
        pages.setdefault(initial(name), place // PEOPLE_ON_A_PAGE + 1)
    return list(pages.items())


def _by_letter(found: list[Counted]) -> list[tuple[str, list[Counted]]]:
    groups = groupby(found, key=lambda one: initial(one.record.name))
    return [(letter, list(records)) for letter, records in groups]
