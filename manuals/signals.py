"""What follows when a work process is published."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published

from .definitions import register_definitions


def connect() -> None:
    """Connect the receiver; done once, when the apps are ready."""
    from .models import WorkProcessPage

    page_published.connect(_register_terms, sender=WorkProcessPage, dispatch_uid="manuals.process_published")


def _register_terms(sender: type, instance: Any, **kwargs: Any) -> None:
    """The glossary is public: what a private process defines stays out of it."""
    if sender.objects.readable().filter(pk=instance.pk).exists():  # type: ignore[attr-defined]
        register_definitions(instance)
