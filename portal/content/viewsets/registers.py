"""Laws, forms and the glossary in the admin."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column

from portal.content.models import FormTemplate, GlossaryTerm, LegalReference

from .base import RegisterIndexView, RegisterViewSet


class LegalReferenceViewSet(RegisterViewSet):
    """Laws, regulations and related documents."""

    model = LegalReference
    icon = "doc-full"
    shown = ["title", "kind", "number", "year", "status"]
    list_filter = ["kind", "status", "year"]
    list_export = ["title", "get_kind_display", "number", "year", "get_status_display", "url"]
    export_headings = {"get_kind_display": _("kind"), "get_status_display": _("status")}
    export_filename = "laws"


class FormTemplateViewSet(RegisterViewSet):
    """Forms and the versions of their files."""

    model = FormTemplate
    icon = "form"
    shown = [
        "title",
        "code",
        Column("version", label=pgettext_lazy("of a form", "Version"), width="10%"),
        Column("valid_from", label=_("In force from"), width="14%"),
    ]
    list_export = ["code", "title", "version", "valid_from"]
    export_headings = {"version": pgettext_lazy("of a form", "Version"), "valid_from": _("In force from")}
    export_filename = "forms"

    def get_queryset(self, request):
        """With their versions."""
        return FormTemplate.objects.prefetch_related("versions__document")


class GlossaryIndexView(RegisterIndexView):
    """The uses of a term are the pages that say it; its public page lists them."""

    def count_uses(self, records: list) -> dict:
        """How many published pages use each term."""
        counted = GlossaryTerm.objects.filter(pk__in=[term.pk for term in records]).annotate(found=Count("uses"))
        return {term: term.found for term in counted}

    def get_usage_url(self, record) -> str:
        """The term's public page."""
        return record.get_absolute_url()


class GlossaryViewSet(RegisterViewSet):
    """Defined terms."""

    model = GlossaryTerm
    icon = "bold"
    index_view_class = GlossaryIndexView
    shown = ["term", Column("meaning", label=_("Meaning")), BooleanColumn("is_underlined", label=_("Explained"))]
    list_filter = ["is_underlined"]
    list_export = ["term", "meaning", "also", "is_underlined"]
    export_filename = "glossary"
