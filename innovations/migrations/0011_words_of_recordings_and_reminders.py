"""A video or sound of a work has a title of its own and says whether pupils are in it; who is late is reminded."""

from django.db import migrations, models

REMINDER = models.PositiveSmallIntegerField(
    default=3,
    help_text="Who has not acted when the step is overdue gets a letter, and another each so many days. 0: none.",
    verbose_name="reminder every so many days",
)


def name_recordings(apps, schema_editor):
    """As the media library calls them."""
    rows = apps.get_model("innovations", "WorkMedia").objects.filter(title="").select_related("media")
    for row in rows:
        row.title = row.media.title[:200]
        row.save(update_fields=["title"])


class Migration(migrations.Migration):
    dependencies = [
        ("innovations", "0010_one_row_of_a_responsibility"),
        ("content", "0005_media_of_the_portal"),
    ]

    operations = [
        migrations.AddField(
            "workmedia",
            "title",
            models.CharField(
                blank=True,
                default="",
                help_text="For example เด็ก ป.1 อ่านบัตรคำกับเพื่อนคู่อ่าน.",
                max_length=200,
                verbose_name="title",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "workmedia",
            "has_pupils",
            models.BooleanField(default=False, verbose_name="pupils can be recognised in it"),
        ),
        migrations.AddField(
            "reviewstate", "reminded_at", models.DateTimeField(blank=True, editable=False, null=True)
        ),
        *(
            migrations.AddField(task, "remind_every", REMINDER.clone())
            for task in ("completenesstask", "supervisortask", "committeetask")
        ),
        migrations.RunPython(name_recordings, migrations.RunPython.noop),
    ]
