"""What competitions show on the home page."""

from django.utils import timezone

from .models import CompetitionPage

SHOWN = 3


def next_and_latest(request):
    """The next competitions and the latest results; None, and so no section, while there is neither."""
    readable, today = CompetitionPage.objects.readable().select_related("results"), timezone.localdate()
    to_come = list(readable.filter(held_on__gte=today).order_by("held_on")[:SHOWN])
    decided = list(readable.filter(held_on__lt=today, results__isnull=False).order_by("-held_on")[:SHOWN])
    return {"to_come": to_come, "decided": decided} if to_come or decided else None
