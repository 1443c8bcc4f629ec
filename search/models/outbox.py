"""What waits to be looked at again by the search."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexChangeQuerySet(models.QuerySet["IndexChange"]):
    """Changes by what is still to be done about them."""

    def waiting(self) -> IndexChangeQuerySet:
        """What the search has not caught up with."""
        return self.filter(done_at__isnull=True)

    def due(self) -> IndexChangeQuerySet:
        """What may be tried now, the withdrawal of whole branches first."""
        return self.waiting().filter(due_at__lte=timezone.now()).order_by("-with_descendants", "pk")


class IndexChange(models.Model):
    """Look again at a page, at who may read it and all below it, or at every page that holds a word.

    What is true of the pages is read when the row is taken up. `page` is no foreign key: the page may be gone by then,
    and is 0 where a `word` is looked for. Done rows are kept for a day: a rebuild applies those of its time again."""

    page = models.PositiveBigIntegerField(db_index=True)
    with_descendants = models.BooleanField(default=False)
    word = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True, db_index=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)

    objects = IndexChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change waiting for the search")
        verbose_name_plural = _("changes waiting for the search")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.word or f"{self.page}{' +' if self.with_descendants else ''}"
