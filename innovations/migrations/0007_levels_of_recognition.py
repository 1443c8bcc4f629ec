"""Levels of recognition as districts give them; the office changes them in the admin."""

from django.db import migrations

LEVELS = (("ระดับดีเยี่ยม", 90), ("ระดับดีมาก", 80), ("ระดับดี", 70), ("ระดับชมเชย", 60))


def make_levels(apps, schema_editor):
    """Only where the office has none of its own."""
    levels = apps.get_model("innovations", "RecognitionLevel").objects
    if not levels.exists():
        levels.bulk_create(levels.model(name=name, least_percent=percent) for name, percent in LEVELS)


class Migration(migrations.Migration):
    dependencies = [("innovations", "0006_media_of_the_portal")]
    operations = [migrations.RunPython(make_levels, migrations.RunPython.noop)]
