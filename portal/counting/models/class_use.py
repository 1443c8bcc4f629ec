"""A teacher says that a page was used in class; the office looks at it before it is shown and counted."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.content.models import LEVELS, School


class ClassUseQuerySet(models.QuerySet):
    """Uses by their state."""

    def approved(self) -> "ClassUseQuerySet":
        """What the public sees."""
        return self.filter(state=ClassUse.State.APPROVED)


class ClassUse(models.Model):
    """Used once in a class. The name is for the office's questions and never shown."""

    wagtail_reference_index_ignore = True

    class State(models.TextChoices):
        """Where a report stands."""

        WAITING = "waiting", _("waiting to be looked at")
        APPROVED = "approved", _("approved and counted")
        REFUSED = "refused", _("refused")

    page = models.ForeignKey(
        "content.KnowledgePage", verbose_name=_("page"), on_delete=models.CASCADE, related_name="class_uses"
    )
    level = models.CharField(_("grade level"), max_length=10, choices=LEVELS)
    school = models.ForeignKey(
        School, verbose_name=_("school"), null=True, blank=True, on_delete=models.SET_NULL, related_name="class_uses"
    )
    school_name = models.CharField(
        _("school as written"),
        max_length=200,
        help_text=_("For example โรงเรียนบ้านหนองบัว; also one of another district."),
    )
    result = models.CharField(_("result in one line"), max_length=250)
    name = models.CharField(_("name of the teacher"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    created_at = models.DateTimeField(_("sent at"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ClassUseQuerySet.as_manager()

    panels = [
        FieldPanel("page", read_only=True),
        FieldPanel("level"),
        FieldPanel("school"),
        FieldPanel("school_name"),
        FieldPanel("result"),
        FieldPanel("name"),
        FieldPanel("state"),
    ]

    class Meta:
        verbose_name = _("use in class")
        verbose_name_plural = _("uses in class")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.shown_school}, {self.get_level_display()}"

    @property
    def shown_school(self) -> str:
        """The school's name of today, or as it was written."""
        return self.school.name if self.school else self.school_name
