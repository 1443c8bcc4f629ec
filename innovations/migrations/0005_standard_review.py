"""The review as it stands at first, and who keeps its registers."""

from importlib import import_module

from django.db import migrations

from innovations.models.review.setup import SUPERVISORS, build

REGISTERS = ("responsibility", "rubric", "recognitionlevel")


def make_review(apps, schema_editor):
    """Groups, rubric, steps, workflow; supervisors may enter the admin, moderators keep the registers."""
    build(apps.get_model)
    before = import_module("home.migrations.0004_editing_rights")
    groups = apps.get_model("auth", "Group").objects
    groups.get(name=SUPERVISORS).permissions.add(before.permission(apps, "wagtailadmin", "admin", "access_admin"))
    for group in groups.filter(name__in=before.MODERATORS):
        group.permissions.add(
            *(
                before.permission(apps, "innovations", model, f"{right}_{model}")
                for model in REGISTERS
                for right in ("add", "change", "delete", "view")
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("innovations", "0004_review_of_works"),
        ("home", "0006_search_check_rights"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make_review, migrations.RunPython.noop)]
