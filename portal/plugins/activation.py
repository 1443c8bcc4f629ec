"""Is a plugin switched on? One query a request, kept for that request only, so that every worker agrees at once."""

from typing import Any

from asgiref.local import Local

_kept = Local()


def switched_off() -> frozenset[str]:
    """Labels of the plugins that an administrator has switched off."""
    labels: frozenset[str] | None = getattr(_kept, "labels", None)
    if labels is None:
        from .models import SwitchedOffPlugin

        labels = frozenset(SwitchedOffPlugin.objects.values_list("label", flat=True))
        _kept.labels = labels
    return labels


def is_active(label: str) -> bool:
    """Whether the app of that label is switched on. What is no plugin is never switched off."""
    return label not in switched_off()


def forget(**_signal: Any) -> None:
    """Ask the table again at the next question: at the start of a request, and after a change."""
    if hasattr(_kept, "labels"):
        del _kept.labels
