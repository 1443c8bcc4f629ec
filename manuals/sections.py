"""What manuals show on the home page."""

from django.http import HttpRequest

from .models import WorkManualPage, WorkProcessPage

NEWEST = 5


def newest_processes(request: HttpRequest) -> dict | None:
    """The current manual and the processes published last; None while there is no manual."""
    manual = WorkManualPage.objects.readable().order_by("-fiscal_year", "-first_published_at").first()
    if manual is None:
        return None
    processes = WorkProcessPage.objects.readable().order_by("-last_published_at", "path")[:NEWEST]
    return {"manual": manual, "processes": processes}
