"""`PORTAL_PLUGINS` names -> app configurations, through entry points. Imports no Django: settings call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version

from packaging.requirements import Requirement

GROUP = "portal.plugins"
PORTAL = "supervision-portal"  # its own requirements are no plugin's


class PluginNotInstalled(RuntimeError):
    """`PORTAL_PLUGINS` names a plugin that no installed package offers."""


def available() -> dict[str, EntryPoint]:
    """Every plugin that an installed package offers, by name, sorted."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def installed_apps(names: Iterable[str]) -> list[str]:
    """Dotted paths for `INSTALLED_APPS`. A name is an entry point of group `portal.plugins`, or a dotted class path."""
    offered = available()
    return list(dict.fromkeys(app_path(name, offered) for name in _cleaned(names)))


def named_twice(names: Iterable[str]) -> list[str]:
    """Dotted paths of the plugins that `names` holds more than once, whatever they are called there."""
    offered = available()
    counted = Counter(app_path(name, offered) for name in _cleaned(names))
    return [path for path, times in counted.items() if times > 1]


def app_path(name: str, offered: dict[str, EntryPoint]) -> str:
    """The dotted path of one name. Raises `PluginNotInstalled` when no package offers it."""
    if name in offered:
        return class_path(offered[name])
    if "." in name:
        return name
    known = ", ".join(offered) or "none"
    raise PluginNotInstalled(
        f"PORTAL_PLUGINS names the plugin {name!r}, but no installed package offers it (offered: {known}). "
        f"Install its package, for example: pip install portal-{name}; or take {name!r} out of PORTAL_PLUGINS."
    )


def class_path(point: EntryPoint) -> str:
    """`manuals.apps:ManualsPlugin` as Django writes it."""
    return point.value.replace(":", ".")


def package_version(point: EntryPoint) -> str:
    """The version of the package that offers a plugin."""
    return point.dist.version if point.dist else ""


def unmet(point: EntryPoint) -> list[str]:
    """What the package of a plugin requires and this environment lacks, as requirement strings."""
    if point.dist is None or point.dist.name == PORTAL:
        return []
    wanted = (Requirement(line) for line in point.dist.requires or [])
    return [str(one) for one in wanted if (one.marker is None or one.marker.evaluate({"extra": ""})) and not _met(one)]


def _met(requirement: Requirement) -> bool:
    try:
        return requirement.specifier.contains(version(requirement.name), prereleases=True)
    except PackageNotFoundError:
        return False


def _cleaned(names: Iterable[str]) -> list[str]:
    return [name.strip() for name in names if name.strip()]
