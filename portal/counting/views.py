"""The beacon, what teachers say of uses in class, and the evidence sheet of the authors."""

from __future__ import annotations

import base64
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from portal.content.models import KnowledgePage, School
from portal.content.public_forms import PublicFormView
from portal.content.shown import readable_or_404

from .adding import count
from .forms import ClassUseForm
from .models import ClassUse
from .reach import may_see_reach, reach_of, uses_of
from .visitors import is_counted, is_robot

_MOST_USES = 100
_ONE_PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


@csrf_exempt  # nothing is changed for anybody: one more view; a page that is kept in a cache has no token
@require_POST
@never_cache
def count_view(request: HttpRequest, code: int) -> HttpResponse:
    """The script of a page says that it is being read."""
    _count(request, code, dest="empty")
    return HttpResponse(status=204)


@require_safe
@never_cache
def count_view_without_script(request: HttpRequest, code: int) -> HttpResponse:
    """The picture that stands in `<noscript>`."""
    if request.method == "GET":
        _count(request, code, dest="image")
    return HttpResponse(_ONE_PIXEL, content_type="image/gif")


def _count(request: HttpRequest, code: int, dest: str) -> None:
    """Only what a page of ours asks for; browsers say so themselves."""
    headers = request.headers
    is_ours = headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    if not is_ours or headers.get("Sec-Fetch-Dest", dest) != dest or is_robot(request):
        return
    page = KnowledgePage.objects.readable().filter(pk=code).first()
    if page and is_counted(request, page, "view"):
        count(page.pk, "views")


class ClassUseView(PublicFormView):
    """Mark that a page was used in class, beside what others say of it."""

    template_name = "counting/class_use.html"
    form_class = ClassUseForm
    thanks = "class_use_thanks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the schools to choose from."""
        schools = School.objects.values_list("name", flat=True)
        uses = uses_of(self.page, latest=_MOST_USES)
        return super().get_context_data(schools=schools, uses=uses, **kwargs)


@require_safe
def class_use_thanks(request: HttpRequest, code: int) -> HttpResponse:
    """After it was sent."""
    return render(request, "counting/thanks.html", {"about": readable_or_404(code)})


@require_safe
@never_cache
def evidence(request: HttpRequest, code: int) -> HttpResponse:
    """The reach of a page, to print: for owner, authors and the office. To others it does not exist."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    page = get_object_or_404(KnowledgePage, pk=code).specific
    if not may_see_reach(request.user, page):
        raise Http404
    uses = ClassUse.objects.approved().filter(page=page).select_related("school__network")[:_MOST_USES]
    values = {"about": page, "reach": reach_of(page), "uses": uses, "today": timezone.localdate()}
    return render(request, "counting/evidence.html", values)
