"""What a plugin is: one `PortalPlugin` subclass in an `apps.py`, and the small values its methods return."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest
    from django.urls import URLPattern, URLResolver
    from django.utils.functional import Promise

API_VERSION = "1.1"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the public main menu.

    `label` is what visitors read. Give `page_type` and the entry leads to the first published page of that type, and is
    left out while there is none; or give `url`, an address of this site. Smaller `order` comes first (built-ins: 100,
    200)."""

    label: str | Promise
    page_type: type[Model] | None = None
    url: str = ""
    order: int = 500


@dataclass(frozen=True, slots=True)
class HomeSection:
    """One section of the home page.

    `template` is rendered with what `context(request)` returns, and `request`; a section whose context is None is left
    out. Smaller `order` comes first, until the office arranges the sections: there `label` names this one, and the
    template is what its place is kept by."""

    template: str
    context: Callable[[HttpRequest], Mapping[str, Any] | None]
    order: int = 500
    label: str | Promise = ""


@runtime_checkable
class SearchSource(Protocol):
    """What the search asks of a plugin: one source a kind of page. `search.sources.PageSource` is the usual one.

    `kind` is a stable key, unique among all plugins; `label` is what visitors read; `model` the page type; `icon` a
    name in the icon sprite."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str | Promise: ...
    @property
    def model(self) -> type[Model]: ...
    @property
    def icon(self) -> str: ...


class PortalPlugin(AppConfig):
    """Base class of every plugin's app configuration. All extension methods are optional.

    `summary` is one sentence for administrators, `requires_portal` the versions of the plugin API it was written for
    (PEP 440), `requires_apps` the Django apps that have to be installed beside it."""

    default = False  # an `apps.py` that imports this class holds two configurations; see __init_subclass__
    is_portal_plugin: ClassVar[bool] = True
    summary: str | Promise = ""
    requires_portal: str = ">=1,<2"
    requires_apps: Sequence[str] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Make the subclass the default of its module: Django else silently falls back to plain `AppConfig`."""
        super().__init_subclass__(**kwargs)
        cls.default = True

    def import_models(self) -> None:
        """As Django, but what is missing is said in the plugin's name, with what to do about it."""
        missing = [name for name in self.requires_apps if not apps.is_installed(name)]
        if missing:
            raise ImproperlyConfigured(
                f"The plugin {self.label!r} needs the Django app {', '.join(missing)}, which is not installed. "
                f"Name it in PORTAL_PLUGINS before {self.label!r}, or take {self.label!r} out."
            )
        try:
            super().import_models()
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] == self.name.split(".")[0]:
                raise  # a mistake inside the plugin, not a missing package
            raise ImproperlyConfigured(
                f"The plugin {self.label!r} needs the Python module {error.name!r}, which is not installed. "
                f"Install the package that brings it (pip install ...), or take {self.label!r} out of PORTAL_PLUGINS."
            ) from error

    @property
    def url_prefix(self) -> str:
        """The first part of the addresses of `urlpatterns()`: the app label."""
        return self.label

    def menu_items(self) -> Sequence[MenuItem]:
        """Entries of the public main menu."""
        return ()

    def home_sections(self) -> Sequence[HomeSection]:
        """Sections of the home page."""
        return ()

    def search_sources(self) -> Sequence[SearchSource]:
        """What of this plugin can be searched."""
        return ()

    def urlpatterns(self) -> Sequence[URLPattern | URLResolver]:
        """Views of the plugin's own, served under `/<url_prefix>/`."""
        return ()
