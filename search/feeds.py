"""A feed of any search: whoever asks one question again and again is told when something new answers it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from portal.content.models import OfficeSettings

from . import answering
from .backends import SearchUnavailable
from .documents import Hit, SearchQuery
from .forms import read
from .links import address_of

_ENTRIES: Final = 30
_RETRY: Final = 300  # seconds

if TYPE_CHECKING:
    _Feed = Feed[Hit, "Followed"]
else:
    _Feed = Feed  # generic for type checkers only


@dataclass(frozen=True, slots=True)
class Followed:
    """The question that is followed, and whose portal it is asked of."""

    query: SearchQuery
    portal_name: str


class ResultsFeed(_Feed):
    """Atom, the newest first, in Thai as the pages are."""

    feed_type: type[SyndicationFeed] = Atom1Feed
    view_name = "search_feed"
    language = "th"

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The feed; 503 while the engine does not answer, so that readers come again."""
        try:
            return super().__call__(request, *args, **kwargs)
        except SearchUnavailable:
            text = _("The search does not answer at the moment")
            headers = {"Retry-After": str(_RETRY)}
            return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8", headers=headers)

    def get_object(self, request: HttpRequest) -> Followed:
        """The question of the address, whatever page or order it names."""
        query = replace(read(request.GET, size=_ENTRIES).query, page=1, sort="date")
        return Followed(query, OfficeSettings.for_request(request).portal_name)

    def title(self, followed: Followed) -> str:
        """“การนิเทศ” – the portal's name."""
        return f"“{followed.query.text}” – {followed.portal_name}" if followed.query.text else followed.portal_name

    def subtitle(self, followed: Followed) -> str:
        """What a feed reader shows below the name."""
        return _("New in this search, the latest first")

    description = subtitle  # as RSS calls it

    def link(self, followed: Followed) -> str:
        """The results page of the same question."""
        return address_of(replace(followed.query, sort="relevance"))

    def feed_url(self, followed: Followed) -> str:
        """The feed's own address, without what it does not heed."""
        return address_of(replace(followed.query, sort="relevance"), self.view_name)

    def items(self, followed: Followed) -> Sequence[Hit]:
        """The newest pages that answer."""
        return answering.answer(followed.query).hits

    def item_title(self, item: Hit) -> str:
        """Today's title, as plain text; the generator escapes it."""
        return item.title

    def item_description(self, item: Hit) -> str:
        """The extract without its marks."""
        return "".join(piece.text for piece in item.extract)

    def item_link(self, item: Hit) -> str:
        """Today's address."""
        return item.url

    def item_pubdate(self, item: Hit) -> datetime.datetime | None:
        """The day of first publication, as a moment."""
        if item.date is None:
            return None
        return timezone.make_aware(datetime.datetime.combine(item.date, datetime.time()))

    def item_categories(self, item: Hit) -> tuple[str, ...]:
        """The kind of page."""
        return (str(item.kind_label),)


class RssResultsFeed(ResultsFeed):
    """The same for readers that know nothing else."""

    feed_type = Rss201rev2Feed
    view_name = "search_feed_rss"
