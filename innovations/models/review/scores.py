"""What each member of the committee gave, and each alone."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .invitations import Invitation
from .rubrics import MOST_POINTS, Criterion, weighted
from .states import ReviewState


class Score(models.Model):
    """The score of one person for one work; unfinished until it is handed in."""

    wagtail_reference_index_ignore = True

    state = models.ForeignKey(ReviewState, on_delete=models.CASCADE, related_name="score_rows")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    invitation = models.OneToOneField(Invitation, null=True, blank=True, on_delete=models.PROTECT, related_name="score")
    reviewer_name = models.CharField(_("name"), max_length=200)  # as it was then
    comment = models.TextField(_("comment to the author"), blank=True)
    has_no_interest = models.BooleanField(
        _("I am not an author of this work, do not belong to its school and have no interest in it"), default=False
    )
    total = models.DecimalField(_("score"), max_digits=5, decimal_places=2, default=Decimal(0))
    changed_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(_("handed in"), null=True, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["submitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "reviewer"], condition=Q(reviewer__isnull=False), name="one_score_of_a_reviewer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reviewer_name}: {self.total}"

    def count(self) -> Decimal:
        """The total of the marks as they stand in the database."""
        return weighted([(mark.points, mark.weight) for mark in self.marks.all()])


class Mark(models.Model):
    """The points of one criterion; its name and weight are kept as they were, whatever becomes of the rubric."""

    wagtail_reference_index_ignore = True

    score = models.ForeignKey(Score, on_delete=models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(Criterion, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    weight = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField(choices=[(points, str(points)) for points in range(1, MOST_POINTS + 1)])
    reason = models.CharField(max_length=300, blank=True)  # what the chosen level said then
    comment = models.TextField(blank=True)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["score", "criterion"], name="one_mark_of_a_criterion")]

    def __str__(self) -> str:
        return f"{self.name}: {self.points}"
