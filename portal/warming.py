"""What a server process loads when it starts, so that neither the first visitor nor the first editor waits for it.

Any installed app brings its own: `warm_up()` of its configuration."""

from __future__ import annotations

from threading import Thread

from django.apps import apps
from django.urls import reverse
from wagtail.models import get_page_models


def warm_up() -> Thread:
    """Begin, beside the first requests."""
    thread = Thread(target=_load, name="warm-up", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    reverse("wagtailadmin_home")  # imports every view
    for model in get_page_models():
        model.get_edit_handler().get_form_class()
    for config in apps.get_app_configs():
        if (load := getattr(config, "warm_up", None)) is not None:
            load()
