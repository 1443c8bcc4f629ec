"""The four screens of an import: choose a file, look at what was understood, watch it being saved, see the result."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from manuals.import_report import planned_pages, standing_addresses
from manuals.importer.plan import ImportPlan
from manuals.importer.reading import LARGEST_FILE, read_manual
from manuals.importer.understanding import understand
from manuals.models import ManualIndexPage

from .forms import PUBLISHED, UploadForm, too_large
from .permissions import indexes_for, may_import, may_make_index, may_publish
from .preview import preview_pages
from .progress import progress_page
from .waiting import WaitingManual

LARGEST_BODY = LARGEST_FILE + 64 * 1024  # bytes: the file and what a form adds to it


class ImportScreen(WagtailAdminTemplateMixin):
    """What the screens share: their place in the admin, and who may see them."""

    page_title = _("Import a manual")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for those who may add manuals."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > import."""
        return [*self.breadcrumbs_items, {"url": reverse("manual_import:upload"), "label": self.page_title}]


@method_decorator(csrf_exempt, name="dispatch")
class UploadView(View):
    """Turns away what is too large before any of it is read; the form itself is protected as every other."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the announced size first."""
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        if request.method == "POST" and size > LARGEST_BODY:
            request.method = "GET"
            messages.error(request, too_large(size))
            response = UploadFormView.as_view()(request)
            response.status_code = 413
            return response
        return csrf_protect(UploadFormView.as_view())(request)


class UploadFormView(ImportScreen, FormView):
    """Choose a file."""

    template_name = "manuals/import/upload.html"
    form_class = UploadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form asks what the user may do."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Keep the file and show what was understood."""
        values = form.cleaned_data
        is_published = values["state"] == PUBLISHED
        waiting = WaitingManual.keep(values["file"], self.request.user.pk, values["index"], is_published)
        return redirect("manual_import:preview", waiting.token)


class WaitingScreen(ImportScreen, TemplateView):
    """A screen about one upload of this user."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """An upload of somebody else is not there."""
        waiting = WaitingManual.find(kwargs["token"], request.user.pk)
        if waiting is None:
            raise Http404("No such upload, or no longer.")
        self.waiting = waiting
        return super().dispatch(request, *args, **kwargs)


class PreviewView(WaitingScreen):
    """Look at what was understood; nothing has been written yet."""

    template_name = "manuals/import/preview.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Once it is imported, the result says more."""
        if self.waiting.is_imported:
            return redirect("manual_import:result", self.waiting.token)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Import, or forget the file."""
        if "cancel" in request.POST:
            self.waiting.drop()
            return redirect("manual_import:upload")
        if self.waiting.is_imported:
            return redirect("manual_import:result", self.waiting.token)
        index = self._index()
        if self.waiting.wishes.publish and not may_publish(request.user, index):
            raise PermissionDenied
        return self._stream(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The outline, the findings, what is left out."""
        plan = _plan(self.waiting)
        index = self._index()
        pages = preview_pages(plan, planned_pages(plan.manual, index), standing_addresses(plan.manual, index))
        return super().get_context_data(
            **kwargs,
            plan=plan,
            wishes=self.waiting.wishes,
            pages=pages,
            unrecognised=sum(not placement.is_recognised for placement in plan.placements),
        )

    def _index(self) -> ManualIndexPage | None:
        """The index chosen, as long as the user may add to it."""
        allowed = {index.pk: index for index in indexes_for(self.request.user)}
        chosen = self.waiting.wishes.index
        if chosen not in allowed and not (chosen == 0 and may_make_index(self.request.user)):
            raise PermissionDenied
        return allowed.get(chosen)

    def _stream(self, request: HttpRequest) -> StreamingHttpResponse:
        context = super().get_context_data(waiting=self.waiting)
        page = render_to_string("manuals/import/progress.html", context, request)
        body = progress_page(page, self.waiting, request.user, get_language())
        headers = {"Content-Encoding": "identity", "X-Accel-Buffering": "no", "Cache-Control": "no-store"}
        return StreamingHttpResponse(body, headers=headers)


class ResultView(WaitingScreen):
    """See the pages and take the report."""

    template_name = "manuals/import/result.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report, and for each page what was done with it."""
        if not self.waiting.is_imported:
            raise Http404("Not imported yet.")
        result = self.waiting.result()
        pages = [{**page, **done} for page, done in zip(result["report"]["pages"], result["pages"], strict=True)]
        return super().get_context_data(
            **kwargs, pages=pages, report=result["report"], gone=result["gone"], waiting=self.waiting
        )


class ReportView(WaitingScreen):
    """The report as a file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As `manage.py import_manual --report` writes it."""
        if not self.waiting.is_imported:
            raise Http404("Not imported yet.")
        options = {"ensure_ascii": False, "indent": 2}
        headers = {"Content-Disposition": 'attachment; filename="import-report.json"'}
        return JsonResponse(self.waiting.result()["report"], json_dumps_params=options, headers=headers)


def _plan(waiting: WaitingManual) -> ImportPlan:
    name = waiting.wishes.name
    return understand(read_manual(waiting.file, name), name.rpartition(".")[0] or name)
