"""The components of the portal in a hue that is not chosen yet."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from ..models import OfficeSettings
from ..palette import ACCENT_PAIRS, HUES, LEAST, NAMED_HUES, SCHEMES, measure, weakest


class HueForm(forms.Form):
    """Which hue to look at."""

    hue = forms.IntegerField(label=_("Hue"), min_value=HUES[0], max_value=HUES[-1])


@xframe_options_sameorigin
def accent(request: HttpRequest) -> HttpResponse:
    """Real components in `?hue=`, light and dark, with the contrast of every pair; the office's own hue by default."""
    office = OfficeSettings.for_request(request)
    form = HueForm(request.GET or None)
    hue = form.cleaned_data["hue"] if form.is_valid() else office.hue
    measured = measure(ACCENT_PAIRS, hue)
    context = {
        "form": form,
        "hue": hue,
        "office": office,
        "named": NAMED_HUES,
        "schemes": SCHEMES,
        "least": LEAST,
        "weakest": weakest(hue),
        "rows": list(zip(measured[::2], measured[1::2], strict=True)),
    }
    return render(request, "office/accent.html", context)
