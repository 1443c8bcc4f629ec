"""Editors and moderators see how well the search answers, and say what has to be found."""

from importlib import import_module

from django.db import migrations


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays."""
    before = import_module("home.migrations.0004_editing_rights")
    rights = [("expectedresult", right) for right in ("add", "change", "delete", "view")] + [("goldenrun", "view")]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=(*before.EDITORS, *before.MODERATORS)):
        group.permissions.add(
            *(before.permission(apps, "search", model, f"{right}_{model}") for model, right in rights)
        )


class Migration(migrations.Migration):
    dependencies = [("home", "0005_search_rights"), ("search", "0005_golden_runs_and_expected_results")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
