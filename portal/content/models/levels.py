"""Grade levels of a primary district, from early childhood to lower secondary."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LEVELS = (
    ("early", _("Early childhood")),
    ("p1", _("Primary 1")),
    ("p2", _("Primary 2")),
    ("p3", _("Primary 3")),
    ("p4", _("Primary 4")),
    ("p5", _("Primary 5")),
    ("p6", _("Primary 6")),
    ("m1", _("Secondary 1")),
    ("m2", _("Secondary 2")),
    ("m3", _("Secondary 3")),
)


class LevelsField(models.JSONField):
    """A list of level keys in the order of schooling, edited as checkboxes."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.update(default=list, blank=True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """The fixed options stay out of migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        kwargs.pop("blank", None)
        return name, path, args, kwargs

    def formfield(self, **kwargs):
        """Checkboxes, all levels in their order."""
        return forms.MultipleChoiceField(
            choices=LEVELS,
            required=False,
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )

    def clean(self, value, model_instance):
        """Known keys only, each once, in the order of schooling."""
        value = super().clean(value or [], model_instance)
        known = [key for key, _label in LEVELS]
        if not isinstance(value, list) or (unknown := [key for key in value if key not in known]):
            raise ValidationError(_("Unknown grade level: %(level)s") % {"level": unknown[0] if unknown else value})
        return [key for key in known if key in value]
