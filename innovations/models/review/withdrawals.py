"""A published work is taken back: who asked, why, who did it, and whether it came back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def _person(name) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=name, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class Withdrawal(models.Model):
    """Asked for by the owner or begun by a supervisor; done by a supervisor; undone by a supervisor."""

    wagtail_reference_index_ignore = True

    work = models.ForeignKey("innovations.WorkPage", on_delete=models.CASCADE, related_name="withdrawals")
    reason = models.TextField(_("reason"))
    asked_by = _person(_("asked by"))
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    done_by = _person(_("decided by"))
    done_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    is_refused = models.BooleanField(_("refused"), default=False)
    answer = models.TextField(_("answer"), blank=True)
    undone_by = _person(_("put back by"))
    undone_at = models.DateTimeField(_("put back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.work}: {self.reason[:60]}"
