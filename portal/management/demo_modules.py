"""The demo content that installed apps bring."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps


def demo_modules() -> Iterator[ModuleType]:
    """The module `demo` of each app that has one, in the order of the installed apps."""
    for config in apps.get_app_configs():
        if find_spec(f"{config.name}.demo"):
            yield import_module(f"{config.name}.demo")
