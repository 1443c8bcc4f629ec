"""Mounts the plugins' own views: `/<url_prefix>/...`, which answer 404 while the plugin is switched off."""

from __future__ import annotations

from typing import Any

from django.urls import URLResolver
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RoutePattern

from .activation import is_active
from .contract import PortalPlugin
from .registry import installed


class PluginResolver(URLResolver):
    """A resolver that knows its plugin, and resolves nothing while that is switched off."""

    def __init__(self, plugin: PortalPlugin) -> None:
        super().__init__(RoutePattern(f"{plugin.url_prefix}/"), list(plugin.urlpatterns()))
        self.plugin_label = plugin.label

    def resolve(self, path: Any) -> Any:
        """As Django, but `Resolver404` while the plugin is switched off: the next pattern is asked."""
        if not is_active(self.plugin_label):
            raise Resolver404({"path": path, "tried": []})
        return super().resolve(path)


def plugin_urls() -> list[URLResolver]:
    """One resolver a plugin with views; to be put into the root URLconf."""
    return [PluginResolver(plugin) for plugin in installed() if plugin.urlpatterns()]
