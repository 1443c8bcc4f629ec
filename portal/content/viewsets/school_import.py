"""The screen that imports a list of schools: upload and check, read the report, import."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from portal.content.school_import import MOST_BYTES, SchoolImport, UnreadableFile, import_schools
from portal.content.school_import.kept_file import forget, keep, read_kept

PERMISSIONS = ("content.add_school", "content.change_school", "content.add_schoolnetwork")
MOST_PROBLEMS = 200


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV with the columns code, name, network, subdistrict; the headings may be Thai."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )


class SchoolImportView(WagtailAdminTemplateMixin, FormView):
    """Checks on upload; imports what was checked when that is confirmed."""

    form_class = UploadForm
    template_name = "content/school_import.html"
    page_title = _("Import schools")
    header_icon = "upload"
    success_url = reverse_lazy("wagtailsnippets_content_school:list")
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse_lazy("wagtailsnippets_content_school:list"), "label": _("Schools")},
        {"url": "", "label": _("Import schools")},
    ]
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """For those who may add and change schools."""
        if not request.user.has_perms(PERMISSIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A checked file is imported, a new one is checked."""
        if "checked" in request.POST:
            return self.import_checked(request.POST["checked"])
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Check the file and show what would happen."""
        content = form.cleaned_data["file"].read(MOST_BYTES + 1)
        try:
            report = import_schools(content, is_dry_run=True)
        except UnreadableFile as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        checked = "" if report.problems else keep(content, str(self.request.user.pk))
        return self.show(report, checked=checked)

    def import_checked(self, checked: str) -> HttpResponse:
        """Import; the list may have become wrong since it was checked."""
        user_pk = str(self.request.user.pk)
        content = read_kept(checked, user_pk)
        if content is None:
            messages.error(self.request, gettext("The checked file is no longer kept. Upload it again."))
            return redirect(self.request.path)
        report = import_schools(content)
        forget(checked, user_pk)
        if report.problems:
            return self.show(report)
        counts = {"created": report.created, "updated": report.updated, "unchanged": report.unchanged}
        messages.success(
            self.request, gettext("New: %(created)s. Changed: %(updated)s. As before: %(unchanged)s.") % counts
        )
        return redirect(self.get_success_url())

    def show(self, report: SchoolImport, checked: str = "") -> HttpResponse:
        """The report, above a fresh form."""
        return self.render_to_response(
            self.get_context_data(
                form=UploadForm(), report=report, problems=report.problems[:MOST_PROBLEMS], checked=checked
            )
        )


class SchoolImportMenuItem(MenuItem):
    """Shown to those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the view decides."""
        return request.user.has_perms(PERMISSIONS)


class SchoolImportViewSet(ViewSet):
    """The import's place in the menu group."""

    name = "school_import"
    url_prefix = "schools/import"
    menu_label = _("Import schools")
    menu_item_class = SchoolImportMenuItem
    icon = "upload"

    def get_urlpatterns(self):
        """One address."""
        return [path("", self.construct_view(SchoolImportView), name="index")]
