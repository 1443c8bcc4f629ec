"""Each built-in plugin taken out of PORTAL_PLUGINS while its pages are published: the rest of the portal goes on."""

import pytest
from django.db.migrations.loader import MigrationLoader

from portal.plugins import registry

from .conftest import EVERYTHING

LOOK = """
import logging
logging.disable(logging.CRITICAL)
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page
from portal.content.models import KnowledgePage
from portal.plugins.removed import is_removed

visitor, admin = Client(raise_request_exception=False), Client(raise_request_exception=False)
admin.force_login(get_user_model().objects.get())
pages = list(Page.objects.filter(depth__gt=1))
gone = [page for page in pages if is_removed(page)]

def status(client, address):
    return client.get(address).status_code

def text(client, address):
    return client.get(address).content.decode()

sitemap, front = text(visitor, "/sitemap.xml"), text(visitor, "/")
views = ["edit", "delete", "unpublish", "copy", "move", "history", "view_draft", "usage", "privacy"]
answer["gone"] = [page.title for page in gone]
answer["gone to visitors"] = [status(visitor, page.url) for page in gone]
answer["others to visitors"] = [status(visitor, page.url) for page in pages if page not in gone]
answer["in the sitemap"] = [page.url for page in gone if page.url in sitemap]
answer["on the front page"] = [page.title for page in gone if page.title in front]
answer["readable"] = KnowledgePage.objects.readable().filter(pk__in=[page.pk for page in gone]).count()
answer["found"] = [
    page.title for page in gone if f'href="{page.url}"' in text(visitor, "/search/?q=" + page.title)
]
answer["explorer"] = [status(admin, f"/admin/pages/{page.get_parent().pk}/") for page in gone]
answer["actions"] = [status(admin, f"/admin/pages/{page.pk}/{view}/") for page in gone for view in views]
answer["home deleted"] = admin.post(f"/admin/pages/{pages[0].pk}/delete/").status_code
answer["pages left"] = Page.objects.filter(depth__gt=1).count() == len(pages)
answer["panel"] = text(admin, "/admin/extensions/")
"""
LEFT = {
    "manuals": ["manualindexpage (1)", "workmanualpage (1)", "workprocesspage (1)"],
    "innovations": ["innovationindexpage (1)", "innovationpage (1)"],
}


@pytest.fixture(params=sorted(LEFT))
def removed(request) -> str:
    """The plugin that is taken out."""
    return request.param


@pytest.fixture
def rest(removed, portal_with):
    """The portal without it."""
    return portal_with(",".join(name for name in EVERYTHING.split(",") if name != removed))


def test_the_rest_serves_and_the_admin_explains(rest, removed):
    seen = rest.ask(LOOK)
    assert len(seen["gone"]) == len(LEFT[removed])
    assert set(seen["gone to visitors"]) == {404}
    assert set(seen["others to visitors"]) == {200}
    assert not seen["in the sitemap"] and not seen["on the front page"] and not seen["found"] and not seen["readable"]
    assert set(seen["explorer"]) == {200}
    assert set(seen["actions"]) == {409}
    assert seen["home deleted"] == 409 and seen["pages left"]
    assert removed in seen["panel"]


def test_the_rest_migrates_and_says_what_is_left(rest, removed):
    done = rest.manage("migrate")
    assert done.returncode == 0, done.stderr
    assert "portal.plugins.W002" in done.stderr
    assert all(left in done.stderr for left in LEFT[removed])


def test_the_server_warns_when_it_starts(rest, removed):
    done = rest.run("-c", "import portal.wsgi")
    assert done.returncode == 0, done.stderr
    assert f"The plugin '{removed}' is not in PORTAL_PLUGINS" in done.stderr
    done = rest.run("-c", "import asyncio\nasync def load():\n    import portal.asgi\nasyncio.run(load())")
    assert done.returncode == 0, done.stderr
    assert f"The plugin '{removed}' is not in PORTAL_PLUGINS" in done.stderr


def test_named_again_everything_is_back(rest, removed):
    rest.plugins = EVERYTHING
    seen = rest.ask(LOOK)
    assert seen["gone"] == [] and set(seen["others to visitors"]) == {200}
    assert rest.manage("check", "--database", "default", "--fail-level", "WARNING").returncode == 0


def test_a_new_portal_without_any_starts_from_nothing(tmp_path, full_portal):
    fresh = type(full_portal)(tmp_path, "")
    assert fresh.manage("migrate", "--verbosity", "0").returncode == 0
    assert fresh.ask("from django.test import Client\nanswer['/'] = Client().get('/').status_code") == {"/": 200}


def test_no_other_app_needs_the_tables_of_a_plugin():
    plugins = {plugin.label for plugin in registry.installed()}
    needs = {
        (label, needed)
        for (label, _name), migration in MigrationLoader(None).disk_migrations.items()
        for needed, _of in migration.dependencies
        if needed in plugins and needed != label
    }
    assert not needs


def test_a_server_whose_database_is_not_there_still_starts(tmp_path, full_portal):
    fresh = type(full_portal)(tmp_path, "manuals")
    done = fresh.run("-c", "import portal.wsgi")
    assert done.returncode == 0, done.stderr
    assert "Could not ask the database" in done.stderr
