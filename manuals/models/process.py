"""A work process: the nine parts of the office's manual, in its order."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from portal.content.blocks import BODY_BLOCKS
from portal.content.models import KnowledgePage


class WorkProcessPage(KnowledgePage):
    """A work process (กระบวนงาน). The flow chart is drawn from the steps, never uploaded."""

    template = "manuals/process.html"
    parent_page_types = ["manuals.WorkManualPage"]
    subpage_types = []

    work_group = models.ForeignKey(
        "content.WorkGroup",
        verbose_name=_("work group"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.TextField(
        _("name of the work"), blank=True, help_text=_("In full, where it is longer than the title of this page.")
    )
    objectives = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("objectives"))
    scope = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("scope"))
    definitions_intro = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("text before the definitions"))
    steps_intro = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("text before the steps"))
    flow_chart_intro = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("text beside the flow chart"))
    results = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("expected results"))
    forms_intro = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("text before the forms"))
    laws_intro = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("text before the laws"))
    import_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)

    content_panels = [
        *KnowledgePage.content_panels,
        FieldPanel("work_group"),
        FieldPanel("name", heading=_("1. Name of the work")),
        FieldPanel("objectives", heading=_("2. Objectives")),
        FieldPanel("scope", heading=_("3. Scope")),
        MultiFieldPanel(
            [FieldPanel("definitions_intro"), InlinePanel("definitions", label=_("Definition"))], _("4. Definitions")
        ),
        MultiFieldPanel([FieldPanel("steps_intro"), InlinePanel("steps", label=_("Step"))], _("5. Steps")),
        MultiFieldPanel([FieldPanel("flow_chart_intro")], _("6. Flow chart, drawn from the steps")),
        FieldPanel("results", heading=_("7. Expected results")),
        MultiFieldPanel([FieldPanel("forms_intro"), InlinePanel("forms", label=_("Form"))], _("8. Forms")),
        MultiFieldPanel(
            [FieldPanel("laws_intro"), InlinePanel("laws", label=_("Law"))], _("9. Laws and related documents")
        ),
        InlinePanel("part_headings", label=_("Heading"), heading=_("Headings in the office's own words")),
        *KnowledgePage.knowledge_panels,
    ]

    class Meta:
        verbose_name = _("work process")
        verbose_name_plural = _("work processes")
