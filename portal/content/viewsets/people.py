"""People in the admin: each kept once, and two records of one person merged."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import ListingButton
from wagtail.snippets.widgets import AdminSnippetChooser

from portal.content.merging_people import CannotMerge, merge
from portal.content.models import Person

from .base import RegisterIndexView, RegisterViewSet

NEEDED = ("content.change_person", "content.delete_person")


class MergeForm(forms.Form):
    """Which record is kept."""

    kept = forms.ModelChoiceField(
        label=gettext_lazy("The record that is kept"),
        queryset=Person.objects.all(),
        widget=AdminSnippetChooser(Person),
        help_text=gettext_lazy("It gets all works of the other one, which is then deleted. This cannot be undone."),
    )


class MergeView(WagtailAdminTemplateMixin, FormView):
    """`…/person/merge/12/`: the duplicate is 12."""

    form_class = MergeForm
    template_name = "content/merge_people.html"
    page_title = gettext_lazy("Merge with another person")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For those who may change and delete people; others see the list, where it is said."""
        if not request.user.has_perms(NEEDED):
            messages.error(request, _("Sorry, you do not have permission to access this area."))
            return redirect("wagtailadmin_home")
        self.duplicate = get_object_or_404(Person.objects.select_related("school"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Who would be merged, and with how many works."""
        works = self.duplicate.authorships.count()
        return super().get_context_data(duplicate=self.duplicate, works=works, **kwargs)

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """Merge, or say why not."""
        kept = form.cleaned_data["kept"]
        try:
            merge(self.duplicate, kept)
        except CannotMerge as error:
            form.add_error("kept", str(error))
            return self.form_invalid(form)
        messages.success(self.request, _("Merged: all works now belong to %(person)s.") % {"person": kept})
        return redirect("wagtailsnippets_content_person:list")


class PersonIndexView(RegisterIndexView):
    """The list, with a way to merge."""

    def get_list_more_buttons(self, instance: Person) -> list[Any]:
        """Beside editing and deleting."""
        buttons = super().get_list_more_buttons(instance)
        if self.request.user.has_perms(NEEDED):
            url = reverse("wagtailsnippets_content_person:merge", args=[quote(instance.pk)])
            buttons.append(ListingButton(_("Merge with another person"), url=url, icon_name="user", priority=60))
        return buttons


class PersonViewSet(RegisterViewSet):
    """Authors of works."""

    model = Person
    icon = "user"
    index_view_class = PersonIndexView
    shown = ["__str__", "position", "school"]
    list_filter = ["school__network"]
    list_export = ["prefix", "given_name", "family_name", "position", "school"]
    export_filename = "people"

    def get_queryset(self, request: HttpRequest) -> Any:
        """With their schools."""
        return Person.objects.select_related("school")

    def get_urlpatterns(self) -> list[URLPattern]:
        """With the screen that merges."""
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", MergeView.as_view(), name="merge")]
