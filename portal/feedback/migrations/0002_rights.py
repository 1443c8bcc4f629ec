"""Those who keep the registries read what readers say."""

from importlib import import_module

from django.db import migrations


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays."""
    before = import_module("home.migrations.0004_editing_rights")
    for names, rights in ((before.EDITORS, ("view", "change")), (before.MODERATORS, ("change", "delete", "view"))):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=names):
            group.permissions.add(
                *(before.permission(apps, "feedback", "feedback", f"{right}_feedback") for right in rights)
            )


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial"), ("home", "0004_editing_rights")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
