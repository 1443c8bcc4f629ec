"""Subscribing, confirming, changing what one follows, leaving."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django_ratelimit.core import is_ratelimited

from portal.accounts.client_address import address_of

from .forms import SubscribeForm, TopicsForm
from .models import Subscriber
from .signing_up import confirm as make_subscriber
from .signing_up import sign_up, waiting

RATE: Final = "10/h"  # an address of the network
TOO_MANY: Final = _("Too many subscriptions come from this network. Please try again in an hour.")


@never_cache
@require_http_methods(["GET", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; `?area=th&network=huai-khram` ticks its boxes. The answer is the same for every address."""
    if request.method == "GET":
        chosen = {"areas": request.GET.getlist("area"), "networks": request.GET.getlist("network")}
        return render(request, "subscriptions/subscribe.html", {"form": SubscribeForm(initial=chosen)})
    form = SubscribeForm(request.POST)
    if not form.is_valid():
        return render(request, "subscriptions/subscribe.html", {"form": form}, status=422)
    if is_ratelimited(request, group="subscribe", key=_client, rate=RATE, increment=True):
        form.add_error(None, TOO_MANY)
        return render(request, "subscriptions/subscribe.html", {"form": form}, status=429)
    if not form.is_by_robot:
        sign_up(form.cleaned_data["email"], form.cleaned_data["areas"], form.cleaned_data["networks"])
    return redirect("subscribe_sent")


@never_cache
def sent(request: HttpRequest) -> HttpResponse:
    """Look into your letters."""
    return render(request, "subscriptions/sent.html")


@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the letter. A click on its button confirms: programs that read mail follow links, too."""
    signup = waiting(token)
    if signup is None:
        return render(request, "subscriptions/expired.html", status=410)
    if request.method == "POST":
        subscriber = make_subscriber(signup)
        return render(request, "subscriptions/confirmed.html", {"subscriber": subscriber})
    return render(request, "subscriptions/confirm.html", {"signup": signup})


@never_cache
@require_http_methods(["GET", "POST"])
def manage(request: HttpRequest, key: str) -> HttpResponse:
    """What a subscriber follows, to be changed."""
    subscriber = Subscriber.objects.filter(key=key).first()
    if subscriber is None:
        return render(request, "subscriptions/left.html", status=410)
    chosen = {
        "areas": [area.code for area in subscriber.areas.all()],
        "networks": [network.slug for network in subscriber.networks.all()],
    }
    form = TopicsForm(request.POST if request.method == "POST" else None, initial=chosen)
    is_saved = form.is_bound and form.is_valid()
    if is_saved:
        subscriber.areas.set(form.cleaned_data["areas"])
        subscriber.networks.set(form.cleaned_data["networks"])
    context = {"form": form, "subscriber": subscriber, "is_saved": is_saved}
    return render(request, "subscriptions/manage.html", context, status=422 if form.errors else 200)


@never_cache
@csrf_exempt  # a mail program posts here by itself (RFC 8058): it has no cookie, the key is the permission
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """One click: any POST deletes the address. Who left already is told the same."""
    found = Subscriber.objects.filter(key=key)
    if request.method == "POST":
        found.delete()
    if request.method == "POST" or not found.exists():
        return render(request, "subscriptions/left.html")
    return render(request, "subscriptions/leave.html", {"key": key})


def _client(group: str, request: HttpRequest) -> str:
    return address_of(request)
