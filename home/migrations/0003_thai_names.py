"""Wagtail's own groups and workflow, which its migrations name in English, as an editor would call them."""

from django.db import migrations


def name_in_thai(apps, schema_editor):
    """Only what still bears Wagtail's name: what an office named itself stays."""
    for app, model, field, english, thai in (
        ("auth", "Group", "name", "Moderators", "ผู้พิจารณา"),
        ("auth", "Group", "name", "Editors", "ผู้จัดทำเนื้อหา"),
        ("wagtailcore", "Workflow", "name", "Moderators approval", "การพิจารณาก่อนเผยแพร่"),
        ("wagtailcore", "Task", "name", "Moderators approval", "พิจารณาและอนุมัติ"),
        ("wagtailcore", "Page", "title", "Root", "เว็บไซต์ทั้งหมด"),
        ("wagtailcore", "Page", "draft_title", "Root", "เว็บไซต์ทั้งหมด"),
        ("wagtailcore", "Collection", "name", "Root", "แฟ้มทั้งหมด"),
    ):
        apps.get_model(app, model).objects.filter(**{field: english}).update(**{field: thai})


class Migration(migrations.Migration):
    dependencies = [("home", "0002_home_page"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(name_in_thai, migrations.RunPython.noop)]
