"""*Useful?* as a form."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.content.models import KnowledgePage
from portal.content.public_forms import PublicForm
from portal.thai.normalise import normalise

from .models import Feedback


class FeedbackForm(PublicForm):
    """Yes or no, and why."""

    asked_about = ("text",)

    answer = forms.ChoiceField(
        label=_("Is this page useful to your work?"),
        choices=[("yes", _("Useful")), ("no", _("Not yet what I need"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What would make it better? (optional)"),
        max_length=2000,
        required=False,
        help_text=_("Only the office reads it. Write no names, telephone numbers or other personal data."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("answer", "text", "is_sure", "website", "stamp")

    def save(self, page: KnowledgePage) -> Feedback:
        """What the office will read."""
        is_useful = self.cleaned_data["answer"] == "yes"
        return Feedback.objects.create(page=page, is_useful=is_useful, text=normalise(self.cleaned_data["text"]))
