"""The report of the site's history is filtered by the pieces of a name, however their marks and digits are typed."""

from functools import reduce
from operator import or_

import django_filters
from django.db.models import Q, QuerySet
from wagtail.admin.views.reports.audit_logging import SiteHistoryReportFilterSet

from portal.thai.digits import to_arabic, to_thai

from .spelling import pieces_of


class PiecesFilter(django_filters.CharFilter):
    """Every piece of what was typed has to stand in the field, in any order."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """Keep the rows that hold them all."""
        for piece in pieces_of(value or ""):
            spellings = {piece, to_arabic(piece), to_thai(piece)}
            wanted = [Q(**{f"{self.field_name}__icontains": spelling}) for spelling in spellings]
            qs = qs.filter(reduce(or_, wanted))
        return qs


def install() -> None:
    """Put it in the place of the plain filter."""
    filters = SiteHistoryReportFilterSet.base_filters
    filters["label"] = PiecesFilter(field_name="label", label=filters["label"].label)
