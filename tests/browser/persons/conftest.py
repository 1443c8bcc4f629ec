"""One portal for all tests of a person; each test that changes something works on a work of its own."""

import pytest

from tests import factories
from tests.browser.pages.conftest import django_db_serialized_rollback, media, no_index_yet, transactional_db
from tests.browser.shared import portal_with_its_own_data

__all__ = ["django_db_serialized_rollback", "media", "no_index_yet", "portal", "transactional_db"]
PATIENCE = 20_000  # milliseconds


@pytest.fixture(scope="module")
def portal(
    chromium, migrated, requests, django_db_blocker, tmp_path_factory, transactional_db, django_db_serialized_rollback
):  # fmt: skip
    """`portal.open(path, user, width)`: a page of a portal with nothing but a home page and the review as it comes."""
    with (
        django_db_blocker.unblock(),
        portal_with_its_own_data(chromium, migrated, tmp_path_factory.mktemp("portal"), requests) as made,
    ):
        factories.make_home()
        yield made
