"""What every test starts from: a site with its home page, makers of pages and records, nothing kept between tests."""

from contextlib import closing

import pytest
from django.db import connection

from home.models import HomePage
from portal.later import Later
from portal.plugins import activation
from search import log_later
from tests import factories
from tests.migrated import into_memory, migrated_database
from tests.search.index import SearchIndex


@pytest.fixture(scope="session")
def migrated_file(pytestconfig):
    """A SQLite database with every migration run; to be copied."""
    return migrated_database(pytestconfig.cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, request):
    """Fill the database in memory before Django migrates it: there is nothing left to do then."""
    if connection.vendor == "postgresql" or connection.settings_dict["TEST"]["NAME"]:
        yield
        return
    with closing(into_memory(request.getfixturevalue("migrated_file"))):
        yield


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Uploads of a test go where the test's own files are."""
    settings.MEDIA_ROOT, settings.PRIVATE_FILES_ROOT = tmp_path / "media", tmp_path / "private"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def ask_again_what_is_active():
    """Which plugins are on is kept for a request; a test is none."""
    activation.forget()
    yield
    activation.forget()


@pytest.fixture(autouse=True)
def nothing_later(monkeypatch):
    """No thread writes into the database of another test: `log_later.write()` counts what was asked."""
    monkeypatch.setattr(Later, "ask", lambda later: None)
    yield
    log_later._waiting.clear()


@pytest.fixture(autouse=True)
def no_index_yet(settings, tmp_path):
    """A test that does not ask for an index has none, and none writes into another's."""
    settings.SEARCH_URL = f"embedded://{tmp_path}/search"


@pytest.fixture
def search_index(db, no_index_yet) -> SearchIndex:
    """An index of its own, empty at first. `search_index.catch_up()` does what else follows a commit."""
    return SearchIndex()


@pytest.fixture
def home(db) -> HomePage:
    """The home page of the site."""
    return factories.make_home()


@pytest.fixture
def make_page():
    """`make_page(parent, WorkProcessPage, "title", **fields)`: a published page; `live=False` for a draft."""
    return factories.make_page


@pytest.fixture
def manual_index(home):
    """The shelf of the manuals."""
    return factories.make_manual_index(home)


@pytest.fixture
def manual(manual_index):
    """A published manual with nothing in it."""
    return factories.make_manual(manual_index)


@pytest.fixture
def admin(db):
    """A superuser."""
    return factories.make_admin()


@pytest.fixture
def admin_client(client, admin):
    """A browser in which the superuser is signed in."""
    client.force_login(admin)
    return client
