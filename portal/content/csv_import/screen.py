"""The screen that carries out a CSV file: upload and check, read the report, confirm."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from .kept_file import forget, keep, read_kept
from .table import MOST_BYTES, UnreadableFile
from .values import Report

MOST_PROBLEMS = 200


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(label=_("File"), widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}))

    def __init__(self, *args: Any, hint: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = hint


class CsvImportView(WagtailAdminTemplateMixin, FormView):
    """Checks on upload; carries out what was checked when that is confirmed."""

    form_class = UploadForm
    template_name = "content/csv_import.html"
    permissions: ClassVar[tuple[str, ...]] = ()
    columns_hint: Any = ""  # which columns the file needs
    _show_breadcrumbs = True
    request: Any

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> Report:
        """Do it, or only check it. Raises `UnreadableFile`."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """For those who may add and change such records."""
        if not request.user.has_perms(self.permissions):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A checked file is carried out, a new one is checked."""
        if "checked" in request.POST:
            return self.confirm(request.POST["checked"])
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the columns that are needed."""
        return super().get_form_kwargs() | {"hint": self.columns_hint}

    def form_valid(self, form: Any) -> HttpResponse:
        """Check the file and show what would happen."""
        content = form.cleaned_data["file"].read(MOST_BYTES + 1)
        try:
            report = self.carry_out(content, is_dry_run=True)
        except UnreadableFile as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        return self.show(report, checked="" if report.problems else keep(content, self._owner))

    def confirm(self, checked: str) -> HttpResponse:
        """Carry it out; the list may have become wrong since it was checked."""
        content = read_kept(checked, self._owner)
        if content is None:
            messages.error(self.request, gettext("The checked file is no longer kept. Upload it again."))
            return redirect(self.request.path)
        report = self.carry_out(content, is_dry_run=False)
        forget(checked, self._owner)
        if report.problems:
            return self.show(report)
        messages.success(self.request, report.summary)
        return redirect(self.get_success_url())

    def show(self, report: Report, checked: str = "") -> HttpResponse:
        """The report, above a fresh form."""
        form, problems = UploadForm(hint=self.columns_hint), report.problems[:MOST_PROBLEMS]
        values = {"form": form, "report": report, "problems": problems, "checked": checked}
        return self.render_to_response(self.get_context_data(**values))

    @property
    def _owner(self) -> str:
        """A file is confirmed by who had it checked, on the screen where that was."""
        return f"{type(self).__name__}-{self.request.user.pk}"


class CsvImportMenuItem(MenuItem):
    """Shown to those who may use it."""

    permissions: tuple[str, ...] = ()

    def is_shown(self, request: HttpRequest) -> bool:
        """As the view decides."""
        return request.user.has_perms(self.permissions)


class CsvImportViewSet(ViewSet):
    """The screen's place in a menu group."""

    view_class: ClassVar[type[CsvImportView]]

    @property
    def menu_item_class(self) -> type[CsvImportMenuItem]:
        """For those whom the view lets in."""
        return type("MenuItemOfList", (CsvImportMenuItem,), {"permissions": self.view_class.permissions})

    def get_urlpatterns(self):
        """One address."""
        return [path("", self.construct_view(self.view_class), name="index")]
