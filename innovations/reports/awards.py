"""The awards of a year, for its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from innovations.models import RecognitionLevel, WorkPage
from portal.statistics.periods import Period
from portal.statistics.yearly import Bar, YearTable, bars, published_in


def award_tables(period: Period) -> Iterator[YearTable]:
    """How many works reached each level of recognition, and which works were given an award elsewhere."""
    works = WorkPage.objects.filter(pk__in=published_in(period).values("pk"))
    reached = Counter(works.filter(recognition__isnull=False).values_list("recognition", flat=True))
    levels = [(level.name, reached[level.pk]) for level in RecognitionLevel.objects.all()]
    yield YearTable(
        _("Levels of recognition"), (_("level of recognition"), _("works")), bars(levels), _("No level is set up yet.")
    )
    given = works.exclude(award="").order_by("title").values_list("title", "award")
    rows = tuple(Bar(title, 1, notes=(award,)) for title, award in given)
    empty = _("No work of this year names an award.")
    yield YearTable(_("Awards given elsewhere"), (_("Work"), "", _("award")), rows, empty, is_list=True)
