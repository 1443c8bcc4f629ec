"""One step of one work's review: by whom it may be done, until when, and what came of it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from innovations.models.recognition import RecognitionLevel

from .own import barred_ids


class ReviewState(TaskState):
    """What Wagtail keeps of a step, and what our steps need besides."""

    work = models.ForeignKey("innovations.WorkPage", on_delete=models.CASCADE, related_name="review_states")
    due_at = models.DateTimeField(_("due"))
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)  # when it was overdue, the last time
    reviewers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("reviewers"), related_name="review_states", blank=True
    )
    barred = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    is_fallback = models.BooleanField(
        _("nobody in the register is responsible; the whole group was asked"), default=False
    )
    mean = models.DecimalField(_("mean score"), max_digits=5, decimal_places=2, null=True, blank=True)
    spread = models.DecimalField(_("standard deviation"), max_digits=5, decimal_places=2, null=True, blank=True)
    recognition = models.ForeignKey(
        RecognitionLevel,
        verbose_name=_("level of recognition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recognition_name = models.CharField(max_length=100, blank=True)  # as it was called then

    exclude_fields_in_copy = ["score_rows", "invitations"]

    class Meta:
        verbose_name = _("step of a review")
        verbose_name_plural = _("steps of reviews")

    def save(self, *args, **kwargs) -> None:
        """A new step knows its work and its day, and asks those who may take it."""
        is_new = self.pk is None
        if is_new:
            self.work_id = int(self.workflow_state.object_id)
            self.due_at = timezone.now() + timedelta(days=self.task.specific.days)
        super().save(*args, **kwargs)
        if is_new:
            self.assign()

    def assign(self) -> None:
        """Ask those who may take this step today; owner and authors are never asked."""
        users, self.is_fallback = self.task.specific.candidates(self)
        barred = barred_ids(self.work)
        self.reviewers.set([user for user in users if user.pk not in barred])
        self.barred.set(barred)
        super().save(update_fields=["is_fallback"])

    @property
    def is_open(self) -> bool:
        """Somebody still has to take this step."""
        return self.status == self.STATUS_IN_PROGRESS

    @property
    def is_overdue(self) -> bool:
        """Its day has passed."""
        return self.is_open and self.due_at < timezone.now()

    @property
    def age(self) -> int:
        """Whole days since it began."""
        return (timezone.now() - self.started_at).days

    @property
    def days_left(self) -> int:
        """Days until it is due; negative when that has passed."""
        return (timezone.localdate(self.due_at) - timezone.localdate()).days

    @property
    def days_over(self) -> int:
        """Days since it was due."""
        return max(0, -self.days_left)

    def may_be_taken_by(self, user) -> bool:
        """Whether this person may take the step now: asked (or a superuser), and not about their own work."""
        if not (self.is_open and user and user.is_active):
            return False
        is_asked = user.is_superuser or self.reviewers.filter(pk=user.pk).exists()
        return is_asked and user.pk not in barred_ids(self.work)
