"""The screen that imports a list of schools."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from portal.content.csv_import.screen import CsvImportView, CsvImportViewSet
from portal.content.school_import import SchoolImport, import_schools


class SchoolImportView(CsvImportView):
    """Schools and their networks."""

    permissions = ("content.add_school", "content.change_school", "content.add_schoolnetwork")
    template_name = "content/school_import.html"
    columns_hint = _("CSV with the columns code, name, network, subdistrict; the headings may be Thai.")
    page_title = _("Import schools")
    header_icon = "upload"
    success_url = reverse_lazy("wagtailsnippets_content_school:list")
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": success_url, "label": _("Schools")},
        {"url": "", "label": _("Import schools")},
    ]

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> SchoolImport:
        """Import the schools."""
        return import_schools(content, is_dry_run=is_dry_run)


class SchoolImportViewSet(CsvImportViewSet):
    """The import's place in the menu group."""

    view_class = SchoolImportView
    name = "school_import"
    url_prefix = "schools/import"
    menu_label = _("Import schools")
    icon = "upload"
