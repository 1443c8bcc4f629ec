"""Abbreviations and synonyms come with the software once: what an office changed, added or deleted stays so."""

from django.db import migrations

from portal.content.models.vocabulary import sort_text
from portal.thai.words import key_of
from search.first_entries import ABBREVIATIONS, SYNONYMS


def add_entries(apps, schema_editor):
    """Beside what is there already."""
    abbreviation = apps.get_model("search", "Abbreviation")
    known = {key_of(short) for short in abbreviation.objects.values_list("short", flat=True)}
    abbreviation.objects.bulk_create(
        abbreviation(short=short, full=full, sort_text=sort_text(short))
        for short, full in ABBREVIATIONS
        if key_of(short) not in known
    )
    synonyms = apps.get_model("search", "SynonymGroup")
    groups = set(synonyms.objects.values_list("words", flat=True))
    texts = ["\n".join(words) for words in SYNONYMS]
    synonyms.objects.bulk_create(synonyms(words=text, sort_text=sort_text(text)) for text in texts if text not in groups)
    apps.get_model("search", "LexiconState").objects.update_or_create(pk=1, defaults={"version": 1})


class Migration(migrations.Migration):
    dependencies = [("search", "0002_thai_order_and_refused_words")]
    operations = [migrations.RunPython(add_entries, migrations.RunPython.noop)]
