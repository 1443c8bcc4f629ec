"""The plain fields of one part of a work as a form. Nothing but the title is required: a draft may be unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.forms import modelform_factory
from django.utils.translation import gettext_lazy as _

from innovations.models import WorkPage
from innovations.sections import Section
from portal.content.forms import VocabularyField
from portal.content.models import LearningArea
from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise

from .files import DOCUMENTS, PICTURES, UploadField

if TYPE_CHECKING:
    from portal.accounts.models import User

FILES: Final = {"cover": PICTURES, "model_diagram": PICTURES, "full_text": DOCUMENTS}
NOT_OF_THE_MODEL: Final = ("learning_areas", "tags", *FILES)
BUDDHIST_ERA: Final = 543
CHRISTIAN_YEARS: Final = range(1900, 2150)
NO_YEAR: Final = _("Write a year of the Buddhist era in four digits, for example 2569.")


class YearField(forms.IntegerField):
    """A year of the Buddhist era, in either digits; a Christian one is converted."""

    def to_python(self, value: Any) -> int | None:
        """2569 of ๒๕๖๙ and of 2026."""
        year = super().to_python(to_arabic(str(value)) if value else value)
        return year + BUDDHIST_ERA if year is not None and year in CHRISTIAN_YEARS else year


class SectionForm(forms.ModelForm):
    """Fields of `section`; writes into the work in memory."""

    def __init__(self, *args: Any, section: Section, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        for name in section.fields:
            self._add(name, user)
        self.order_fields([key for name in section.fields for key in (name, f"{name}_upload", f"{name}_remove")])
        for name, field in self.fields.items():
            field.required = name in ("title", "licence")
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs.update(rows=3 if name == "summary" else 7)

    def _add(self, name: str, user: User) -> None:
        """What a model form would not do right."""
        label = self._meta.model._meta.get_field(name).verbose_name
        label = str(label)[:1].upper() + str(label)[1:]
        if name == "learning_areas":
            initial = [tag.pk for tag in self.instance.learning_areas.all()]
            self.fields[name] = VocabularyField(LearningArea.objects.all(), label=label, initial=initial)
        elif name == "tags":
            words = ", ".join(tag.name for tag in self.instance.tags.all())
            self.fields[name] = forms.CharField(
                label=label, initial=words, max_length=300, help_text=_("Words people look for, separated by commas.")
            )
        elif name == "academic_year":
            self.fields[name] = YearField(
                label=label,
                initial=self.instance.academic_year,
                min_value=2400,
                max_value=2700,
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_YEAR),
                help_text=_("Year of the Buddhist era, for example 2569."),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )
        elif name in FILES:
            upload = UploadField(FILES[name], label=label)
            upload.user = user
            self.fields[f"{name}_upload"] = upload
            if getattr(self.instance, f"{name}_id"):
                self.fields[f"{name}_remove"] = forms.BooleanField(label=_("Remove this file"))

    def clean(self) -> dict[str, Any]:
        """Thai letters and marks in their right order, as the index and everybody else expects them."""
        cleaned = super().clean() or self.cleaned_data
        return {name: normalise(value) if isinstance(value, str) else value for name, value in cleaned.items()}

    def write(self, *, is_autosave: bool) -> bool:
        """Into the work: model fields are there already. True when tags wait for an explicit save.

        Half a tag, typed while the draft saves itself, would stay in everybody's list."""
        waits = False
        for name in self.section.fields:
            if name == "learning_areas":
                self.instance.learning_areas.set(list(self.cleaned_data[name]))
            elif name == "tags":
                waits = is_autosave and "tags" in self.changed_data
                self._write_tags(is_autosave)
            elif name in FILES:
                self._write_file(name)
        return waits

    def _write_tags(self, is_autosave: bool) -> None:
        words = (word.strip()[:100] for word in self.cleaned_data["tags"].split(","))
        if not is_autosave:
            self.instance.tags.set(list(dict.fromkeys(word for word in words if word)))

    def _write_file(self, name: str) -> None:
        if kept := self.cleaned_data.get(f"{name}_upload"):
            setattr(self.instance, name, kept)
        elif self.cleaned_data.get(f"{name}_remove"):
            setattr(self.instance, name, None)


def section_form(work: WorkPage, section: Section, user: User, data: Any = None, files: Any = None) -> SectionForm:
    """The form of one part over the draft `work`."""
    names = [name for name in section.fields if name not in NOT_OF_THE_MODEL]
    made: Any = modelform_factory(type(work), form=SectionForm, fields=names)
    return made(data, files, instance=work, section=section, user=user)
