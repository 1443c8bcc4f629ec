"""A work process: the nine parts of the office's manual, in its order."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from manuals.charts import charted_lists, lost_branches, room_for
from manuals.contents import contents_of, place_of
from manuals.forms import WorkProcessForm
from manuals.numbering import NumberedList, numbered_lists
from manuals.parts import ShownPart, shown_parts
from manuals.texts import process_text
from portal.citing.values import CitationDetails
from portal.content.blocks import BODY_BLOCKS
from portal.content.models import KnowledgePage
from portal.content.rows import fetched
from portal.content.site_digits import site_digits

from .manual import WorkManualPage

CHART = "chart"  # below the address of the process


class WorkProcessPage(KnowledgePage):
    """A work process (กระบวนงาน). The flow chart is drawn from the steps, never uploaded."""

    template = "manuals/process.html"
    parent_page_types = ["manuals.WorkManualPage"]
    subpage_types: list[str] = []
    is_kept_offline = True
    page_description = _("A work procedure in nine parts; its flow chart is drawn from the steps.")

    work_group = models.ForeignKey(
        "content.WorkGroup",
        verbose_name=_("work group"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The group whose work this is; the table of contents is arranged by it."),
    )
    name = models.TextField(
        _("name of the work"),
        blank=True,
        help_text=_(
            "In full, for example งานนิเทศ ติดตาม และประเมินผลการจัดการศึกษา ของกลุ่มนิเทศฯ. Empty: this part is left out."
        ),
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

    base_form_class = WorkProcessForm
    content_panels = [
        *KnowledgePage.content_panels,
        FieldPanel("work_group"),
        FieldPanel("name", heading=_("1. Name of the work")),
        FieldPanel("objectives", heading=_("2. Objectives")),
        FieldPanel("scope", heading=_("3. Scope")),
        InlinePanel("definitions", label=_("Definition"), heading=_("4. Definitions")),
        InlinePanel(
            "steps",
            label=_("Step"),
            heading=_("5. Steps and 6. Flow chart, drawn from them"),
            help_text=_(
                "Write what is done, one step a row, in order. For a question with two ways on, choose the kind "
                "“decision” and name its branches: ผ่าน goes to step 7, ไม่ผ่าน to step 6. The preview shows the chart."
            ),
        ),
        FieldPanel("results", heading=_("7. Expected results")),
        InlinePanel("forms", label=_("Form"), heading=_("8. Forms used")),
        InlinePanel("laws", label=_("Law"), heading=_("9. Laws, regulations and related documents")),
        MultiFieldPanel(
            [
                FieldPanel("definitions_intro"),
                FieldPanel("steps_intro"),
                FieldPanel("flow_chart_intro"),
                FieldPanel("forms_intro"),
                FieldPanel("laws_intro"),
                InlinePanel("part_headings", label=_("Heading"), heading=_("Headings in the office's own words")),
            ],
            _("Rarely needed: text before a part, headings in the office's own words"),
            classname="collapsed",
        ),
        *KnowledgePage.knowledge_panels,
    ]

    search_fields = [*KnowledgePage.search_fields, index.SearchField("name"), index.AutocompleteField("name")]

    preview_modes = [("", _("Whole page")), ("chart", _("Steps and flow chart"))]

    class Meta:
        verbose_name = _("work process")
        verbose_name_plural = _("work processes")

    def route(self, request, path_components):
        """Below the process stands its chart alone, under the same guards."""
        if path_components == [CHART]:
            return RouteResult(super().route(request, []).page, kwargs={"is_chart": True})
        return super().route(request, path_components)

    def get_template(self, request, *args, is_chart=False, **kwargs):
        """The chart alone where that was asked for."""
        return "manuals/chart_alone.html" if is_chart else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add the parts that hold something, the charted lists of steps, and the neighbours in the manual."""
        context = super().get_context(request, *args, **kwargs)
        manual = WorkManualPage.objects.parent_of(self).published().first()
        charted = charted_lists(self.step_lists, self.title, site_digits(request))
        context.update(
            manual=manual,
            place=place_of(self, contents_of(manual)) if manual else None,
            parts=self.parts,
            step_lists=charted,
            charts_room=room_for(charted),
            lost_branches=lost_branches(self.step_lists) if getattr(request, "is_preview", False) else [],
        )
        return context

    def get_preview_template(self, request, mode_name):
        """The chart alone, so that an editor sees it change beside the form."""
        return "manuals/process_chart.html" if mode_name == "chart" else self.template

    def citation_details(self) -> CitationDetails:
        """Part of its manual."""
        return CitationDetails(kind="chapter")

    def text_parts(self) -> list[str]:
        """Title, summary, then each shown part as one text."""
        return [*super().text_parts(), *process_text(self)]

    @cached_property
    def parts(self) -> list[ShownPart]:
        """The parts that hold something, numbered."""
        return shown_parts(self)

    @cached_property
    def step_lists(self) -> list[NumberedList]:
        """The steps in their lists, numbered."""
        return numbered_lists(self.shown_steps)

    @cached_property
    def step_numbers(self) -> set[str]:
        """The numbers that a branch may lead to."""
        return {one.number for steps in self.step_lists for one in steps.steps}

    @cached_property
    def shown_definitions(self) -> list:
        """The definitions with their glossary entries."""
        return fetched(self.definitions, "glossary_term")

    @cached_property
    def shown_steps(self) -> list:
        """The steps with their branches and documents."""
        return fetched(self.steps, "branches", "documents__form")

    @cached_property
    def shown_forms(self) -> list:
        """The forms with their current files."""
        return fetched(self.forms, "form__versions__document")

    @cached_property
    def shown_laws(self) -> list:
        """The laws that the process rests on."""
        return fetched(self.laws, "law")
