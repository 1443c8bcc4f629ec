"""Notices on their shelf, plugins made up for one test, and whole portals of their own in a folder."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from portal.plugins import PortalPlugin
from tests import factories, sample_plugin
from tests.sample_plugin.notices.models import NoticeIndexPage, NoticePage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def notice_index(home) -> NoticeIndexPage:
    """The shelf of the notices, published."""
    return factories.make_page(home, NoticeIndexPage, "ประกาศ")


@pytest.fixture
def notice(notice_index) -> NoticePage:
    """A published notice."""
    return factories.make_page(
        notice_index, NoticePage, "กำหนดการประชุมศึกษานิเทศก์", posted_on=date(2026, 11, 20), text="ประชุมที่ห้องราชพฤกษ์"
    )


@pytest.fixture
def invent_plugin():
    """`invent_plugin("odd", menu_items=lambda self: [...])`: a plugin that is not installed, for the checks."""

    def invent(label: str, **attributes) -> PortalPlugin:
        plugin = type(f"{label.title()}Plugin", (PortalPlugin,), {"label": label, **attributes})(label, sample_plugin)
        plugin.apps, plugin.models = apps, attributes.get("models", {})
        return plugin

    return invent


class Portal:
    """A portal of its own: a data folder, and commands run in a process that has only the named plugins."""

    def __init__(self, folder: Path, plugins: str) -> None:
        self.folder, self.plugins = folder, plugins

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """A Python process with this portal's settings."""
        return subprocess.run(
            [sys.executable, *arguments], capture_output=True, check=False, **self._surroundings(environment)
        )

    def start(self, code: str) -> subprocess.Popen:
        """A worker process that runs `code` with Django set up, and is talked to over pipes."""
        command = [sys.executable, "-W", "ignore", "-c", f"import django; django.setup()\n{code}"]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **self._surroundings({}))

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        """One management command."""
        return self.run("manage.py", *arguments)

    def ask(self, code: str) -> dict:
        """Run `code` with Django set up; it fills the dictionary `answer`."""
        frame = f"import django, json; django.setup()\nanswer = {{}}\n{code}\nprint(json.dumps(answer))"
        done = self.run("-W", "ignore", "-c", frame)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def _surroundings(self, environment: dict[str, str]) -> dict:
        settings = {
            "DJANGO_SETTINGS_MODULE": "portal.settings.development",
            "PORTAL_DATA_DIR": str(self.folder),
            "PORTAL_PLUGINS": self.plugins,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "ALLOWED_HOSTS": "testserver,localhost",
        }
        return {"cwd": ROOT, "env": {**os.environ, **settings, **environment}, "text": True}


FILL = """
from datetime import date
from tests import factories
from home.models import HomePage
from innovations.models import InnovationIndexPage, InnovationPage
from search.backends import get_backend
from tests.sample_plugin.notices.models import NoticeIndexPage, NoticePage
with get_backend().rebuild() as build:
    build.publish()
home = HomePage.objects.get()
shelf = factories.make_manual_index(home)
factories.make_process(factories.make_manual(shelf))
works = factories.make_page(home, InnovationIndexPage, "นวัตกรรมการนิเทศ")
factories.make_page(works, InnovationPage, "นิเทศแบบพี่พานั่ง", problem="ครูใหม่ขาดผู้ชี้แนะ")
notices = factories.make_page(home, NoticeIndexPage, "ประกาศ")
factories.make_page(notices, NoticePage, "ประชุมศึกษานิเทศก์", posted_on=date(2026, 11, 20))
factories.make_admin()
"""
EVERYTHING = "manuals,innovations,tests.sample_plugin.notices.apps.NoticesPlugin"


@pytest.fixture(scope="session")
def full_portal(tmp_path_factory, migrated_file) -> Portal:
    """A portal with pages of every plugin, in a database file of its own. Copied, never changed."""
    portal = Portal(tmp_path_factory.mktemp("portal"), EVERYTHING)
    shutil.copy(migrated_file, portal.folder / "portal.sqlite3")
    portal.ask(FILL)
    return portal


@pytest.fixture
def portal_with(full_portal, tmp_path):
    """`portal_with("innovations")`: a copy of the full portal, started with only these plugins."""

    def copy(plugins: str) -> Portal:
        folder = tmp_path / "data"
        shutil.copytree(full_portal.folder, folder, dirs_exist_ok=True)
        return Portal(folder, plugins)

    return copy


def forget_type(page: Page) -> Page:
    """Make a page one of a plugin that is gone, as far as Django knows: its content type names no installed model."""
    gone = ContentType.objects.get_or_create(app_label="gone", model="gonepage")[0]
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    return Page.objects.get(pk=page.pk)
