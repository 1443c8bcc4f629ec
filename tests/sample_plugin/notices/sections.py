"""What notices show on the home page."""

from .models import NoticePage

NEWEST = 3


def newest_notices(request):
    """The newest notices; None, and so no section, while there is none."""
    notices = list(NoticePage.objects.readable().order_by("-posted_on")[:NEWEST])
    return {"notices": notices} if notices else None
