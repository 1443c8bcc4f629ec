"""What belongs together on one page and in one feed: of a learning area, a network, a school, a person, a kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.content.models import LearningAreaTag, PageAuthor, PageSchool, SchoolNetworkTag
from search.reading import readable_pages, sources_by_model

if TYPE_CHECKING:
    from portal.content.models import LearningArea, Person, School, SchoolNetwork
    from portal.content.models.page import KnowledgeQuerySet
    from portal.plugins import SearchSource


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages that have one thing in common: those for which `condition` is true.

    `kind` and `key` name it in the addresses of its feeds; `filter_name` is the search's filter that has the same
    `key`, empty where there is none."""

    kind: str
    key: str
    title: str
    url: str
    condition: Q
    filter_name: str = ""

    def pages(self) -> KnowledgeQuerySet:
        """What of it every visitor may read now."""
        return readable_pages().filter(self.condition)

    def search_url(self, **more: str) -> str:
        """The search for the same pages, narrowed by `more` filters; empty where no filter stands for the shelf."""
        if self.kind != "all" and not self.filter_name:
            return ""
        chosen = ({self.filter_name: self.key} if self.filter_name else {}) | more
        return f"{reverse('search')}?{urlencode(chosen)}" if chosen else reverse("search")

    @property
    def all_url(self) -> str:
        """The search for all of it."""
        return self.search_url()

    @property
    def atom_url(self) -> str:
        """Its feed as Atom."""
        return self._feed_url("atom")

    @property
    def rss_url(self) -> str:
        """Its feed as RSS 2.0."""
        return self._feed_url("rss")

    def _feed_url(self, form: str) -> str:
        if self.kind == "all":
            return reverse("feed", args=[form])
        return reverse("shelf_feed", args=[self.kind, self.key, form])


def everything() -> Shelf:
    """All that is published."""
    return Shelf("all", "", _("Everything new"), reverse("search"), Q())


def of_kind(source: SearchSource) -> Shelf:
    """One kind of page; its page is the search for it."""
    url = f"{reverse('search')}?{urlencode({'kind': source.kind})}"
    content_type = ContentType.objects.get_for_model(source.model)
    return Shelf("kinds", source.kind, str(source.label), url, Q(content_type=content_type), "kind")


def of_area(area: LearningArea) -> Shelf:
    """About a learning area."""
    condition = in_places(areas=[area.pk])
    return Shelf("areas", area.code, area.label, area.get_absolute_url(), condition, "learning_area")


def of_network(network: SchoolNetwork) -> Shelf:
    """Of a network itself, or of one of its schools."""
    condition = in_places(networks=[network.pk])
    title = _("%(name)s network") % {"name": network.name}
    return Shelf("networks", network.slug, title, network.get_absolute_url(), condition, "school_network")


def of_school(school: School) -> Shelf:
    """From a school."""
    condition = Q(pk__in=PageSchool.objects.filter(school=school).values("page"))
    return Shelf("schools", school.code, school.name, school.get_absolute_url(), condition, "school")


def of_person(person: Person) -> Shelf:
    """What a person has written. The search has no filter of people."""
    condition = Q(pk__in=PageAuthor.objects.filter(person=person).values("page"))
    return Shelf("people", person.slug, str(person), person.get_absolute_url(), condition)


def in_places(*, areas: Iterable[int] = (), networks: Iterable[int] = ()) -> Q:
    """About any of these learning areas, or of any of these networks or their schools."""
    areas, networks = list(areas), list(networks)
    return (
        Q(pk__in=LearningAreaTag.objects.filter(tag__in=areas).values("content_object"))
        | Q(pk__in=SchoolNetworkTag.objects.filter(tag__in=networks).values("content_object"))
        | Q(pk__in=PageSchool.objects.filter(school__network__in=networks).values("page"))
    )


def sources_by_type() -> dict[int, SearchSource]:
    """The kinds of pages by the key of their content type."""
    return {ContentType.objects.get_for_model(model).pk: source for model, source in sources_by_model().items()}
