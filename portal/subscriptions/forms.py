"""What one fills in to be told of news."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.content.models import LearningArea, SchoolNetwork


class AreaField(forms.ModelMultipleChoiceField):
    """Learning areas by the name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        """The area's label."""
        return obj.label


class TopicsForm(forms.Form):
    """Several at once, of both sorts."""

    areas = AreaField(
        label=_("Learning areas"),
        queryset=LearningArea.objects.all(),
        required=False,
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
    )
    networks = forms.ModelMultipleChoiceField(
        label=_("School networks"),
        queryset=SchoolNetwork.objects.all(),
        required=False,
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Something has to be chosen."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("areas") and not cleaned.get("networks"):
            raise ValidationError(_("Choose at least one learning area or network."), code="nothing")
        return cleaned


class SubscribeForm(TopicsForm):
    """With the address, and a field that people do not see: what fills it in is a robot."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("A letter with a link comes there first; nothing is sent before you click it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    field_order = ["email", "areas", "networks", "website"]

    @property
    def is_by_robot(self) -> bool:
        """Whether the hidden field was filled in."""
        return bool(self.data.get("website"))
