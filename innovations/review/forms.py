"""What reviewers fill in: a decision with a comment, a score by the rubric, an invitation, a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovations.models import Criterion, Invitation, Rubric, Score

from .scoring import Given

GUEST_DAYS = 14
LONGEST_COMMENT = 4000


class DecisionForm(forms.Form):
    """Send on, or send back with a comment."""

    comment = forms.CharField(
        label=_("Comment to the author"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The author reads it. When you return the work, say what has to change and where."),
    )

    def __init__(self, *args: Any, needs_comment: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs_comment = needs_comment

    def clean_comment(self) -> str:
        """Nothing comes back without a word."""
        comment = self.cleaned_data["comment"].strip()
        if self.needs_comment and not comment:
            raise forms.ValidationError(_("Write what has to change, so that the author knows what to do."))
        return comment


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion of the form: its fields, and the points chosen so far."""

    number: int
    criterion: Criterion
    points: forms.BoundField
    comment: forms.BoundField

    @property
    def chosen(self) -> str:
        """The points, as the radio buttons spell them."""
        return str(self.points.value() or "")

    @property
    def has_comment(self) -> bool:
        """Something is written: the box stands open."""
        return bool(self.comment.value())


class ScoreForm(forms.Form):
    """Points for each criterion; all of them are needed only for handing in."""

    comment = forms.CharField(
        label=_("Comment on the whole, for the author"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    has_no_interest = forms.BooleanField(
        label=_("I am not an author of this work, do not belong to its school and have no interest in it"),
        required=False,
    )

    def __init__(self, *args: Any, rubric: Rubric, score: Score | None, hands_in: bool = False, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(score)
        super().__init__(*args, **kwargs)
        self.criteria, self.hands_in = list(rubric.criteria.all()), hands_in
        for criterion in self.criteria:
            self.fields[f"points_{criterion.pk}"] = forms.TypedChoiceField(
                choices=criterion.levels, coerce=int, empty_value=None, required=False
            )
            self.fields[f"comment_{criterion.pk}"] = forms.CharField(
                label=_("Comment on the criterion"),
                required=False,
                max_length=LONGEST_COMMENT,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> Iterator[ScoreRow]:
        """The criteria in their order."""
        for number, criterion in enumerate(self.criteria, 1):
            points, comment = self[f"points_{criterion.pk}"], self[f"comment_{criterion.pk}"]
            yield ScoreRow(number, criterion, points, comment)

    def clean(self) -> dict[str, Any]:
        """Handed in is only what is complete."""
        cleaned = super().clean() or {}
        if self.hands_in:
            for criterion in self.criteria:
                if not cleaned.get(f"points_{criterion.pk}"):
                    self.add_error(f"points_{criterion.pk}", _("Choose one of the four levels."))
            if not cleaned.get("has_no_interest"):
                self.add_error(
                    "has_no_interest", _("Tick this to hand in. If you have an interest, leave the score to others.")
                )
        return cleaned

    @property
    def given(self) -> Given:
        """What was filled in."""
        found = self.cleaned_data
        marks = {
            criterion: (found.get(f"points_{criterion.pk}"), found.get(f"comment_{criterion.pk}", ""))
            for criterion in self.criteria
        }
        return Given(marks, found.get("comment", ""), found.get("has_no_interest", False))


class InvitationForm(forms.ModelForm):
    """A guest of the committee."""

    days = forms.IntegerField(label=_("Valid for days"), min_value=1, max_value=60, initial=GUEST_DAYS)

    class Meta:
        model = Invitation
        fields = ["name", "email"]

    def __init__(self, *args: Any, barred_addresses: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.barred_addresses = barred_addresses

    def clean_email(self) -> str:
        """Owner and authors are no guests of their own committee, and each guest is invited once."""
        email = self.cleaned_data["email"].strip().lower()
        if email in self.barred_addresses:
            raise forms.ValidationError(_("This address belongs to an author of the work, who cannot score it."))
        if Invitation.objects.filter(state=self.instance.state, email=email).exists():
            raise forms.ValidationError(_("This address was invited to this work already."))
        return email

    def save(self, commit: bool = True) -> Invitation:
        """With the day on which the link ends."""
        self.instance.expires_at = timezone.now() + timedelta(days=self.cleaned_data["days"])
        return super().save(commit)


class ReasonForm(forms.Form):
    """Why a work is taken back."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kept in the history. Visitors see only that the work was withdrawn."),
    )


def _initial(score: Score | None) -> dict[str, Any]:
    if score is None:
        return {}
    values: dict[str, Any] = {"comment": score.comment, "has_no_interest": score.has_no_interest}
    for mark in score.marks.all():
        values |= {f"points_{mark.criterion_id}": mark.points, f"comment_{mark.criterion_id}": mark.comment}
    return values
