"""The calendar of competitions, and the page of each."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents import get_document_model_string

from portal.content.models import KnowledgePage, PortalPage


class CompetitionIndexPage(PortalPage):
    """Lists the competitions: those to come first, then those held."""

    template = "portal_competitions/competition_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["competitions.CompetitionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("calendar of competitions")
        verbose_name_plural = _("calendars of competitions")

    def get_context(self, request, *args, **kwargs):
        """Add what every visitor may read, in two lists."""
        context = super().get_context(request, *args, **kwargs)
        competitions, today = CompetitionPage.objects.child_of(self).readable(), timezone.localdate()
        context["to_come"] = competitions.filter(held_on__gte=today).order_by("held_on")
        context["held"] = competitions.filter(held_on__lt=today).order_by("-held_on")
        return context


class CompetitionPage(KnowledgePage):
    """One academic competition (การแข่งขันทางวิชาการ)."""

    class Level(models.TextChoices):
        """Among whom it is held."""

        NETWORK = "network", pgettext_lazy("competition", "School network")
        DISTRICT = "district", pgettext_lazy("competition", "District")
        REGION = "region", pgettext_lazy("competition", "Region")
        NATION = "nation", pgettext_lazy("competition", "National")

    template = "portal_competitions/competition_page.html"
    parent_page_types = ["competitions.CompetitionIndexPage"]
    subpage_types = []

    level = models.CharField(
        pgettext_lazy("competition", "level"), max_length=10, choices=Level.choices, default=Level.DISTRICT
    )
    subject = models.CharField(
        pgettext_lazy("competition", "subject"), max_length=120, help_text=_("For example คณิตศาสตร์ or หุ่นยนต์.")
    )
    held_on = models.DateField(pgettext_lazy("competition", "date"))
    place = models.CharField(
        pgettext_lazy("competition", "place"),
        max_length=255,
        blank=True,
        help_text=_("For example หอประชุมโรงเรียนบ้านห้วยคราม."),
    )
    results = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("results document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The announcement of results, usually a PDF file."),
    )

    content_panels = [
        *KnowledgePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("subject")]),
                FieldRowPanel([FieldPanel("held_on"), FieldPanel("place")]),
            ],
            _("About this competition"),
        ),
        FieldPanel("results"),
        *KnowledgePage.knowledge_panels,
    ]

    class Meta:
        verbose_name = _("academic competition")
        verbose_name_plural = _("academic competitions")

    def text_parts(self):
        """What the search reads beside title and summary."""
        return [*super().text_parts(), self.subject, str(self.get_level_display()), self.place]
