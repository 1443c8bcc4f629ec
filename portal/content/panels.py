"""Panels of the page editor that know more than the field."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import FieldPanel

from portal.content.attachment_text.explanations import state_of


class DocumentPanel(FieldPanel):
    """A chosen document, and below it what keeps its text from being found."""

    class BoundPanel(FieldPanel.BoundPanel):
        """With the note about the document that is chosen now."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            document = getattr(self.instance, self.field_name, None)
            if document is not None and (advice := state_of(document).advice):
                self.help_text = advice
