"""Two records of one person become one: all that refers to the duplicate refers to the one that is kept."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex, Revision

from .models import PageAuthor, Person

FILLED_IN = ("prefix", "family_name", "given_name_en", "family_name_en", "position", "school", "user")


class CannotMerge(Exception):
    """Says why, to who wants to merge."""


@transaction.atomic
def merge(duplicate: Person, kept: Person) -> None:
    """Move the works of `duplicate`, drafts too, to `kept`, fill in what is missing there, and delete it.

    Raises `CannotMerge` for one and the same record, and for two accounts: those are not the office's to join."""
    if duplicate.pk == kept.pk:
        raise CannotMerge(_("Choose another person: this is the same record."))
    if duplicate.user_id and kept.user_id:
        raise CannotMerge(_("Both have an account. Take one of the accounts off first."))
    _move_authors(duplicate, kept)
    _rewrite_revisions(duplicate, kept)
    _move_other_rows(duplicate, kept)
    missing = {name: getattr(duplicate, name) for name in FILLED_IN if not getattr(kept, name)}
    ReferenceIndex.remove_for_object(duplicate)
    duplicate.delete()
    for name, value in missing.items():
        setattr(kept, name, value)
    kept.save()


def _move_authors(duplicate: Person, kept: Person) -> None:
    """A page that names both names one afterwards."""
    both = PageAuthor.objects.filter(person=kept).values("page")
    PageAuthor.objects.filter(person=duplicate, page__in=list(both.values_list("page", flat=True))).delete()
    moved = PageAuthor.objects.filter(person=duplicate)
    pages = {row.page for row in moved.select_related("page")}
    moved.update(person=kept)
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page.specific)


def _rewrite_revisions(duplicate: Person, kept: Person) -> None:
    """Drafts and earlier versions hold the key of the author."""
    named = Revision.objects.annotate(text=Cast("content", TextField()))
    named = named.filter(text__regex=rf'"person": {duplicate.pk}[,}}]')
    for revision in named.iterator(chunk_size=50):
        content = json.loads(json.dumps(revision.content))
        content["authors"] = _without_double(content.get("authors", []), duplicate.pk, kept.pk)
        Revision.objects.filter(pk=revision.pk).update(content=content)


def _without_double(rows: list[dict[str, Any]], duplicate: int, kept: int) -> list[dict[str, Any]]:
    seen: set[int] = set()
    written = []
    for row in rows:
        person = kept if row.get("person") == duplicate else row.get("person")
        if person is None or person not in seen:
            written.append({**row, "person": person})
        seen |= {person} if person else set()
    return written


def _move_other_rows(duplicate: Person, kept: Person) -> None:
    """What apps above refer to people with; where there can be only one row, that of `kept` stays."""
    for relation in Person._meta.related_objects:
        if relation.related_model is PageAuthor:
            continue
        rows = relation.related_model._base_manager.filter(**{relation.field.name: duplicate})
        taken = relation.one_to_one and relation.related_model._base_manager.filter(**{relation.field.name: kept})
        if taken and taken.exists():
            continue
        rows.update(**{relation.field.name: kept})
