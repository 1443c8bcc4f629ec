"""The address that always leads to the newest notice."""

from django.http import Http404
from django.shortcuts import redirect

from .models import NoticePage


def latest(request):
    """Forward to the newest notice."""
    notice = NoticePage.objects.readable().order_by("-posted_on").first()
    if notice is None:
        raise Http404("There is no notice yet.")
    return redirect(notice.get_url(request))
