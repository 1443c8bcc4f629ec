"""What the forms of My works need to know of their fields."""

from __future__ import annotations

from typing import Any, Literal

from django import forms, template
from django.forms import BoundField

register = template.Library()


@register.filter
def look(field: BoundField) -> Literal["many", "one", "plain"]:
    """How a field is laid out: several choices, one tick, or a control below its label."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return "many"
    return "one" if isinstance(widget, forms.CheckboxInput) else "plain"


@register.filter
def place_in(form: forms.Form, formset: forms.BaseFormSet) -> int:
    """Which number the row has in what is posted."""
    return formset.forms.index(form)


@register.filter
def shown_in(form: forms.Form, formset: Any) -> Any:
    """The picture, file or page of a row."""
    return formset.shown(form)


@register.filter
def is_settled(name: str, form: Any) -> bool:
    """Whether a row does not need the field any more: its page was found, its author is known."""
    key = {"address": "built_on", "name": "person", "position": "person"}.get(name)
    return key is not None and key in form.fields and bool(form[key].value()) and not form.errors


@register.simple_tag
def file_of(work: Any, field_name: str) -> Any:
    """The picture or document that the upload field of that name would replace."""
    name, _upload, rest = field_name.partition("_upload")
    return getattr(work, name, None) if _upload and not rest else None
