"""*Useful?* on a page of its own: a form on the page itself would keep it out of every cache."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.content.public_forms import PublicFormView
from portal.content.shown import readable_or_404

from .forms import FeedbackForm


class FeedbackView(PublicFormView):
    """The form; `?answer=yes` chooses what the link on the page said."""

    template_name = "feedback/form.html"
    form_class = FeedbackForm
    thanks = "feedback_thanks"

    def get_initial(self) -> dict[str, Any]:
        """The answer of the link."""
        return {"answer": self.request.GET.get("answer", "")}


@require_safe
def feedback_thanks(request: HttpRequest, code: int) -> HttpResponse:
    """After it was sent."""
    return render(request, "feedback/thanks.html", {"about": readable_or_404(code)})
