"""What the committee's score gives: levels of recognition."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class RecognitionLevel(models.Model):
    """A level, given from a share of the full score on."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("For example ระดับดีเยี่ยม."))
    least_percent = models.PositiveSmallIntegerField(
        _("from percent of the full score"), unique=True, validators=[MaxValueValidator(100)]
    )

    panels = [FieldPanel("name"), FieldPanel("least_percent")]

    class Meta:
        verbose_name = _("level of recognition")
        verbose_name_plural = _("levels of recognition")
        ordering = ["-least_percent"]

    def __str__(self) -> str:
        return self.name
