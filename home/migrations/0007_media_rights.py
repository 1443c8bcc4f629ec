"""Editors and moderators manage videos and sounds as they do pictures and documents."""

from importlib import import_module

from django.db import migrations


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays."""
    before = import_module("home.migrations.0004_editing_rights")
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=(*before.EDITORS, *before.MODERATORS)):
        for right in ("add", "change"):
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group,
                collection=root,
                permission=before.permission(apps, "wagtailmedia", "media", f"{right}_media"),
            )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0006_search_check_rights"),
        ("wagtailmedia", "0005_alter_media_options"),
    ]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
