"""The form of the upload screen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manuals.importer.paragraph import BadManual
from manuals.importer.plan import ImportPlan
from manuals.importer.reading import EXTENSIONS, LARGEST_FILE, read_manual
from manuals.importer.understanding import understand

from .permissions import indexes_for, may_publish

DRAFTS, PUBLISHED = "drafts", "published"


class UploadForm(forms.Form):
    """A manual's file and what is to become of it. `plan` is what was understood."""

    file = forms.FileField(
        label=_("Manual"),
        help_text=_("A Word file (.docx), plain text (.txt) or Markdown (.md), up to 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(EXTENSIONS)}),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )
    index = forms.TypedChoiceField(label=_("Import below"), coerce=int)
    state = forms.ChoiceField(
        label=_("The pages become"),
        choices=[
            (DRAFTS, _("Drafts: you look through them before anyone reads them")),
            (PUBLISHED, _("Published at once")),
        ],
        initial=DRAFTS,
        widget=forms.RadioSelect,
        help_text=_("Pages that are published already stay as they are until you publish the new drafts."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan: ImportPlan | None = None
        self.indexes = {index.pk: index for index in indexes_for(user)}
        self.user = user
        below: Any = self.fields["index"]
        below.choices = [(index.pk, index.title) for index in self.indexes.values()] or [
            (0, gettext("A new index of manuals"))
        ]
        below.initial = below.choices[0][0]
        if len(below.choices) == 1:
            below.widget = forms.HiddenInput()
        state: Any = self.fields["state"]
        if not any(may_publish(user, index) for index in self.indexes.values() or [None]):
            state.choices = state.choices[:1]

    def clean_file(self) -> UploadedFile:
        """Read and understand it: what cannot be imported is refused here, with the reason."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(too_large(file.size))
        try:
            self.plan = understand(read_manual(file, file.name), file.name.rpartition(".")[0] or file.name)
        except BadManual as error:
            raise ValidationError(str(error)) from error
        return file

    def clean(self) -> dict[str, Any]:
        """Published at once only where the user may publish."""
        super().clean()
        cleaned = self.cleaned_data
        is_published = cleaned.get("state") == PUBLISHED
        if is_published and "index" in cleaned and not may_publish(self.user, self.indexes.get(cleaned["index"])):
            self.add_error("state", _("You may not publish below this index. Import drafts, and ask for their review."))
        return cleaned


def too_large(size: int) -> str:
    """The message for a file over the limit."""
    sizes = {"size": filesizeformat(size), "limit": filesizeformat(LARGEST_FILE)}
    return gettext("The file has %(size)s; the limit is %(limit)s. Make its pictures smaller, or split it.") % sizes
