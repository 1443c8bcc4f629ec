"""The embedded index as tests use it."""

from search.answering import answer
from search.backends import get_backend
from search.documents import SearchQuery
from search.draining import Drained, drain
from search.learning import pages_with
from search.models import IndexChange
from search.tree import Every


class SearchIndex:
    """An index in the test's own folder. Tests roll their changes back, so nothing is drained by itself."""

    def __init__(self) -> None:
        with get_backend().rebuild() as build:
            build.publish()

    def catch_up(self) -> Drained:
        """Apply all that waits."""
        drained = drain()
        assert not drained.unavailable
        return drained

    @property
    def pages(self) -> set[int]:
        """The keys of the pages that the index holds, once it has caught up."""
        self.catch_up()
        return set(get_backend().matching(Every()))

    def holds(self, page) -> bool:
        """Whether the page is in the index, once it has caught up."""
        return page.pk in self.pages

    def saying(self, text: str) -> set[int]:
        """The keys of the pages in which these letters stand, once the index has caught up."""
        self.catch_up()
        return pages_with([text], get_backend())

    def found(self, text: str, **asked) -> list[str]:
        """The titles that visitors find, once the index has caught up."""
        self.catch_up()
        return [hit.title for hit in answer(SearchQuery(text, **asked)).hits]

    @property
    def waiting(self) -> int:
        """How many changes wait."""
        return IndexChange.objects.waiting().count()
