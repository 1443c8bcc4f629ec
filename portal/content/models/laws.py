"""Laws, regulations and related documents, each kept once."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.content.panels import DocumentPanel
from portal.thai.digits import to_arabic
from portal.thai.normalise import squash
from portal.thai.romanise import unique_slug

from .vocabulary import ThaiOrdered


class LegalReference(ThaiOrdered):
    """A law, regulation, circular or other document that work rests on."""

    class Kind(models.TextChoices):
        """What it is, in the order of rank."""

        ACT = "act", _("Act")
        DECREE = "decree", _("Royal decree")
        MINISTERIAL = "ministerial", _("Ministerial regulation")
        REGULATION = "regulation", _("Regulation")
        NOTICE = "notice", _("Notification")
        ORDER = "order", _("Order")
        CIRCULAR = "circular", _("Circular")
        DOCUMENT = "document", _("Related document")

    class Status(models.TextChoices):
        """Whether it is in force."""

        IN_FORCE = "in_force", _("In force")
        AMENDED = "amended", _("In force, amended")
        REPEALED = "repealed", _("Repealed")

    sorted_by = "title"
    searched_in = ("title", "number", "year")

    title = models.CharField(
        _("title"), max_length=500, help_text=_("Without the year, for example พระราชบัญญัติการศึกษาแห่งชาติ.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DOCUMENT)
    number = models.CharField(_("number"), max_length=100, blank=True, help_text=_("For example ศธ 04009/ว123."))
    year = models.PositiveSmallIntegerField(
        _("year (B.E.)"), null=True, blank=True, help_text=_("Year of the Buddhist era, for example 2542.")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.IN_FORCE)
    url = models.URLField(_("link to the text"), blank=True)
    document = models.ForeignKey(
        "content.PortalDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    slug = models.SlugField(max_length=100, unique=True, editable=False)
    key = models.CharField(max_length=600, unique=True, editable=False)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("number"), FieldPanel("year")]),
        FieldPanel("status"),
        FieldPanel("url"),
        DocumentPanel("document"),
    ]

    class Meta:
        verbose_name = _("law or regulation")
        verbose_name_plural = _("laws and regulations")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return f"{self.title} พ.ศ. {self.year}" if self.year else self.title

    def clean(self) -> None:
        """The same law is kept once, however its title is spaced and its digits are written."""
        super().clean()
        if LegalReference.objects.filter(key=self.make_key()).exclude(pk=self.pk).exists():
            raise ValidationError({"title": _("This law is in the register already.")})

    def save(self, *args, **kwargs) -> None:
        """Fill the key and, once, the slug."""
        self.key = self.make_key()
        if not self.slug:
            self.slug = unique_slug(
                str(self), lambda slug: LegalReference.objects.filter(slug=slug).exists(), fallback="law"
            )
        super().save(*args, **kwargs)

    def make_key(self) -> str:
        """What makes two records the same law: title, number and year, without spaces, in Arabic digits."""
        return f"{squash(self.title)}|{squash(self.number)}|{self.year or ''}"

    def get_absolute_url(self) -> str:
        """The public page of this law."""
        return reverse("law", args=[self.slug])


_CITATION = re.compile(r"\A(?P<title>.+?)\s*(?:พ\s*\.\s*ศ\s*\.|พุทธศักราช)\s*(?P<year>[0-9]{4})(?![0-9])")
_KINDS = (
    ("พระราชบัญญัติ", LegalReference.Kind.ACT),
    ("พระราชกฤษฎีกา", LegalReference.Kind.DECREE),
    ("กฎกระทรวง", LegalReference.Kind.MINISTERIAL),
    ("ระเบียบ", LegalReference.Kind.REGULATION),
    ("ประกาศ", LegalReference.Kind.NOTICE),
    ("คำสั่ง", LegalReference.Kind.ORDER),
    ("หนังสือ", LegalReference.Kind.CIRCULAR),
)


def read_citation(citation: str) -> LegalReference:
    """An unsaved record of what a manual cites: its title, kind and first year.

    «พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ.๒๕๔๒ และที่แก้ไขเพิ่มเติม» is the Act of 2542, amended."""
    text = to_arabic(citation).strip()
    match = _CITATION.match(text)
    title = match["title"].strip() if match else text
    kind = next((kind for start, kind in _KINDS if title.startswith(start)), LegalReference.Kind.DOCUMENT)
    amended = "แก้ไขเพิ่มเติม" in text
    return LegalReference(
        title=title[:500],
        kind=kind,
        year=int(match["year"]) if match else None,
        status=LegalReference.Status.AMENDED if amended else LegalReference.Status.IN_FORCE,
    )


def law_of(citation: str) -> LegalReference:
    """The record of a cited law; made when there is none yet."""
    read = read_citation(citation)
    same_title = LegalReference.objects.filter(key__startswith=f"{squash(read.title)}|", year=read.year)
    known = same_title.order_by("number").first()  # a citation rarely names the number that the register has
    if known is None:
        read.save()
    return known or read
