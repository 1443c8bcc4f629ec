"""By what the committee scores: criteria with weights, each as four described levels."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

MOST_POINTS = 4
FULL_SCORE = 100


class RubricForm(WagtailAdminModelForm):
    """The weights of the criteria make a hundred."""

    def clean(self):
        """Say what they make instead."""
        cleaned = super().clean()
        forms = self.formsets["criteria"].forms if "criteria" in self.formsets else []
        rows = [form.cleaned_data for form in forms if form.is_valid() and not form.cleaned_data.get("DELETE")]
        total = sum(row.get("weight") or 0 for row in rows)
        if rows and total != FULL_SCORE:
            raise ValidationError(
                _("The weights of the criteria make %(total)s, they have to make 100."), params={"total": total}
            )
        return cleaned


class Rubric(ClusterableModel):
    """A set of criteria."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("For those who score: what is awarded, and what to look at.")
    )
    scores_needed = models.PositiveSmallIntegerField(
        _("scores needed"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
        help_text=_("As many members of the committee score, then the mean decides."),
    )

    base_form_class = RubricForm
    panels = [
        FieldPanel("name"),
        FieldPanel("introduction"),
        FieldPanel("scores_needed"),
        InlinePanel("criteria", label=_("Criterion"), heading=_("Criteria"), min_num=1),
    ]

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Criterion(Orderable):
    """One thing that is looked at, with its weight and what earns how many points."""

    rubric = ParentalKey(Rubric, related_name="criteria", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=200, help_text=_("For example ผลที่เกิดกับผู้เรียน."))
    hint = models.CharField(_("what to look at"), max_length=300, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight in percent"), validators=[MinValueValidator(1), MaxValueValidator(FULL_SCORE)]
    )
    level_4 = models.CharField(_("4 points for"), max_length=300)
    level_3 = models.CharField(_("3 points for"), max_length=300)
    level_2 = models.CharField(_("2 points for"), max_length=300)
    level_1 = models.CharField(_("1 point for"), max_length=300)

    panels = [
        *map(FieldPanel, ("name", "hint", "weight", "level_4", "level_3", "level_2", "level_1")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return self.name

    @property
    def levels(self) -> list[tuple[int, str]]:
        """Points and what earns them, the most first."""
        return [(points, getattr(self, f"level_{points}")) for points in range(MOST_POINTS, 0, -1)]


def weighted(points_and_weights: list[tuple[int, int]]) -> Decimal:
    """Points of all criteria as a share of a hundred, also where the weights do not make a hundred."""
    weights = sum(weight for _points, weight in points_and_weights)
    earned = Decimal(sum(points * weight for points, weight in points_and_weights)) / MOST_POINTS
    return (earned * FULL_SCORE / weights).quantize(Decimal("0.01")) if weights else Decimal(0)
