"""The work groups of a supervision division and their tasks; they come with the software."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from .vocabulary import NormalisedText


class WorkGroup(NormalisedText, ClusterableModel):
    """One of the six groups (กลุ่มงาน)."""

    searched_in = ("name", "tasks__name")

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=255, help_text=_("For example กลุ่มงานวัดและประเมินผลการศึกษา."))

    panels = [
        FieldPanel("number"),
        FieldPanel("name"),
        InlinePanel("tasks", label=_("Task"), heading=_("Tasks of the group")),
    ]

    class Meta:
        verbose_name = _("work group")
        verbose_name_plural = _("work groups")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class WorkTask(NormalisedText, Orderable):
    """One task of a work group (งาน)."""

    group = ParentalKey(WorkGroup, related_name="tasks", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=255, help_text=_("For example งานทดสอบทางการศึกษา."))

    panels = [FieldPanel("name")]

    class Meta(Orderable.Meta):
        verbose_name = _("task")
        verbose_name_plural = _("tasks")

    def __str__(self) -> str:
        return self.name
