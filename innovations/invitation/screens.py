"""Contributors in the admin: the list of them, and the screen that invites them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from innovations.models import Contributor
from portal.content.csv_import.screen import CsvImportView, CsvImportViewSet

from .accounts import InvitationReport, invite
from .letters import send_again


class InvitationView(CsvImportView):
    """Invites a list of people; writes again to those who have not begun."""

    permissions = ("innovations.add_contributor",)
    template_name = "innovations/invitation/invite.html"
    columns_hint = _("CSV with the columns name, email, school code; the headings may be Thai.")
    page_title = _("Invite schools")
    header_icon = "mail"
    success_url = reverse_lazy("wagtailsnippets_innovations_contributor:list")
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": success_url, "label": _("Contributors")},
        {"url": "", "label": _("Invite schools")},
    ]

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> InvitationReport:
        """Invite, in the name of who asks."""
        return invite(content, self.request.user, is_dry_run=is_dry_run)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A list; or letters are written once more."""
        return self.write_again() if "again" in request.POST else super().post(request, *args, **kwargs)

    def write_again(self) -> HttpResponse:
        """To all who have never set a password."""
        number = send_again(_waiting())
        said = ngettext("%(number)s letter is on its way.", "%(number)s letters are on their way.", number)
        messages.success(self.request, said % {"number": number})
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        """With how many have not begun."""
        number = sum(not one.user.has_usable_password() for one in _waiting())
        return super().get_context_data(**kwargs, waiting=number)


class InvitationViewSet(CsvImportViewSet):
    """The invitation's place in the menu group."""

    view_class = InvitationView
    name = "invitation"
    url_prefix = "contributors/invite"
    menu_label = _("Invite schools")
    icon = "mail"


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
