"""How well the search answered the golden questions, and the questions that the office adds to them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Page

from portal.content.models.vocabulary import ThaiOrdered


class ExpectedResult(ThaiOrdered):
    """A question of the office's own whose right page is known."""

    searched_in = ("text",)
    sorted_by = "text"

    text = models.CharField(
        _("question"), max_length=100, unique=True, help_text=_("As a visitor would type it, for example เบิกค่าเดินทาง.")
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page to be found"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The page that a visitor who asks this looks for."),
    )
    within = models.PositiveSmallIntegerField(
        _("among the first"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("1: it has to come first. 3: among the first three."),
    )

    panels = [FieldPanel("text"), FieldRowPanel([PageChooserPanel("page"), FieldPanel("within")])]

    class Meta:
        verbose_name = pgettext_lazy("of the search", "expected result")
        verbose_name_plural = pgettext_lazy("of the search", "expected results")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return self.text


class GoldenRun(models.Model):
    """One check of the search by the golden questions.

    `faults` is a list of `{"query", "trap", "faults": [[fault, [title, ...]], ...], "found": [title, ...]}`, one for
    each question whose answer is not as it should be."""

    checked_at = models.DateTimeField(_("checked at"), auto_now_add=True)
    engine = models.CharField(_("search engine"), max_length=100)
    asked = models.PositiveIntegerField(_("questions"))
    milliseconds = models.PositiveIntegerField(_("duration in milliseconds"))
    faults = models.JSONField(_("faults"), default=list)

    class Meta:
        verbose_name = _("check of the search")
        verbose_name_plural = _("checks of the search")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.engine}: {self.right}/{self.asked}"

    @property
    def right(self) -> int:
        """How many questions were answered as they should be."""
        return self.asked - len(self.faults)
