"""The promised plugin API: what is named here is supported for the whole major version, nothing else is."""

from .contract import API_VERSION, HomeSection, MenuItem, PortalPlugin, SearchSource
from .pages import PluginPageMixin

__all__ = ["API_VERSION", "HomeSection", "MenuItem", "PluginPageMixin", "PortalPlugin", "SearchSource"]
