"""What readers say about a page, for the office alone."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Feedback(models.Model):
    """An answer to *Useful?*, with what the reader adds. Nothing about the reader is kept."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey(
        "content.KnowledgePage", verbose_name=_("page"), on_delete=models.CASCADE, related_name="feedback"
    )
    is_useful = models.BooleanField(_("useful"))
    text = models.TextField(_("what the reader adds"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("sent at"), default=timezone.now, editable=False, db_index=True)
    is_done = models.BooleanField(_("dealt with"), default=False)
    note = models.TextField(_("note of the office"), blank=True, help_text=_("For example what was changed."))

    panels = [
        FieldPanel("page", read_only=True),
        FieldPanel("is_useful", read_only=True),
        FieldPanel("text", help_text=_("Take out what names a person.")),
        FieldPanel("is_done"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page}: {self.text[:60]}" if self.text else str(self.page)
