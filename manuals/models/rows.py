"""The rows of a process's structured parts: definitions, forms, laws, headings of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from manuals.parts import PARTS


class ProcessDefinition(Orderable):
    """A term and its meaning in this process."""

    process = ParentalKey("manuals.WorkProcessPage", related_name="definitions", on_delete=models.CASCADE)
    term = models.TextField(_("term"), help_text=_("For example ระบบการนิเทศ."))
    link_word = models.CharField(
        _("joined by"),
        max_length=40,
        blank=True,
        default="หมายถึง",
        help_text=_("What stands between the term and its meaning, for example หมายถึง or คือ."),
    )
    meaning = models.TextField(
        _("meaning"), help_text=_("For example การวางแผน ดำเนินการ ติดตาม และสะท้อนผลการจัดการเรียนรู้อย่างต่อเนื่อง.")
    )
    glossary_term = models.ForeignKey(
        "content.GlossaryTerm",
        verbose_name=_("glossary entry"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the glossary explains the same term, readers get a link to it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("term"), FieldPanel("link_word")]),
        FieldPanel("meaning"),
        FieldPanel("glossary_term"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("definition")
        verbose_name_plural = _("definitions")

    def __str__(self) -> str:
        return self.term


class ProcessForm(Orderable):
    """A form that the process uses, named as the manual names it."""

    process = ParentalKey("manuals.WorkProcessPage", related_name="forms", on_delete=models.CASCADE)
    form = models.ForeignKey("content.FormTemplate", verbose_name=_("form"), on_delete=models.PROTECT, related_name="+")
    shown_as = models.TextField(_("shown as"), blank=True, help_text=_("Empty: the form's own code and title."))
    detail = models.TextField(_("remarks"), blank=True, help_text=_("For example ใช้แนบรายงานผลการนิเทศ 1 ชุด."))

    panels = [FieldPanel("form"), FieldPanel("shown_as"), FieldPanel("detail")]

    class Meta(Orderable.Meta):
        verbose_name = _("form used")
        verbose_name_plural = _("forms used")

    def __str__(self) -> str:
        return self.shown_as or str(self.form)


class ProcessLaw(Orderable):
    """A law or document that the process rests on, cited as the manual cites it."""

    process = ParentalKey("manuals.WorkProcessPage", related_name="laws", on_delete=models.CASCADE)
    law = models.ForeignKey(
        "content.LegalReference", verbose_name=_("law or document"), on_delete=models.PROTECT, related_name="+"
    )
    shown_as = models.TextField(_("shown as"), blank=True, help_text=_("Empty: the law's own title and year."))
    detail = models.TextField(_("remarks"), blank=True, help_text=_("For example มาตรา 24 การจัดกระบวนการเรียนรู้."))

    panels = [FieldPanel("law"), FieldPanel("shown_as"), FieldPanel("detail")]

    class Meta(Orderable.Meta):
        verbose_name = _("law cited")
        verbose_name_plural = _("laws cited")

    def __str__(self) -> str:
        return self.shown_as or str(self.law)


class PartHeading(Orderable):
    """The office's own wording of a part's heading."""

    process = ParentalKey("manuals.WorkProcessPage", related_name="part_headings", on_delete=models.CASCADE)
    part = models.CharField(_("part"), max_length=20, choices=PARTS)
    heading = models.CharField(_("heading"), max_length=255, help_text=_("For example เอกสาร/หลักฐานอ้างอิง."))

    panels = [FieldRowPanel([FieldPanel("part"), FieldPanel("heading")])]

    class Meta(Orderable.Meta):
        verbose_name = _("heading of a part")
        verbose_name_plural = _("headings of parts")

    def __str__(self) -> str:
        return self.heading
