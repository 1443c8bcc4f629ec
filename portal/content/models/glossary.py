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
    searched_in = ("term", "also", "meaning")

    term = models.CharField(_("term"), max_length=255, help_text=_("For example วิธีปฏิบัติที่เป็นเลิศ."))
    meaning = models.TextField(_("meaning"), help_text=_("One or two sentences, as you would explain it to a teacher."))
    also = models.CharField(
        _("also written"),
        max_length=255,
        blank=True,
        help_text=_("Other words for the same, with commas between them, for example BP, Best Practice."),
    )
    is_underlined = models.BooleanField(
        _("explain it in pages"),
        default=True,
        help_text=_("The first use of the term on a page is underlined and shows this meaning."),
    )
    slug = models.SlugField(max_length=100, unique=True, editable=False)
    key = models.CharField(max_length=300, unique=True, editable=False)

    panels = [FieldPanel("term"), FieldPanel("meaning"), FieldPanel("also"), FieldPanel("is_underlined")]

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

    @property
    def wordings(self) -> list[str]:
        """The term and the other words for it."""
        return [self.term, *(word for part in self.also.split(",") if (word := part.strip()))]

    def get_absolute_url(self) -> str:
        """The public page of this term: its meaning and where it is used."""
        return reverse("glossary_term", args=[self.slug])


class PageText(models.Model):
    """What a published page says, kept so that a new term finds its pages in one query, not by loading every page."""

    wagtail_reference_index_ignore = True

    page = models.OneToOneField("content.KnowledgePage", primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()

    class Meta:
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")

    def __str__(self) -> str:
        return self.text[:80]


class GlossaryUse(models.Model):
    """A published page uses a term."""

    wagtail_reference_index_ignore = True

    term = models.ForeignKey(GlossaryTerm, related_name="uses", on_delete=models.CASCADE)
    page = models.ForeignKey("content.KnowledgePage", related_name="glossary_uses", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("use of a term")
        verbose_name_plural = _("uses of terms")
        constraints = [models.UniqueConstraint(fields=["term", "page"], name="content_glossaryuse_once")]

    def __str__(self) -> str:
        return f"{self.term}: {self.page_id}"
