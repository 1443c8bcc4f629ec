"""The filters of the portal: its own, which every knowledge page has, and those that plugins bring."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from portal.content.models import (
    LEVELS,
    KnowledgePage,
    KnowledgeTag,
    LearningArea,
    LearningAreaTag,
    PageTag,
    School,
    SchoolNetwork,
    SchoolNetworkTag,
)
from portal.plugins.registry import installed, search_sources

from .sources import Keys, PageFacet

if TYPE_CHECKING:
    from django.apps import AppConfig
    from django.db.models import Model

_NAME: Final = re.compile("[a-z][a-z0-9_]*")
# Other words of a search's address.
RESERVED: Final = frozenset({"q", "page", "sort", "size", "literal", "format", "lang"})


@dataclass(frozen=True, slots=True)
class PageFacets:
    """The facet keys of one page, and what people read for them in every language."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()


def all_facets() -> tuple[PageFacet, ...]:
    """Every filter once, in the order in which visitors see them."""
    named: dict[str, PageFacet] = {}
    for facet in chain(own_facets(), _brought()):
        named.setdefault(facet.name, facet)
    return tuple(sorted(named.values(), key=lambda facet: facet.order))


def own_facets() -> tuple[PageFacet, ...]:
    """What every knowledge page can be found by. Nobody has a school by itself: see `school_facets`."""
    return (
        PageFacet("kind", pgettext_lazy("of a page", "Type"), _kinds_of, kind_labels, 10),
        PageFacet("learning_area", _("Learning area"), _TaggedWith(LearningAreaTag, "code"), area_labels, 20, True),
        PageFacet("school_network", _("School network"), _TaggedWith(SchoolNetworkTag, "slug"), network_labels, 30),
        PageFacet("school", _("School"), _none_of, school_labels, 40),
        PageFacet("level", _("Grade level"), _levels_of, level_labels, 50, True),
        PageFacet("academic_year", _("Academic year"), _years_of, year_labels, 60, True),
        PageFacet("tag", _("Tag"), _TaggedWith(PageTag, "slug"), tag_labels, 90),
    )


def school_facets(field_name: str) -> tuple[PageFacet, PageFacet]:
    """For a plugin whose pages name their schools: the filters of schools, and of the networks of those schools.

    `field_name` is a foreign key or many-to-many field to `content.School`."""
    return (
        PageFacet("school", _("School"), keys_behind(f"{field_name}__code"), school_labels, 40),
        PageFacet(
            "school_network", _("School network"), keys_behind(f"{field_name}__network__slug"), network_labels, 30
        ),
    )


def facets_of(pages: Sequence[KnowledgePage], brought: Iterable[PageFacet]) -> dict[int, PageFacets]:
    """The filters of pages of one kind; `brought` are those of its source. A fixed number of queries."""
    keys: dict[int, dict[str, dict[str, None]]] = {page.pk: {} for page in pages}
    labels: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for facet in (*own_facets(), *brought):
        found = facet.keys_of(pages)
        for page, values in found.items():
            keys[page].setdefault(facet.name, {}).update(dict.fromkeys(values))
        labels[facet.name] |= _in_every_language(facet, set(chain.from_iterable(found.values())))
    return {
        page: PageFacets(
            {name: tuple(values) for name, values in facets.items() if values},
            tuple(dict.fromkeys(_words(facets, labels))),
        )
        for page, facets in keys.items()
    }


def check_facets(app_configs: Sequence[AppConfig] | None = None, **_options: Any) -> list[CheckMessage]:
    """What is wrong with the filters of plugins. Each message carries its plugin as `obj`."""
    known = {facet.name: (facet, "the portal") for facet in own_facets()}
    messages: list[CheckMessage] = []
    for plugin in installed():
        for facet in chain.from_iterable(getattr(source, "facets", ()) for source in plugin.search_sources()):
            messages += _wrong_name(facet, plugin)
            first, owner = known.setdefault(facet.name, (facet, repr(plugin.label)))
            if first.labels_of != facet.labels_of:
                messages.append(
                    Error(
                        f"The search filter {facet.name!r} is already claimed by {owner}.",
                        hint="Give it another name; or, for the same vocabulary, the same labels_of.",
                        obj=plugin,
                        id="search.E001",
                    )
                )
    return messages


def kind_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of kinds of pages, in the order of the plugins."""
    wanted = set(keys)
    return {source.kind: str(source.label) for source in search_sources() if source.kind in wanted}


def area_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of learning areas, in the order of the curriculum."""
    return {area.code: area.label for area in LearningArea.objects.filter(code__in=set(keys)).order_by("order")}


def network_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of school networks."""
    return dict(SchoolNetwork.objects.filter(slug__in=set(keys)).values_list("slug", "name"))


def school_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of schools."""
    return dict(School.objects.filter(code__in=set(keys)).values_list("code", "name"))


def level_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of grade levels, in the order of schooling."""
    wanted = set(keys)
    return {key: str(label) for key, label in LEVELS if key in wanted}


def year_labels(keys: Iterable[str]) -> dict[str, str]:
    """Years, the newest first; they are their own names."""
    return {key: key for key in sorted(set(keys), reverse=True)}


def tag_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of tags."""
    return dict(KnowledgeTag.objects.filter(slug__in=set(keys)).values_list("slug", "name"))


def keys_behind(path: str) -> Callable[[Sequence[KnowledgePage]], Keys]:
    """`keys_of` for a facet whose keys stand behind a field of the page type: `keys_behind("schools__code")`."""
    return _KeysBehind(path)


@dataclass(frozen=True, slots=True)
class _KeysBehind:
    path: str

    def __call__(self, pages: Sequence[KnowledgePage]) -> Keys:
        found: dict[int, list[str]] = {}
        for model in {type(page) for page in pages}:
            found |= _rows(model, "pk", self.path, [page.pk for page in pages if type(page) is model])
        return found


@dataclass(frozen=True, slots=True)
class _TaggedWith:
    """The tags of pages, from the table itself: modelcluster's managers ask once a page."""

    through: type[Model]
    key: str

    def __call__(self, pages: Sequence[KnowledgePage]) -> Keys:
        return _rows(self.through, "content_object_id", f"tag__{self.key}", [page.pk for page in pages])


def _rows(model: type[Model], page: str, key: str, pages: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = model._default_manager.filter(**{f"{page}__in": pages, f"{key}__isnull": False})
    for pk, value in rows.order_by("pk", key).values_list(page, key):
        found[pk].append(str(value))
    return found


def _kinds_of(pages: Sequence[KnowledgePage]) -> Keys:
    kinds = {source.model: source.kind for source in search_sources()}
    return {page.pk: [kinds[page.specific_class]] for page in pages if page.specific_class in kinds}


def _none_of(pages: Sequence[KnowledgePage]) -> Keys:
    return {}


def _levels_of(pages: Sequence[KnowledgePage]) -> Keys:
    return {page.pk: page.levels for page in pages if page.levels}


def _years_of(pages: Sequence[KnowledgePage]) -> Keys:
    return {page.pk: [str(page.academic_year)] for page in pages if page.academic_year}


def _brought() -> Iterator[PageFacet]:
    return chain.from_iterable(getattr(source, "facets", ()) for source in search_sources())


def _in_every_language(facet: PageFacet, keys: set[str]) -> dict[str, list[str]]:
    """What is read for each key, Thai first. A number alone says nothing: it is joined to the filter's name."""
    read: dict[str, list[str]] = {key: [] for key in keys}
    for language, _name in settings.LANGUAGES if keys else ():
        with override(language):
            for key, label in facet.labels_of(keys).items():
                read[key].append(f"{facet.label} {label}" if label.isdecimal() else label)
    return read


def _words(keys: Mapping[str, Iterable[str]], labels: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for name, values in keys.items():
        for key in values:
            yield from labels[name].get(key, ())


def _wrong_name(facet: PageFacet, plugin: AppConfig) -> Iterator[CheckMessage]:
    if not _NAME.fullmatch(facet.name) or facet.name in RESERVED:
        yield Error(
            f"The search filter {facet.name!r} cannot stand in the address of a search.",
            hint='Small letters, digits and underscores, and none of the address\'s own words, for example "subject".',
            obj=plugin,
            id="search.E002",
        )
