"""Learning areas, work groups and tasks come with the software; what an office changed or added stays."""

from django.db import migrations

from portal.content.curriculum import LEARNING_AREAS, WORK_GROUPS
from portal.thai.romanise import slug


def add_vocabulary(apps, schema_editor):
    area = apps.get_model("content", "LearningArea")
    for order, (code, name, name_en) in enumerate(LEARNING_AREAS, start=1):
        values = {"name": name, "name_en": name_en, "order": order, "slug": slug(name)}
        area.objects.get_or_create(code=code, defaults=values)
    group = apps.get_model("content", "WorkGroup")
    task = apps.get_model("content", "WorkTask")
    for number, (name, tasks) in enumerate(WORK_GROUPS, start=1):
        made, is_new = group.objects.get_or_create(number=number, defaults={"name": name})
        if is_new:
            task.objects.bulk_create(
                task(group=made, name=one, sort_order=order) for order, one in enumerate(tasks)
            )


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]
    operations = [migrations.RunPython(add_vocabulary, migrations.RunPython.noop)]
