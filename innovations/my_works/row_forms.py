"""A row of a work (an author, a picture, a step) as a form. A draft's may be unfinished; an empty one is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innovations.models import PdcaStep, WorkBasis, WorkEvidence, WorkMedia, WorkPage, WorkPicture, WorkVideo
from portal.content.models import PageAttachment, PageAuthor
from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise

from .files import documents_of, pictures_of, recordings_of
from .linking import page_at
from .people import person_named
from .shared_choices import SharedChoices

if TYPE_CHECKING:
    from portal.accounts.models import User


class RowForm(forms.ModelForm):
    """Base of the rows: `row` is the key of a stored one. `told_by` are the fields of which one must be filled in."""

    told_by: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # hidden keys of files and pages that were chosen before

    row = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, work: WorkPage, user: User, shared: SharedChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work, self.user, self.shared = work, user, shared
        for name, field in self.fields.items():
            field.required = False
            if name in self.kept:
                field.widget = forms.HiddenInput()
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs.update(rows=4)

    def is_empty(self) -> bool:
        """Whether nothing was filled in that tells what the row is about."""
        return not any(self.cleaned_data.get(name) not in (None, "") for name in self.told_by)

    def clean(self) -> dict[str, Any]:
        """Thai in its right order; and something must say what the row is about."""
        cleaned = super().clean() or self.cleaned_data
        cleaned = {name: normalise(value) if isinstance(value, str) else value for name, value in cleaned.items()}
        self.cleaned_data = cleaned
        others = [name for name in cleaned if name not in (*self.told_by, "row", "ORDER", "DELETE", *self.kept)]
        if not self.errors and self.is_empty() and any(cleaned[name] for name in others if name in self.changed_data):
            self.add_error(self._first_shown(), gettext("Fill this in too, or remove the row."))
        return cleaned

    def _first_shown(self) -> str:
        return next(name for name in self.told_by if not self.fields[name].widget.is_hidden)

    def make_row(self, *, is_autosave: bool) -> Model | None:
        """The row; None where it has to wait for an explicit save."""
        return self.save(commit=False)

    @property
    def kept_key(self) -> Any:
        """Of the picture, file or page that a template shows beside the fields of the row."""
        return self[self.kept[0]].value() if self.kept else None


class AuthorForm(RowForm):
    """Somebody whom the register knows, or somebody new."""

    told_by = ("person", "name")

    name = forms.CharField(
        label=_("or somebody else: name with title"),
        max_length=200,
        help_text=_("For example นางสาวพิมพ์ใจ ริมคราม. Whom the register knows at that school is not entered twice."),
    )
    position = forms.CharField(label=_("Position"), max_length=150, help_text=_("For example ครูชำนาญการ."))

    class Meta:
        model = PageAuthor
        fields = ["person", "role", "school"]

    field_order = ["row", "person", "name", "position", "school", "role"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        people.queryset = self.shared.people
        people.widget.choices = self.shared.people_choices
        schools: Any = self.fields["school"]
        schools.widget.choices = self.shared.school_choices
        schools.label = gettext("School")
        schools.help_text = ""

    def make_row(self, *, is_autosave: bool) -> Model | None:
        """A name half typed makes nobody: new people are written down when the contributor saves."""
        row = self.save(commit=False)
        if self.cleaned_data.get("person"):
            return row
        if is_autosave:
            return None
        school = self.cleaned_data["school"] or self.shared.home_school
        row.person = person_named(self.cleaned_data["name"], self.cleaned_data["position"], school, self.user)
        return row


class PdcaForm(RowForm):
    """A step in its phase."""

    told_by = ("text",)

    class Meta:
        model = PdcaStep
        fields = ["phase", "text"]


class NumberField(forms.DecimalField):
    """A number in either digits, with or without commas between thousands."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """1234.5 of ๑,๒๓๔.๕."""
        return super().to_python(to_arabic(str(value)).replace(",", "") if value not in (None, "") else value)


class EvidenceForm(RowForm):
    """A result before and after."""

    told_by = ("measure",)

    before = NumberField(label=_("Before"), max_digits=10, decimal_places=2)
    after = NumberField(label=_("After"), max_digits=10, decimal_places=2)

    class Meta:
        model = WorkEvidence
        fields = ["measure", "before", "after", "unit", "note"]


class PictureForm(RowForm):
    """A picture that was uploaded, and its words."""

    told_by = kept = ("image",)

    class Meta:
        model = WorkPicture
        fields = ["image", "alternative", "caption", "has_pupils"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        images: Any = self.fields["image"]
        images.queryset = pictures_of(self.work, self.user)


class AttachmentForm(RowForm):
    """A file that was uploaded, and its title."""

    told_by = kept = ("document",)

    class Meta:
        model = PageAttachment
        fields = ["document", "title"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documents: Any = self.fields["document"]
        documents.queryset = documents_of(self.work, self.user)


class VideoForm(RowForm):
    """A video elsewhere."""

    told_by = ("url",)

    url = forms.URLField(
        label=_("Address of the video"), assume_scheme="https", validators=[URLValidator(schemes=["https"])],
        help_text=_("For example at YouTube."),
    )  # fmt: skip

    class Meta:
        model = WorkVideo
        fields = ["url", "title"]


class MediaForm(RowForm):
    """A video or sound that was uploaded, and its words."""

    told_by = kept = ("media",)

    class Meta:
        model = WorkMedia
        fields = ["media", "title", "transcript", "has_pupils"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        media: Any = self.fields["media"]
        media.queryset = recordings_of(self.work, self.user)


class BasisForm(RowForm):
    """A published page, by its address or title."""

    told_by = ("built_on", "address")
    kept = ("built_on",)

    address = forms.CharField(
        label=_("Address or title of the page"),
        max_length=500,
        help_text=_("Copy it from the address bar of the page in this portal, or write the whole title."),
    )

    class Meta:
        model = WorkBasis
        fields = ["built_on"]

    def clean_address(self) -> str:
        """The page is looked for at once."""
        address = self.cleaned_data["address"].strip()
        if address:
            found = page_at(address)
            if found is None or found.pk == self.work.pk:
                raise ValidationError(_("There is no published page of that address or title. Copy its address again."))
            self.cleaned_data["built_on"] = found
        return address

    def make_row(self, *, is_autosave: bool) -> Model | None:
        """With the page that was found."""
        row = self.save(commit=False)
        row.built_on = self.cleaned_data["built_on"]
        return row
