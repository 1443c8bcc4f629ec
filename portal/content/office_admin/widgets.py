"""Form controls of the office's settings. Each works without script; a script makes it quicker."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.forms.renderers import BaseRenderer, TemplatesSetting
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from portal.plugins.registry import home_sections

from ..front_page import as_order, places
from ..palette import HUES, NAMED_HUES, as_hex

if TYPE_CHECKING:
    from django.utils.functional import Promise

_STEPS_OF_THE_WHEEL: Final = 36


@dataclass(frozen=True, slots=True)
class Swatch:
    """A hue that one click chooses."""

    hue: int
    name: str | Promise
    light: str
    dark: str


class OfficeWidget(forms.Widget):
    """A control whose template stands with those of the pages."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """As Django, from the project's templates: its usual renderer knows only those of apps."""
        return super().render(name, value, attrs, TemplatesSetting())


class HuePicker(OfficeWidget, forms.NumberInput):
    """A number, named hues beside it, and below it the components of the portal in that hue."""

    template_name = "office/hue_picker.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"min": HUES[0], "max": HUES[-1], **(attrs or {})})

    class Media:
        css = {"all": ["portal/css/office-settings.css"]}
        js = ["portal/js/office-settings.js"]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the swatches, the colours of the wheel and where the components are shown."""
        context = super().get_context(name, value, attrs)
        wheel = [as_hex("accent", "light", hue) for hue in HUES[:: len(HUES) // _STEPS_OF_THE_WHEEL]]
        return {
            **context,
            "swatches": [Swatch(hue, name, *_both(hue)) for hue, name in NAMED_HUES],
            "wheel": list(enumerate(wheel)),
            "steps": _STEPS_OF_THE_WHEEL,
            "preview": reverse("office_accent"),
        }


class SectionOrder(OfficeWidget):
    """The sections of the front page: a number each for its place, and whether it is shown."""

    template_name = "office/section_order.html"

    class Media:
        css = {"all": ["portal/css/office-settings.css"]}
        js = ["portal/js/office-settings.js"]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With a row for each section."""
        rows = places(home_sections(), json.loads(value) if value else [])
        return {**super().get_context(name, None, attrs), "rows": rows}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """As JSON: the sections by their numbers; one without a number stays behind the one before it."""
        keys = data.getlist(name) if isinstance(data, MultiValueDict) else []
        shown = set(data.getlist(f"{name}-shown")) if keys else set()
        numbered, last = [], 0
        for key in keys:
            last = _number(data.get(f"{name}-place-{key}"), last)
            numbered.append((last, key))
        in_order = sorted(numbered, key=lambda one: one[0])
        return json.dumps(as_order((key, key in shown) for _place, key in in_order))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Only when the whole list is missing."""
        return name not in data


def _both(hue: int) -> tuple[str, str]:
    return as_hex("accent", "light", hue), as_hex("accent", "dark", hue)


def _number(written: Any, otherwise: int) -> int:
    text = str(written or "").strip()
    return int(text) if text.isdecimal() and len(text) < 4 else otherwise
