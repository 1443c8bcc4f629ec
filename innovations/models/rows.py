"""The ordered rows of a work: plain fields, so that contributors fill them in without knowing an editor."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from .choices import Phase


class WorkEvidence(Orderable):
    """A result in numbers, before and after."""

    page = ParentalKey("innovations.WorkPage", related_name="evidence", on_delete=models.CASCADE)
    measure = models.CharField(
        _("what was measured"), max_length=200, help_text=_("For example คะแนนเฉลี่ยการอ่านรู้เรื่อง ชั้น ป.1.")
    )
    before = models.DecimalField(_("before"), max_digits=10, decimal_places=2, null=True, blank=True)
    after = models.DecimalField(_("after"), max_digits=10, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("For example คะแนน, ร้อยละ or คน."))
    note = models.CharField(
        _("how it was measured"), max_length=300, blank=True, help_text=_("Instrument, number of pupils, when.")
    )

    panels = [
        FieldPanel("measure"),
        FieldPanel("before"),
        FieldPanel("after"),
        FieldPanel("unit"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("result in numbers")
        verbose_name_plural = _("results in numbers")

    def __str__(self) -> str:
        return self.measure


class WorkPicture(Orderable):
    """A picture of the gallery."""

    page = ParentalKey("innovations.WorkPage", related_name="pictures", on_delete=models.CASCADE)
    image = models.ForeignKey(
        "content.PortalImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    alternative = models.CharField(
        _("text alternative"),
        max_length=250,
        help_text=_("What the picture shows, for those who cannot see it. For example ครูและนักเรียนช่วยกันวัดพื้นที่แปลงผัก."),
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    has_pupils = models.BooleanField(_("pupils can be recognised in it"), default=False)

    panels = [FieldPanel("image"), FieldPanel("alternative"), FieldPanel("caption"), FieldPanel("has_pupils")]

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("of a work", "picture")
        verbose_name_plural = pgettext_lazy("of a work", "pictures")

    def __str__(self) -> str:
        return self.alternative


class WorkVideo(Orderable):
    """A video or sound elsewhere; it is fetched from there only when a visitor asks for it."""

    page = ParentalKey("innovations.WorkPage", related_name="videos", on_delete=models.CASCADE)
    url = models.URLField(
        _("address of the video"), validators=[URLValidator(schemes=["https"])], help_text=_("For example at YouTube.")
    )
    title = models.CharField(_("title"), max_length=200)

    panels = [FieldPanel("url"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def __str__(self) -> str:
        return self.title


class WorkMedia(Orderable):
    """A video or sound kept in the portal."""

    page = ParentalKey("innovations.WorkPage", related_name="media", on_delete=models.CASCADE)
    media = models.ForeignKey(
        "content.PortalMedia", verbose_name=_("video or sound"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("For example เด็ก ป.1 อ่านบัตรคำกับเพื่อนคู่อ่าน.")
    )
    transcript = models.TextField(
        _("transcript"), blank=True, help_text=_("What is said and shown, for those who cannot hear or see it.")
    )
    has_pupils = models.BooleanField(_("pupils can be recognised in it"), default=False)

    panels = [FieldPanel("media"), FieldPanel("title"), FieldPanel("transcript"), FieldPanel("has_pupils")]

    class Meta(Orderable.Meta):
        verbose_name = _("video or sound file")
        verbose_name_plural = _("video and sound files")

    def __str__(self) -> str:
        return self.title or str(self.media)


class WorkBasis(Orderable):
    """A work process or another work that this one builds on."""

    page = ParentalKey("innovations.WorkPage", related_name="bases", on_delete=models.CASCADE)
    built_on = models.ForeignKey(
        "content.KnowledgePage", verbose_name=_("builds on"), on_delete=models.CASCADE, related_name="built_on_by"
    )

    panels = [PageChooserPanel("built_on", "content.KnowledgePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("page it builds on")
        verbose_name_plural = _("pages it builds on")
        constraints = [models.UniqueConstraint(fields=["page", "built_on"], name="innovations_basis_once")]

    def __str__(self) -> str:
        return str(self.built_on)


class PdcaStep(Orderable):
    """A step of a best practice, in a phase of the Deming cycle."""

    page = ParentalKey("innovations.BestPracticePage", related_name="pdca_steps", on_delete=models.CASCADE)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase.choices)
    text = models.TextField(_("what was done"))

    panels = [FieldPanel("phase"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("PDCA step")
        verbose_name_plural = _("PDCA steps")

    def __str__(self) -> str:
        return f"{self.get_phase_display()}: {self.text[:60]}"
