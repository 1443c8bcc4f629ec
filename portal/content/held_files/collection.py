"""The collection in which files wait for publication."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from wagtail.models import Collection, CollectionViewRestriction

HELD: Final = "ผลงานที่ยังไม่เผยแพร่"


def held_collection() -> Collection:
    """Return the collection, made when it is first needed; no group may read what lies in it."""
    return _found() or _made()


def restricted_collections() -> set[int]:
    """Keys of all collections that not everybody may read, by a restriction of their own or from above."""
    restricted = Collection.objects.filter(view_restrictions__isnull=False)
    return {key for found in restricted for key in found.get_descendants(inclusive=True).values_list("pk", flat=True)}


def _found() -> Collection | None:
    nobody = CollectionViewRestriction.objects.filter(
        restriction_type=CollectionViewRestriction.GROUPS, groups__isnull=True
    )
    return Collection.objects.filter(name=HELD, depth=2, view_restrictions__in=nobody).first()


@transaction.atomic
def _made() -> Collection:
    root = Collection.objects.select_for_update().get(pk=Collection.get_first_root_node().pk)
    found = _found()
    if found is None:
        found = root.add_child(instance=Collection(name=HELD))
        CollectionViewRestriction.objects.create(collection=found, restriction_type=CollectionViewRestriction.GROUPS)
    return found
