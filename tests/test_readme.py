"""The prose is true: what README and docs tell one to type exists."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_exist(page):
    makefile = text(ROOT / "Makefile")
    for target in set(re.findall(r"(?:^|`)make ([a-z][a-z-]+)", text(page), re.M)):
        assert re.search(rf"^{target}:", makefile, re.M), f"{page.name}: make {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_management_commands_exist(page):
    for command in set(re.findall(r"manage\.py ([a-z_]+)", text(page))):
        assert command in get_commands(), f"{page.name}: manage.py {command}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_exist(page):
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text(page)):
        assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_make_help_lists_every_public_target():
    makefile = text(ROOT / "Makefile")
    for target in ("install", "demo", "test", "check", "bench", "screenshots"):
        assert re.search(rf"^{target}:.*## ", makefile, re.M)
