"""What people look for, by day, without anything about the people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchedQuery(models.Model):
    """One question, and how often it was asked on a day and found nothing."""

    text = models.CharField(_("question"), max_length=100)
    day = models.DateField(_("day"))
    asked = models.PositiveIntegerField(_("asked"), default=0)
    found_nothing = models.PositiveIntegerField(_("found nothing"), default=0)

    class Meta:
        verbose_name = _("question asked")
        verbose_name_plural = _("questions asked")
        constraints = [models.UniqueConstraint(fields=["text", "day"], name="search_query_once_a_day")]
        indexes = [models.Index(fields=["day"])]

    def __str__(self) -> str:
        return self.text
