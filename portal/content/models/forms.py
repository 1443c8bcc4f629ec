"""The forms that work uses: each kept once, its file in numbered versions."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from portal.content.panels import DocumentPanel
from portal.thai.normalise import squash
from portal.thai.romanise import unique_slug

from .vocabulary import NormalisedText, ThaiOrdered


class FormTemplate(ThaiOrdered, ClusterableModel):
    """A form (แบบฟอร์ม): its code, its title and the versions of its file, the newest of which is current."""

    sorted_by = "title"
    searched_in = ("code", "title")

    code = models.CharField(_("code"), max_length=50, blank=True, help_text=_("For example นท. 01."))
    title = models.CharField(_("title"), max_length=500, help_text=_("For example แบบนิเทศติดตามการจัดการเรียนรู้."))
    slug = models.SlugField(max_length=100, unique=True, editable=False)
    key = models.CharField(max_length=600, unique=True, editable=False)

    panels = [
        FieldPanel("code"),
        FieldPanel("title"),
        InlinePanel("versions", label=pgettext_lazy("of a form", "Version"), heading=_("Versions, the newest last")),
    ]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    def clean(self) -> None:
        """The same form is kept once."""
        super().clean()
        if FormTemplate.objects.filter(key=self.make_key()).exclude(pk=self.pk).exists():
            raise ValidationError({"title": _("This form is in the register already.")})

    def save(self, *args, **kwargs) -> None:
        """Fill the key and, once, the slug."""
        self.key = self.make_key()
        if not self.slug:
            self.slug = unique_slug(
                str(self), lambda slug: FormTemplate.objects.filter(slug=slug).exists(), fallback="form"
            )
        super().save(*args, **kwargs)

    def make_key(self) -> str:
        """What makes two records the same form: code and title, without spaces, in Arabic digits."""
        return f"{squash(self.code)}|{squash(self.title)}"

    @cached_property
    def current(self) -> "FormVersion | None":
        """The newest version, None while no file has been given."""
        return max(self.versions.all(), key=lambda version: version.number, default=None)

    @property
    def version(self) -> int | None:
        """The number of the current version."""
        return self.current.number if self.current else None

    @property
    def valid_from(self) -> date | None:
        """Since when the current version is in force."""
        return self.current.valid_from if self.current else None

    def get_absolute_url(self) -> str:
        """The public page of this form."""
        return reverse("form", args=[self.slug])


class FormVersion(NormalisedText):
    """One version of a form's file. Its address stays good: an old one forwards to the current version."""

    form = ParentalKey(FormTemplate, related_name="versions", on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField(_("version"), default=0, editable=False)
    document = models.ForeignKey(
        "content.PortalDocument", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    note = models.CharField(
        _("what changed"), max_length=255, blank=True, help_text=_("For example เพิ่มช่องลงนามผู้บริหารสถานศึกษา.")
    )

    panels = [DocumentPanel("document"), FieldPanel("valid_from"), FieldPanel("note")]

    class Meta:
        verbose_name = _("version of a form")
        verbose_name_plural = _("versions of forms")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="content_formversion_once")]

    def __str__(self) -> str:
        return f"{self.form} ({self.number})"

    def save(self, *args, **kwargs) -> None:
        """Number the versions as they come: 1, 2, 3."""
        if not self.number:
            newest = FormVersion.objects.filter(form=self.form).aggregate(models.Max("number"))["number__max"]
            self.number = (newest or 0) + 1
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The permanent address of this version."""
        return reverse("form_version", args=[self.form.slug, self.number])


def form_of(title: str, code: str = "") -> FormTemplate:
    """The record of a form that a manual names; made, without a file, when there is none yet."""
    wanted = FormTemplate(title=title[:500], code=code)
    known = FormTemplate.objects.filter(key=wanted.make_key()).first()
    if known is None:
        wanted.save()
    return known or wanted
