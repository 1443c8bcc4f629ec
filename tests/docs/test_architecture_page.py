"""The drawing of docs/architecture.md is the house as its tests know it."""

import re
from pathlib import Path

from tests.architecture.test_imports import LAYERS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8")


def floors() -> list[set[str]]:
    """The names on each floor of the drawing, the highest first."""
    drawing = next(block for block in re.findall(r"```text\n(.*?)```", PAGE, re.S) if "+---" in block)
    stacks = re.split(r"^\s*\+-+\+\s*$", drawing, flags=re.M)[1:]
    return [set(re.findall(r"[a-z_.]+", stack)) & set(LAYERS) for stack in stacks if stack.strip()]


def test_the_drawing_has_every_package_once():
    drawn = [name for floor in floors() for name in floor]
    whole = {name for name in LAYERS if name != "portal.accounts.client_address"}  # a module, not a package
    assert sorted(drawn) == sorted(whole)


def test_the_floors_are_the_layers():
    heights = [{LAYERS[name] for name in floor} for floor in floors()]
    assert all(len(height) == 1 for height in heights), "one layer a floor"
    order = [height.pop() for height in heights]
    assert order == sorted(order, reverse=True)


def test_the_path_begins_at_the_reference_plugin():
    first = re.search(r"^1\. .*$", PAGE, re.M)
    assert first and "manuals/apps.py" in first[0]
