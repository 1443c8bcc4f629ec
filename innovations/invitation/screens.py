"""Contributors in the admin: the list of them, and the screen that invites them."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from innovations.models import Contributor
from portal.content.csv_table import MOST_BYTES, UnreadableFile
from portal.content.school_import.kept_file import forget, keep, read_kept

from .accounts import InvitationReport, invite
from .letters import send_again

PERMISSION = "innovations.add_contributor"
MOST_PROBLEMS = 200


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV with the columns name, email, school code; the headings may be Thai."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )


class InvitationView(WagtailAdminTemplateMixin, FormView):
    """Checks on upload; invites what was checked when that is confirmed; writes again to those who have not begun."""

    form_class = UploadForm
    template_name = "innovations/invitation/invite.html"
    page_title = _("Invite schools")
    header_icon = "mail"
    success_url = reverse_lazy("wagtailsnippets_innovations_contributor:list")
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": success_url, "label": _("Contributors")},
        {"url": "", "label": _("Invite schools")},
    ]
    _show_breadcrumbs = True
    request: Any

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """For those who may add contributors."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A checked file is carried out, a new one is checked; or letters are written once more."""
        if "again" in request.POST:
            return self.write_again()
        if "checked" in request.POST:
            return self.carry_out(request.POST["checked"])
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Check the file and show what would happen."""
        content = form.cleaned_data["file"].read(MOST_BYTES + 1)
        try:
            report = invite(content, self.request.user, is_dry_run=True)
        except UnreadableFile as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        checked = "" if report.problems else keep(content, str(self.request.user.pk))
        return self.show(report, checked=checked)

    def carry_out(self, checked: str) -> HttpResponse:
        """Invite; the list may have become wrong since it was checked."""
        user_pk = str(self.request.user.pk)
        content = read_kept(checked, user_pk)
        if content is None:
            messages.error(self.request, gettext("The checked file is no longer kept. Upload it again."))
            return redirect(self.request.path)
        report = invite(content, self.request.user)
        forget(checked, user_pk)
        if report.problems:
            return self.show(report)
        message = gettext("Invited: %(created)s. Of another school now: %(moved)s. As before: %(unchanged)s.")
        counts = {"created": report.created, "moved": report.moved, "unchanged": report.unchanged}
        messages.success(self.request, message % counts)
        return redirect(self.get_success_url())

    def write_again(self) -> HttpResponse:
        """To all who have never set a password."""
        number = send_again(_waiting())
        said = ngettext("%(number)s letter is on its way.", "%(number)s letters are on their way.", number)
        messages.success(self.request, said % {"number": number})
        return redirect(self.request.path)

    def show(self, report: InvitationReport, checked: str = "") -> HttpResponse:
        """The report, above a fresh form."""
        return self.render_to_response(
            self.get_context_data(
                form=UploadForm(), report=report, problems=report.problems[:MOST_PROBLEMS], checked=checked
            )
        )

    def get_context_data(self, **kwargs):
        """With how many have not begun."""
        number = sum(not one.user.has_usable_password() for one in _waiting())
        return super().get_context_data(**kwargs, waiting=number)


class InvitationMenuItem(MenuItem):
    """Shown to those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the view decides."""
        return request.user.has_perm(PERMISSION)


class InvitationViewSet(ViewSet):
    """The invitation's place in the menu group."""

    name = "invitation"
    url_prefix = "contributors/invite"
    menu_label = _("Invite schools")
    menu_item_class = InvitationMenuItem
    icon = "mail"

    def get_urlpatterns(self):
        """One address."""
        return [path("", self.construct_view(InvitationView), name="index")]


class ContributorViewSet(SnippetViewSet):
    """Who may send in works, for which school."""

    model = Contributor
    icon = "group"
    menu_label = _("Contributors")
    list_display = [
        Column("user", label=_("Account")),
        Column("school", label=_("School")),
        DateColumn("invited_at", label=_("invited at")),
        DateColumn("user__last_login", label=_("last signed in"), accessor="user.last_login"),
    ]
    list_filter = ["school"]
    list_export = ["user__first_name", "user__last_name", "user__email", "school__code", "school__name", "invited_at"]
    export_filename = "contributors"
    search_fields = ["user__first_name", "user__last_name", "user__email", "school__name", "school__code"]
    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False
    panels = [FieldPanel("user"), FieldPanel("school")]

    def get_queryset(self, request):
        """With what the list shows."""
        return Contributor.objects.select_related("user", "school")


class ContributorGroup(SnippetViewSetGroup):
    """Those who send in works."""

    menu_label = _("Contributors")
    menu_icon = "group"
    menu_order = 260
    items = (ContributorViewSet, InvitationViewSet)


def _waiting():
    return Contributor.objects.filter(user__is_active=True, user__last_login=None).select_related("user", "school")
