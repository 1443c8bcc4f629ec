"""The form of a document."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm

from portal.content.attachment_text.explanations import state_of


class DocumentForm(BaseDocumentForm):
    """Wagtail's; after an upload of several files it says under each title what is the matter with that file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" not in self.fields:
            self.fields["title"].help_text = state_of(self.instance).advice

    class Meta(BaseDocumentForm.Meta):
        pass
