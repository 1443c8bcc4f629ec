"""Editors and moderators keep the register of people; moderators also merge and delete."""

from importlib import import_module

from django.db import migrations


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays."""
    before = import_module("home.migrations.0004_editing_rights")
    for names, rights in ((before.EDITORS, ("add", "change", "view")), (before.MODERATORS, ("add", "change", "delete", "view"))):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=names):
            group.permissions.add(*(before.permission(apps, "content", "person", f"{right}_person") for right in rights))


class Migration(migrations.Migration):
    dependencies = [("home", "0007_media_rights"), ("content", "0004_people")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
