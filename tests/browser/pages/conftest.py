"""A portal for each group of screens: they are looked at, and nothing is changed."""

import pytest

from tests.browser.shared import portal_with_its_own_data


@pytest.fixture
def portal(
    chromium, migrated, requests, django_db_blocker, tmp_path_factory, transactional_db, django_db_serialized_rollback
):  # fmt: skip
    """`portal.open(path, user)`: a page of a portal that has no content yet."""
    with (
        django_db_blocker.unblock(),
        portal_with_its_own_data(chromium, migrated, tmp_path_factory.mktemp("portal"), requests) as made,
    ):
        yield made


@pytest.fixture(scope="session")
def transactional_db():
    """Only says that there has to be a test database: the portal empties it itself."""


@pytest.fixture(scope="session")
def django_db_serialized_rollback():
    """Only says that it has to be kept as the migrations left it."""


@pytest.fixture(autouse=True)
def media():
    """The portal has a folder for its files."""


@pytest.fixture(autouse=True)
def no_index_yet():
    """The portal has an index."""
