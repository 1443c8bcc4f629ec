"""Saves checked rows through django-import-export: one transaction, known schools updated, a dry run undone."""

from __future__ import annotations

from import_export import fields, resources, widgets
from tablib import Dataset

from portal.content.csv_import import refused
from portal.content.models import School, SchoolNetwork
from portal.thai.normalise import squash

from .checking import problems_in
from .reading import read_schools
from .values import SchoolImport

COLUMNS = ("code", "name", "network", "subdistrict")


def import_schools(content: bytes, is_dry_run: bool = False) -> SchoolImport:
    """Save the schools of a CSV file, or with `is_dry_run` only say what would be saved.

    A school is known by its code; its network by name, and made when there is none. Raises `UnreadableFile`."""
    rows = read_schools(content)
    if problems := problems_in(rows):
        return SchoolImport(is_dry_run, problems=tuple(problems))
    resource = SchoolResource()
    result = resource.import_data(
        Dataset(*([getattr(row, column) for column in COLUMNS] for row in rows), headers=COLUMNS),
        dry_run=is_dry_run,
        use_transactions=True,
        rollback_on_validation_errors=True,
    )
    return SchoolImport(
        is_dry_run,
        created=result.totals["new"],
        updated=result.totals["update"],
        unchanged=result.totals["skip"],
        new_networks=tuple(resource.networks.made),
        problems=tuple(refused(result, rows)),
    )


class NetworkByName(widgets.Widget):
    """A network by its name, however that is spaced; a name that is new makes a network."""

    def __init__(self) -> None:
        super().__init__()
        self.known = {squash(network.name): network for network in SchoolNetwork.objects.all()}
        self.made: list[str] = []

    def clean(self, value, row=None, **kwargs) -> SchoolNetwork:
        """The network of that name."""
        key = squash(value)
        if key not in self.known:
            self.known[key] = SchoolNetwork.objects.create(name=value)
            self.made.append(value)
        return self.known[key]


class SchoolResource(resources.ModelResource):
    """One row, one school."""

    class Meta:
        model = School
        fields = COLUMNS
        import_id_fields = ("code",)
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        self.networks = NetworkByName()
        self.fields["network"] = fields.Field("network", "network", widget=self.networks)
