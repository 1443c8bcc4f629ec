"""How often a page was read, and its files fetched, on a day: sums, and nothing about who it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageDay(models.Model):
    """One page on one day of the office's calendar."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey("content.KnowledgePage", on_delete=models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    views = models.PositiveIntegerField(_("views"), default=0)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        verbose_name = _("day of a page")
        verbose_name_plural = _("days of pages")
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="counting_page_day_once")]
        indexes = [models.Index(fields=["day"])]

    def __str__(self) -> str:
        return f"{self.page_id} {self.day}: {self.views}, {self.downloads}"
