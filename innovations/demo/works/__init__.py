"""What the demo's works say, a few to a file."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from innovations.demo.outline import DemoWork


def published_works() -> tuple[DemoWork, ...]:
    """All works of this folder, by year: what builds on another comes after it."""
    found: list[DemoWork] = []
    for module in sorted(one.name for one in iter_modules(__path__)):
        found += import_module(f"{__name__}.{module}").WORKS
    return tuple(sorted(found, key=lambda work: (work.year, work.key)))
