"""Defined terms, each kept once."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.thai.normalise import squash
from portal.thai.romanise import unique_slug

from .vocabulary import ThaiOrdered


class GlossaryTerm(ThaiOrdered):
    """A term of the office's work and what it means there."""

    sorted_by = "term"

    term = models.CharField(_("term"), max_length=255, help_text=_("For example วิธีปฏิบัติที่เป็นเลิศ."))
    meaning = models.TextField(_("meaning"), help_text=_("One or two sentences, as you would explain it to a teacher."))
    is_underlined = models.BooleanField(
        _("explain it in pages"),
        default=True,
        help_text=_("The first use of the term on a page is underlined and shows this meaning."),
    )
    slug = models.SlugField(max_length=100, unique=True, editable=False)
    key = models.CharField(max_length=300, unique=True, editable=False)

    panels = [FieldPanel("term"), FieldPanel("meaning"), FieldPanel("is_underlined")]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        """The same term is kept once."""
        super().clean()
        if GlossaryTerm.objects.filter(key=squash(self.term)).exclude(pk=self.pk).exists():
            raise ValidationError({"term": _("This term is in the glossary already.")})

    def save(self, *args, **kwargs) -> None:
        """Fill the key and, once, the slug."""
        self.key = squash(self.term)
        if not self.slug:
            self.slug = unique_slug(
                self.term, lambda slug: GlossaryTerm.objects.filter(slug=slug).exists(), fallback="term"
            )
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The public page of this term: its meaning and where it is used."""
        return reverse("glossary_term", args=[self.slug])
