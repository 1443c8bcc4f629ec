"""Learning areas of the curriculum, and free tags."""

from functools import lru_cache

from django.db import models
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from .vocabulary import ThaiOrdered, ThaiTag


class LearningArea(ThaiTag):
    """One of the eight areas of the Basic Education Core Curriculum 2551, or of the three beside them."""

    free_tagging = False
    searched_in = ("name", "name_en", "code")

    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    code = models.CharField(
        pgettext_lazy("of a learning area", "code"),
        max_length=2,
        unique=True,
        help_text=_("Two letters; the style sheet gives each code its colour, for example ma for mathematics."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldRowPanel([FieldPanel("code"), FieldPanel("order")])]

    class Meta:
        verbose_name = _("learning area")
        verbose_name_plural = _("learning areas")
        ordering = ["order"]

    def get_absolute_url(self) -> str:
        """The public page of the area: what is published about it."""
        return _address(self.code, get_script_prefix())

    @property
    def label(self) -> str:
        """The name in the visitor's language."""
        return self.name if get_language() == "th" else self.name_en or self.name


class LearningAreaTag(ItemBase):
    """A page is about a learning area."""

    tag = models.ForeignKey(LearningArea, related_name="tagged_pages", on_delete=models.PROTECT)
    content_object = ParentalKey("content.KnowledgePage", related_name="learning_area_tags", on_delete=models.CASCADE)


class KnowledgeTag(ThaiOrdered, ThaiTag):
    """A free tag."""

    panels = [FieldPanel("name")]

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["sort_text"]


class PageTag(ItemBase):
    """A page bears a free tag."""

    tag = models.ForeignKey(KnowledgeTag, related_name="tagged_pages", on_delete=models.CASCADE)
    content_object = ParentalKey("content.KnowledgePage", related_name="page_tags", on_delete=models.CASCADE)


@lru_cache(maxsize=64)  # a list of pages asks for each of them
def _address(code: str, _prefix: str) -> str:
    return reverse("area", args=[code])
