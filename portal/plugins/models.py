"""Which installed plugins an administrator has switched off."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SwitchedOffPlugin(models.Model):
    """One row an installed plugin that is switched off; no row means that it is active."""

    label = models.CharField(_("extension"), max_length=100, unique=True)
    switched_off_at = models.DateTimeField(_("switched off at"), auto_now_add=True)
    switched_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("switched off by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("switched-off extension")
        verbose_name_plural = _("switched-off extensions")

    def __str__(self) -> str:
        return self.label
