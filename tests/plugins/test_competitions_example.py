"""A stranger's package: built, installed with pip into a fresh environment, named, migrated, and its page requested."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "portal-competitions"
VISIT = """
import json
import django
django.setup()
from datetime import date
from django.test import Client
from home.models import HomePage
from portal_competitions.models import CompetitionIndexPage, CompetitionPage

calendar = CompetitionIndexPage(title="ปฏิทินการแข่งขัน")
HomePage.objects.get().add_child(instance=calendar)
page = CompetitionPage(title="แข่งขันคณิตศาสตร์", subject="คณิตศาสตร์", level="district", held_on=date(2027, 1, 15))
calendar.add_child(instance=page)
client = Client()
answer = client.get(page.url)
front = client.get("/").content.decode()
print(json.dumps({
    "url": page.url,
    "status": answer.status_code,
    "text": answer.content.decode(),
    "in the menu": f'href="{calendar.url}"' in front,
    "on the home page": page.url in front,
}))
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """The package's folder, copied: building leaves traces."""
    folder = tmp_path_factory.mktemp("source") / "portal-competitions"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    return folder


@pytest.fixture(scope="module")
def wheel(source) -> Path:
    """The built package."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", cwd=source)
    [built] = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the package. What the portal needs is borrowed from here: no network is asked."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    executable = folder / "bin" / "python"
    site_packages = next((folder / "lib").glob("python*/site-packages"))
    borrowed = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (site_packages / "borrowed.pth").write_text(borrowed, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(executable), "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-index", str(wheel), cwd=folder)
    return executable


@pytest.fixture(scope="module")
def portal(tmp_path_factory) -> dict[str, str]:
    """The surroundings of a portal that names the package beside its own plugins."""
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "PORTAL_DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "PORTAL_PLUGINS": "manuals,innovations,competitions",
        "ALLOWED_HOSTS": "testserver",
    }


def run(*command, cwd: Path, **environment: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "DJANGO"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**inherited, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_package_brings_its_templates_catalogue_and_migrations(wheel):
    names = {Path(name).name for name in ZipFile(wheel).namelist()}
    assert {"competition_page.html", "django.mo", "django.po", "0001_initial.py", "apps.py"} <= names


def test_the_portal_offers_its_pages(python, portal, tmp_path):
    run(python, "-m", "django", "migrate", "--verbosity", "0", cwd=tmp_path, **portal)
    run(python, "-m", "django", "check", "--database", "default", "--fail-level", "WARNING", cwd=tmp_path, **portal)
    listed = json.loads(run(python, "-m", "django", "plugins", "--json", cwd=tmp_path, **portal))["plugins"]
    [own] = [plugin for plugin in listed if plugin["name"] == "competitions"]
    assert (own["status"], own["version"], own["title"]) == ("active", "1.0.0", "การแข่งขันทางวิชาการ")

    seen = json.loads(run(python, "-W", "ignore", "-c", VISIT, cwd=tmp_path, **portal).splitlines()[-1])
    assert seen["status"] == 200
    assert "แข่งขันคณิตศาสตร์" in seen["text"] and "ระดับเขตพื้นที่การศึกษา" in seen["text"] and "2570" in seen["text"]
    assert seen["in the menu"] and seen["on the home page"]


def test_its_own_tests_pass_on_the_installed_package(python, source):
    shutil.rmtree(source / "portal_competitions")
    run(python, "-m", "pytest", "-p", "no:cacheprovider", cwd=source)


def test_no_line_of_the_portal_knows_of_it():
    packages = ("portal", "home", "manuals", "innovations", "search", "templates")
    for package in packages:
        for file in (ROOT / package).rglob("*"):
            if file.suffix in (".py", ".html"):
                assert "portal_competitions" not in file.read_text(encoding="utf-8"), file
