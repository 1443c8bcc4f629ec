"""Who is responsible for which works: the register by which a work finds its supervisors."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.content.models import LearningArea, SchoolNetwork


class ResponsibilityQuerySet(models.QuerySet):
    """Queries of the register."""

    def for_work(self, areas, networks) -> "ResponsibilityQuerySet":
        """Rows whose learning area and network, where they name one, are among these."""
        return self.filter(
            Q(learning_area__isnull=True) | Q(learning_area__in=areas),
            Q(school_network__isnull=True) | Q(school_network__in=networks),
        )


class Responsibility(models.Model):
    """A supervisor is responsible for a learning area, a network, or a learning area in a network."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("supervisor"),
        on_delete=models.CASCADE,
        related_name="responsibilities",
    )
    learning_area = models.ForeignKey(
        LearningArea,
        verbose_name=_("learning area"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: all learning areas of the network."),
    )
    school_network = models.ForeignKey(
        SchoolNetwork,
        verbose_name=_("school network"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: the learning area in all networks."),
    )

    objects = ResponsibilityQuerySet.as_manager()

    panels = [FieldPanel("user"), FieldPanel("learning_area"), FieldPanel("school_network")]

    class Meta:
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        ordering = ["user__first_name", "user__username", "pk"]
        constraints = [
            # three, since not every database can be told that two empty fields are the same
            models.UniqueConstraint(fields=["user", "learning_area", "school_network"], name="one_row_of_both"),
            models.UniqueConstraint(
                fields=["user", "learning_area"], condition=Q(school_network=None), name="one_row_of_an_area"
            ),
            models.UniqueConstraint(
                fields=["user", "school_network"], condition=Q(learning_area=None), name="one_row_of_a_network"
            ),
        ]

    def __str__(self) -> str:
        parts = [str(part) for part in (self.learning_area, self.school_network) if part]
        return f"{self.user.get_full_name() or self.user.get_username()}: {' · '.join(parts)}"

    def clean(self) -> None:
        """A row names at least one of the two."""
        if not self.learning_area_id and not self.school_network_id:
            raise ValidationError(_("Choose a learning area, a school network, or both."))
