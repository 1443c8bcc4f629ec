"""`PORTAL_PLUGINS` names -> app configurations, through entry points. Imports no Django: settings call it."""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

GROUP = "portal.plugins"


class PluginNotInstalled(RuntimeError):
    """`PORTAL_PLUGINS` names a plugin that no installed package offers."""


def available() -> dict[str, EntryPoint]:
    """Every plugin that an installed package offers, by name, sorted."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def installed_apps(names: Iterable[str]) -> list[str]:
    """Dotted paths for `INSTALLED_APPS`. A name is an entry point of group `portal.plugins`, or a dotted class path."""
    offered = available()
    paths = [_app_path(name.strip(), offered) for name in names if name.strip()]
    return list(dict.fromkeys(paths))


def _app_path(name: str, offered: dict[str, EntryPoint]) -> str:
    if name in offered:
        return offered[name].value.replace(":", ".")
    if "." in name:
        return name
    known = ", ".join(offered) or "none"
    raise PluginNotInstalled(
        f"PORTAL_PLUGINS names the plugin {name!r}, but no installed package offers it (offered: {known}). "
        f"Install its package, for example: pip install portal-{name}; or take {name!r} out of PORTAL_PLUGINS."
    )
