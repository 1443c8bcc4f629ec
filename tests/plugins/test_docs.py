"""docs/plugins.md and the plugin API say the same, and the tutorial in it works as it is written."""

import inspect
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from portal import plugins
from portal.plugins import API_VERSION, HomeSection, MenuItem, PortalPlugin, SearchSource
from search.sources import PageFacet

from .conftest import Portal

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample_plugin"
FILE = re.compile(r"^`([\w/.]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OF_DJANGO = {"import_models", "is_portal_plugin", "default"}


@pytest.fixture(scope="module")
def docs() -> str:
    return (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")


def section(docs: str, heading: str) -> str:
    """What stands below a heading, up to the next of any level."""
    return re.split(r"^#+ ", docs.split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str) -> list[str]:
    """First cells of a table's rows that are code."""
    return re.findall(r"^\| `([\w.]+)` \|", text, re.MULTILINE)


def own_names() -> dict[str, object]:
    return {name: value for name, value in vars(PortalPlugin).items() if not name.startswith("_")}


def test_every_extension_point_has_its_section(docs):
    methods = {name for name, value in own_names().items() if inspect.isfunction(value)} - OF_DJANGO
    assert set(re.findall(r"^### `(\w+)\(\)`$", docs, re.MULTILINE)) == methods


def test_every_attribute_of_the_class_is_described(docs):
    attributes = {name for name, value in own_names().items() if not inspect.isfunction(value)} - OF_DJANGO
    assert set(table(section(docs, "## The plugin class"))) == attributes


@pytest.mark.parametrize(("method", "value"), [("menu_items", MenuItem), ("home_sections", HomeSection)])
def test_every_field_of_a_value_is_described_in_its_order(docs, method, value):
    described = section(docs, f"### `{method}()`")
    assert f"| Field of `{value.__name__}` |" in described
    assert table(described) == [field.name for field in fields(value)]


@pytest.mark.parametrize(("method", "value"), [("menu_items", MenuItem), ("home_sections", HomeSection)])
def test_the_default_order_is_the_one_described(docs, method, value):
    [default] = [field.default for field in fields(value) if field.name == "order"]
    assert f"| `order` | {default} |" in section(docs, f"### `{method}()`")


def test_every_property_of_a_search_source_is_described(docs):
    properties = [name for name, value in vars(SearchSource).items() if isinstance(value, property)]
    assert table(section(docs, "### `search_sources()`")) == properties


def test_every_field_of_a_filter_is_described_in_its_order(docs):
    assert table(section(docs, "#### Filters of a plugin")) == [field.name for field in fields(PageFacet)]


def test_the_defaults_of_the_class_are_the_ones_described(docs):
    assert f'| `requires_portal` | `"{PortalPlugin.requires_portal}"` |' in docs


def test_the_version_is_the_one_described(docs):
    assert f"The plugin API is version **{API_VERSION}**." in docs


def test_all_that_is_promised_is_named_and_nothing_else(docs):
    promised = re.search(r"from portal\.plugins import \((.*?)\)", docs, re.DOTALL)
    assert re.findall(r"\w+", promised[1]) == plugins.__all__


def test_every_check_is_described(docs):
    source = (ROOT / "portal" / "plugins" / "checks.py").read_text(encoding="utf-8")
    numbers = set(re.findall(r"portal\.plugins\.[EW]\d{3}", source))
    assert set(table(section(docs, "## What the portal checks when it starts"))) == numbers


def test_the_tutorial_is_the_sample_plugin(docs):
    written = dict(FILE.findall(docs))
    there = {str(path.relative_to(SAMPLE)) for path in SAMPLE.rglob("*") if path.suffix in (".py", ".html", ".toml")}
    assert set(written) == {path for path in there if "__init__" not in path and "migrations" not in path}
    for path, text in written.items():
        sample = (SAMPLE / path).read_text(encoding="utf-8").replace("tests.sample_plugin.notices", "notices")
        assert text == sample, path


def test_the_tutorial_works_as_written(docs, tmp_path):
    """Its files in a folder, its commands in a new portal; the class is named by its path instead of `pip install`."""
    folder = tmp_path / "portal-notices"
    for path, text in FILE.findall(docs):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for package in ("notices", "notices/migrations"):
        (folder / package).mkdir(exist_ok=True)
        (folder / package / "__init__.py").touch()
    portal = Portal(tmp_path / "data", "manuals,innovations,notices.apps.NoticesPlugin")

    commands = re.findall(r"^\.venv/bin/python (manage\.py .*)$", section(docs, "### 6. Install it and name it"), re.M)
    assert len(commands) == 3
    for command in commands:
        done = portal.run(*shlex.split(command), PYTHONPATH=f"{ROOT}:{folder}")
        assert done.returncode == 0, done.stderr
    assert "notices.apps.NoticesPlugin" in done.stdout
    assert (folder / "notices" / "migrations" / "0001_initial.py").exists()


def test_every_link_of_the_docs_leads_somewhere(docs):
    for target in re.findall(r"\]\((\.\./[^)]+)\)", docs):
        assert (ROOT / "docs" / target).exists(), target
