"""What editors and moderators may do: sign in, manage files and pictures, keep the registries; not the settings.

Wagtail gives its groups the first of these by their English names, which they no longer bear.
"""

from django.db import migrations

EDITORS = ("ผู้จัดทำเนื้อหา", "Editors")
MODERATORS = ("ผู้พิจารณา", "Moderators")
REGISTRIES = ("glossaryterm", "formtemplate", "legalreference", "school", "schoolnetwork", "knowledgetag")
VOCABULARIES = ("learningarea", "workgroup")  # they come with the software
FILES = (("wagtailimages", "image"), ("wagtaildocs", "document"))


def give_rights(apps, schema_editor):
    """Adds only: what an office gave or left stays."""
    for names, registry_rights, vocabulary_rights in (
        (EDITORS, ("add", "change", "view"), ("view",)),
        (MODERATORS, ("add", "change", "delete", "view"), ("add", "change", "delete", "view")),
    ):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=names):
            group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
            for models, rights in ((REGISTRIES, registry_rights), (VOCABULARIES, vocabulary_rights)):
                group.permissions.add(
                    *(permission(apps, "content", model, f"{right}_{model}") for model in models for right in rights)
                )
            give_files(apps, group)


def give_files(apps, group):
    """Pictures and documents of every collection."""
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for app_label, model in FILES:
        for right in ("add", "change", "choose"):
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group, collection=root, permission=permission(apps, app_label, model, f"{right}_{model}")
            )


def permission(apps, app_label, model, codename):
    """Django itself makes permissions only after the last migration."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_thai_names"),
        ("content", "0002_curriculum"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
