"""The collection in which files wait for publication."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Collection, CollectionViewRestriction

HELD = "ผลงานที่ยังไม่เผยแพร่"


def held_collection() -> Collection:
    """Return the collection, made when it is first needed; no group may read what lies in it."""
    found = Collection.objects.filter(name=HELD, depth=2).first()
    return found or _made()


@transaction.atomic
def _made() -> Collection:
    root = Collection.objects.select_for_update().get(pk=Collection.get_first_root_node().pk)
    found = Collection.objects.filter(name=HELD, depth=2).first()
    if found is None:
        found = root.add_child(instance=Collection(name=HELD))
        CollectionViewRestriction.objects.create(collection=found, restriction_type=CollectionViewRestriction.GROUPS)
    return found
