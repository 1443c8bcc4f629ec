"""A portal whose page cache is on."""

import pytest

from portal.caching import parts
from portal.content.models import OfficeSettings
from tests.factories import make_manual, make_manual_index, make_process


@pytest.fixture
def cached(settings, client, home, search_index):
    """An anonymous visitor of a portal that keeps its pages."""
    OfficeSettings.for_site(home.get_site())  # made when it is asked for first
    settings.PAGE_CACHE_MEGABYTES = 8
    return client


@pytest.fixture
def put_together(settings, client, home, search_index):
    """A visitor of a portal that keeps parts, and no whole pages."""
    OfficeSettings.for_site(home.get_site())
    settings.PAGE_PARTS_MEGABYTES = 8
    parts._store.cache_clear()
    yield client
    parts._store.cache_clear()


@pytest.fixture
def process(home):
    """A published process in a manual."""
    return make_process(make_manual(make_manual_index(home)))


@pytest.fixture
def is_kept(cached, monkeypatch):
    """`is_kept("/")`: whether the next visitor gets that page without its being made."""
    from portal.caching.kept import Kept

    given = []
    answer = Kept.answer
    monkeypatch.setattr(Kept, "answer", lambda self, request: given.append(request.path) or answer(self, request))

    def asked(path, **headers) -> bool:
        given.clear()
        cached.get(path, **headers)
        return bool(given)

    return asked
