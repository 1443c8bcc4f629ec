"""docs/search.md is true: what it names exists, what it shows to type means what it says."""

import re
from pathlib import Path

import pytest

from search.forms import LONGEST_QUERY
from search.golden.reading import golden_set
from search.management.commands.evaluate_search import Command
from search.understanding.syntax import take_apart

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def test_it_names_every_setting_of_the_search_and_no_other():
    settings = set(re.findall(r"^((?:API_)?(?:SEARCH|SUGGEST)_[A-Z_]+)=", EXAMPLE, re.MULTILINE))
    assert settings == set(re.findall(r"`((?:API_)?(?:SEARCH|SUGGEST)_[A-Z_]+)`", PAGE))


@pytest.mark.parametrize(
    ("typed", "part"),
    [('"แผนการจัดการเรียนรู้"', "phrases"), ("นิเทศ -ออนไลน์", "excluded"), ("ห้องสมุด OR มุมหนังสือ", "groups")],
)
def test_what_it_shows_to_type_means_what_it_says(typed, part):
    assert f"`{typed}`" in PAGE
    assert getattr(take_apart(typed), part)


def test_its_numbers_are_those_of_the_code():
    assert f"{len(golden_set().questions)} questions" in PAGE
    assert f"{LONGEST_QUERY} letters" in PAGE


def test_the_options_it_names_are_those_of_the_command():
    usage = Command().create_parser("manage.py", "evaluate_search").format_help()
    line = re.search(r"manage\.py evaluate_search (.*)", PAGE)[1]
    assert all(option in usage for option in (*re.findall(r"--[a-z]+", line), "--engine", "--json"))


def test_the_figures_it_shows_keep_what_is_promised():
    figures = re.search(
        r"MRR@10 ([0-9.]+), hit@10 ([0-9.]+).*?recall@20 ([0-9.]+), precision@20 ([0-9.]+)", PAGE, re.DOTALL
    )
    assert [float(one) >= floor for one, floor in zip(figures.groups(), (0.94, 0.97, 0.985, 0.99), strict=True)] == [
        True
    ] * 4
