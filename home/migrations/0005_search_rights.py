"""Editors and moderators teach the search, recommend results and see what is looked for."""

from importlib import import_module

from django.db import migrations

REGISTRIES = ("abbreviation", "synonymgroup", "dictionaryword")
PROMOTIONS = ("wagtailsearchpromotions", "searchpromotion")


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays. A word that was learnt wrongly editors delete too."""
    before = import_module("home.migrations.0004_editing_rights")
    rights = [("search", model, right) for model in REGISTRIES for right in ("add", "change", "delete", "view")]
    rights += [(*PROMOTIONS, right) for right in ("add", "change", "delete")]
    rights += [("search", "searchedquery", "view")]
    for names, own in ((before.EDITORS, ()), (before.MODERATORS, (("search", "searchedquery", "delete"),))):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=names):
            group.permissions.add(
                *(before.permission(apps, app, model, f"{right}_{model}") for app, model, right in (*rights, *own))
            )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_editing_rights"),
        ("search", "0001_initial"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
