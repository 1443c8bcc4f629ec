"""Subscriptions in the admin: how many follow what, never who; and forgetting an address on request."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .models import Digest, Signup, Subscriber

SHOWN_DIGESTS: Final = 12


def may_see(user: Any) -> bool:
    """Whoever the office trusts with its subscribers."""
    return user.has_perm("subscriptions.view_subscriber")


def may_forget(user: Any) -> bool:
    """Whoever may delete them."""
    return user.has_perm("subscriptions.delete_subscriber")


class ForgetForm(forms.Form):
    """An address whose owner wants to be forgotten."""

    email = forms.EmailField(
        label=gettext_lazy("Delete an address"),
        help_text=gettext_lazy("When somebody asks to be forgotten. Nothing tells whether the address was there."),
    )


class SubscriptionsView(WagtailAdminTemplateMixin, FormView):
    """Reports > Digest by e-mail."""

    form_class = ForgetForm
    template_name = "subscriptions/admin/report.html"
    page_title = gettext_lazy("Digest by e-mail")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Counts for those who may see them, deleting for those who may delete."""
        if not (may_forget if request.method == "POST" else may_see)(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How many follow each learning area and network, and what the last digests told."""
        return super().get_context_data(
            total=Subscriber.objects.count(),
            waiting=Signup.objects.values("email").distinct().count(),
            topics=[*_followers("areas"), *_followers("networks")],
            digests=Digest.objects.annotate(told=Count("pages"))[:SHOWN_DIGESTS],
            may_forget=may_forget(self.request.user),
            **kwargs,
        )

    def form_valid(self, form: ForgetForm) -> HttpResponse:
        """The same answer for every address."""
        email = form.cleaned_data["email"].lower()
        Subscriber.objects.filter(email=email).delete()
        Signup.objects.filter(email=email).delete()
        messages.success(self.request, _("If the address was there, it is deleted now."))
        return redirect("subscriptions_report")


def _followers(field: str) -> list[tuple[str, int]]:
    rows = Subscriber.objects.filter(**{f"{field}__isnull": False}).values_list(f"{field}__name")
    return list(rows.annotate(n=Count("pk")).order_by("-n", f"{field}__name"))
