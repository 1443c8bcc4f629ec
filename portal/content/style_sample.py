"""What an app shows of itself on the page of all components: it answers Wagtail's hook `register_style_samples`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

HOOK: Final = "register_style_samples"


@dataclass(frozen=True, slots=True)
class StyleSample:
    """A real template with values to draw it with. `styles`: the sheets it needs beside `site.css`, as static files.

    `around`: an element and class in which the template expects to stand, for example `ul.entries`."""

    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    around: str = "div"

    @property
    def element(self) -> str:
        """The element around the template."""
        return self.around.partition(".")[0]

    @property
    def css_class(self) -> str:
        """Its class."""
        return self.around.partition(".")[2]
