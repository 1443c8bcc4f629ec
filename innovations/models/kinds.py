"""The three kinds of works, each with the structure its field expects."""

from dataclasses import replace

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel

from innovations.sections import Section
from portal.citing.values import CitationDetails
from portal.content.panels import DocumentPanel

from .choices import ResearchKind
from .work import WorkPage


def _text(label, help_text="") -> models.TextField:
    return models.TextField(label, blank=True, help_text=help_text)


class InnovationPage(WorkPage):
    """A supervision innovation (นวัตกรรมการนิเทศ)."""

    template = "innovations/innovation.html"
    parent_page_types = ["innovations.InnovationIndexPage"]

    problem = _text(_("problem and need"), _("What had to change, and how you know."))
    theory = _text(_("principle or theory"), _("What the innovation rests on."))
    objectives = _text(_("objectives"), _("One to a line."))
    design = _text(_("design and development"), _("How it was made, tried and improved."))
    model_diagram = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("diagram of the model"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    diagram_alternative = models.TextField(
        _("the diagram in words"),
        blank=True,
        help_text=_("For those who cannot see it: its parts and how they connect."),
    )
    use = _text(_("how it is used"), _("Step by step, so that another school can do it."))
    results = _text(_("results"), _("What came of it; numbers go into the part Results in numbers."))
    conditions = _text(_("conditions for use"), _("What a school needs for it: people, time, materials."))
    lessons = _text(_("lessons learned"), _("What you would do otherwise."))

    work_sections = (
        Section("problem", _("Problem and need"), ("problem", "theory"), needed=("problem",)),
        Section("objectives", _("Objectives"), ("objectives",), needed=("objectives",)),
        Section(
            "design",
            _("Design and development"),
            ("design", "model_diagram", "diagram_alternative"),
            needed=("design",),
        ),
        Section("use", _("Use"), ("use", "conditions"), needed=("use",)),
        Section("results", _("Results"), ("results", "lessons"), needed=("results",)),
    )
    content_panels = [
        *WorkPage.content_panels,
        *map(FieldPanel, ("problem", "theory", "objectives", "design", "model_diagram", "diagram_alternative")),
        *map(FieldPanel, ("use", "results", "conditions", "lessons")),
        *WorkPage.work_panels,
        *WorkPage.knowledge_panels,
    ]

    class Meta:
        verbose_name = _("supervision innovation")
        verbose_name_plural = _("supervision innovations")


class BestPracticePage(WorkPage):
    """A best practice (วิธีปฏิบัติที่เป็นเลิศ), in the outline that schools know."""

    template = "innovations/best_practice.html"
    parent_page_types = ["innovations.BestPracticeIndexPage"]

    importance = _text(_("importance of the work"), _("Where you started and why it mattered."))
    objectives = _text(_("purpose and goals"), _("What was to be reached, in quality and in numbers."))
    process = _text(_("process or steps"), _("Free text; or leave it empty and fill in the PDCA steps."))
    results = _text(_("results"), _("What came of it; numbers go into the part Results in numbers."))
    success_factors = _text(_("success factors"), _("What or who made it work."))
    lessons = _text(_("lessons learned"), _("What others should know before they begin."))
    dissemination = _text(_("dissemination and recognition"), _("Where it was shown, who took it up, which awards."))

    work_sections = (
        Section("importance", _("Importance of the work"), ("importance",), needed=("importance",)),
        Section("objectives", _("Purpose and goals"), ("objectives",), needed=("objectives",)),
        Section("process", _("Process or steps"), ("process",), ("pdca_steps",), needed=("has_process",)),
        Section("results", _("Results"), ("results",), needed=("results",)),
        Section("factors", _("Success factors"), ("success_factors",), needed=("success_factors",)),
        Section("lessons", _("Lessons learned"), ("lessons",), needed=("lessons",)),
        Section("dissemination", _("Dissemination and recognition"), ("dissemination",)),
    )
    content_panels = [
        *WorkPage.content_panels,
        *map(FieldPanel, ("importance", "objectives", "process")),
        InlinePanel("pdca_steps", label=_("PDCA step"), heading=_("PDCA steps")),
        *map(FieldPanel, ("results", "success_factors", "lessons", "dissemination")),
        *WorkPage.work_panels,
        *WorkPage.knowledge_panels,
    ]

    class Meta:
        verbose_name = _("best practice")
        verbose_name_plural = _("best practices")

    @property
    def has_process(self) -> bool:
        """The steps are told, as PDCA or freely."""
        return bool(self.process.strip()) or bool(list(self.pdca_steps.all()))

    def text_parts(self) -> list[str]:
        """With the PDCA steps."""
        return [*super().text_parts(), *(row.text for row in self.pdca_steps.all())]


class ResearchPage(WorkPage):
    """A study (ผลงานวิจัย)."""

    template = "innovations/research.html"
    parent_page_types = ["innovations.ResearchIndexPage"]

    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    abstract = _text(_("abstract"), _("In Thai, up to a page."))
    abstract_en = _text(_("abstract in English"))
    keywords = models.CharField(
        _("keywords"), max_length=300, blank=True, help_text=_("Separated by commas, Thai or English.")
    )
    research_kind = models.CharField(_("kind of research"), max_length=20, choices=ResearchKind.choices, blank=True)
    population = _text(_("population and sample"), _("Who was studied, how many, how they were chosen."))
    instruments = _text(_("instruments"), _("What was used to collect data, and its quality."))
    method = _text(_("method"), _("How the study was done and the data analysed."))
    findings = _text(_("findings"))
    recommendations = _text(_("recommendations"), _("For use, and for further research."))
    references = _text(_("references"), _("One to a line, in APA style."))
    full_text = models.ForeignKey(
        "content.PortalDocument",
        verbose_name=_("full text"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The whole report as PDF."),
    )

    work_sections = (
        Section(
            "abstract",
            _("Abstract"),
            ("title_en", "abstract", "abstract_en", "keywords", "research_kind"),
            needed=("abstract", "keywords", "research_kind"),
        ),
        Section("population", _("Population and sample"), ("population",), needed=("population",)),
        Section("method", _("Instruments and method"), ("instruments", "method"), needed=("method",)),
        Section("findings", _("Findings"), ("findings",), needed=("findings",)),
        Section("recommendations", _("Recommendations"), ("recommendations",)),
        Section("references", _("References and full text"), ("references", "full_text")),
    )
    content_panels = [
        *WorkPage.content_panels,
        *map(FieldPanel, ("title_en", "abstract", "abstract_en", "keywords", "research_kind")),
        *map(FieldPanel, ("population", "instruments", "method", "findings", "recommendations", "references")),
        DocumentPanel("full_text"),
        *WorkPage.work_panels,
        *WorkPage.knowledge_panels,
    ]

    class Meta:
        verbose_name = _("research")
        verbose_name_plural = _("research outcomes")

    def citation_details(self) -> CitationDetails:
        """A report, with its English title and abstract, keywords and full text."""
        return replace(
            super().citation_details(),
            kind="report",
            title_en=self.title_en,
            abstract=self.abstract,
            abstract_en=self.abstract_en,
            keywords=tuple(self.keyword_list),
            genre="รายงานการวิจัย",
            genre_en="Research report",
            full_text=self.full_text,
        )

    @property
    def keyword_list(self) -> list[str]:
        """The keywords, each once."""
        return list(dict.fromkeys(word for part in self.keywords.split(",") if (word := part.strip())))
