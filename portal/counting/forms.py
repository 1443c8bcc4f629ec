"""What a teacher says of a use in class."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.content.models import LEVELS, KnowledgePage, School
from portal.content.public_forms import PublicForm
from portal.thai.normalise import normalise

from .models import ClassUse


class ClassUseForm(PublicForm):
    """Three answers, and a name if one likes."""

    asked_about = ("result",)

    level = forms.ChoiceField(label=_("Grade level"), choices=[("", _("Choose")), *LEVELS])
    school_name = forms.CharField(
        label=_("School"),
        max_length=200,
        help_text=_("Type a part of the name and choose; a school of another district is written in full."),
        widget=forms.TextInput(attrs={"list": "schools", "autocomplete": "off"}),
    )
    result = forms.CharField(
        label=_("What came of it, in one line"),
        max_length=250,
        help_text=_("For example นักเรียน 18 คนจาก 20 คนอ่านคล่องขึ้นใน 6 สัปดาห์. It is shown on the page; name no pupils."),
    )
    name = forms.CharField(
        label=_("Your name (optional)"),
        max_length=120,
        required=False,
        help_text=_("Only the office sees it, in case of a question."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("level", "school_name", "result", "name", "is_sure", "website", "stamp")

    def clean_school_name(self) -> str:
        """Thai as it is written rightly."""
        return normalise(self.cleaned_data["school_name"])

    def save(self, page: KnowledgePage) -> ClassUse:
        """A use that waits to be looked at."""
        values = self.cleaned_data
        school = school_named(values["school_name"])
        return ClassUse.objects.create(
            page=page,
            level=values["level"],
            school=school,
            school_name=school.name if school else values["school_name"],
            result=normalise(values["result"]),
            name=normalise(values["name"]),
        )


def school_named(text: str) -> School | None:
    """The school of the district with that name, with or without โรงเรียน; None where two bear it."""
    found = list(School.objects.filter(name__in=(text, f"โรงเรียน{text}", text.removeprefix("โรงเรียน")))[:2])
    return found[0] if len(found) == 1 else None
