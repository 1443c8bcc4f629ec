"""What waits to be looked at again by the search."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexChange(models.Model):
    """Look again at a page, or at it and all below it: what is true of it is read when the row is drained.

    `page` is no foreign key: the page may be gone by then. `path` is its place in the tree when the row was written."""

    page = models.PositiveIntegerField(db_index=True)
    with_descendants = models.BooleanField(default=False)
    path = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("change waiting for the search")
        verbose_name_plural = _("changes waiting for the search")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.page}{' +' if self.with_descendants else ''}"
