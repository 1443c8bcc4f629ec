"""Which of the places and people search engines should know: those with something to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.content.models import School

from . import counts

if TYPE_CHECKING:
    from django.db.models import Model


def filled_shelves() -> list[Model]:
    """Learning areas, networks, schools and people with readable pages."""
    places = [
        *counts.areas(),
        *counts.networks(),
        *counts.schools(School.objects.all()),
        *counts.people_of(counts.published_people()),
    ]
    return [one.record for one in places if one.count]
