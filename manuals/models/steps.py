"""The steps of a process, from which its flow chart is drawn."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from manuals.numbering import read_target
from manuals.outline import END, StepKind
from manuals.panels import BranchesPanel

KINDS = (
    (StepKind.PROCESS, _("Action")),
    (StepKind.DECISION, _("Decision")),
    (StepKind.DOCUMENT, _("Document")),
)


class ProcessStep(Orderable, ClusterableModel):
    """What is done, by whom, in what time. Its number follows from its place."""

    process = ParentalKey("manuals.WorkProcessPage", related_name="steps", on_delete=models.CASCADE)
    list_title = models.TextField(
        _("opens a new list of steps"),
        blank=True,
        help_text=_(
            "Only where the process has several lists: the heading of the list that begins with this step, "
            "for example ขั้นตอนการเบิกจ่าย."
        ),
    )
    action = models.TextField(_("what is done"), help_text=_("For example จัดทำแผนส่งเสริมและพัฒนาระบบการนิเทศ."))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=KINDS,
        default=StepKind.PROCESS,
        help_text=_("A decision asks a question and has branches; a document is what this step brings to paper."),
    )
    actor = models.CharField(
        _("responsible"),
        max_length=120,
        blank=True,
        help_text=_("For example ศึกษานิเทศก์. Each gets a lane of the chart; write the same one always alike."),
    )
    time = models.CharField(_("time"), max_length=80, blank=True, help_text=_("For example 15 วัน."))
    chart_label = models.CharField(
        _("short text in the chart"),
        max_length=120,
        blank=True,
        help_text=_("For example ผลเป็นไปตามเกณฑ์หรือไม่. Empty: the whole text of the step."),
    )
    detail = models.TextField(_("remarks"), blank=True, help_text=_("One paragraph a line, below the step."))

    panels = [
        FieldPanel("action"),
        FieldRowPanel(
            [
                FieldPanel("kind"),
                FieldPanel("actor", widget=forms.TextInput(attrs={"list": "process-actors"})),
                FieldPanel("time"),
            ]
        ),
        FieldPanel("chart_label"),
        BranchesPanel("branches", label=_("Branch"), heading=_("Branches of a decision")),
        InlinePanel("documents", label=_("Document"), heading=_("Documents used or produced")),
        FieldPanel("detail"),
        FieldPanel("list_title"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self) -> str:
        return self.action

    @property
    def is_decision(self) -> bool:
        """Whether it asks a question."""
        return self.kind == StepKind.DECISION


class StepBranch(Orderable):
    """A named way out of a decision, forward or back."""

    step = ParentalKey(ProcessStep, related_name="branches", on_delete=models.CASCADE)
    label = models.CharField(_("case"), max_length=80, help_text=_("For example ไม่ผ่าน."))
    target = models.CharField(
        _("goes to step"),
        max_length=40,
        help_text=_(
            "The number of a step, for example 4 or 1.3, or “end”. It follows its step when you move the step."
        ),
    )

    panels = [
        FieldRowPanel(
            [
                FieldPanel("label"),
                FieldPanel("target", widget=forms.TextInput(attrs={"list": "process-steps", "autocomplete": "off"})),
            ]
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("branch")
        verbose_name_plural = _("branches")

    def __str__(self) -> str:
        return f"{self.label} → {self.target}"

    def clean(self) -> None:
        """Keep the target as a number or `END`, however it was written."""
        super().clean()
        self.target = read_target(self.target)

    @property
    def is_end(self) -> bool:
        """Whether this way finishes the work."""
        return self.target == END


class StepDocumentUse(Orderable):
    """A form that a step uses or produces."""

    step = ParentalKey(ProcessStep, related_name="documents", on_delete=models.CASCADE)
    form = models.ForeignKey("content.FormTemplate", verbose_name=_("form"), on_delete=models.PROTECT, related_name="+")
    is_produced = models.BooleanField(_("produced by this step"), default=False)

    panels = [FieldRowPanel([FieldPanel("form"), FieldPanel("is_produced")])]

    class Meta(Orderable.Meta):
        verbose_name = _("document of a step")
        verbose_name_plural = _("documents of steps")

    def __str__(self) -> str:
        return str(self.form)
