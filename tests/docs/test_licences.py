"""THIRD-PARTY.md names what of others is kept here or installed, each with its licence."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
VENDORED = ("portal/static/portal/fonts", "tests/browser")


def test_every_requirement_has_its_licence():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    required = {found[0] for line in lines if (found := re.match(r"[A-Za-z][\w.-]*", line))}
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PAGE.partition("## Installed")[2], re.M)
    named = {name for licence, names in rows if licence.strip("-") for name in names.split(", ")} - {"packages"}
    assert named - {"---"} == required


def test_every_file_of_others_is_named_and_lies_beside_its_licence():
    named = re.findall(r"`([^`]+)`", PAGE.partition("## Installed")[0])
    patterns = [path for path in named if "/" in path]
    assert all(list(ROOT.glob(pattern)) for pattern in patterns)
    for folder in VENDORED:
        kept = {path for kind in ("*.woff2", "*.min.js", "*.ttf") for path in (ROOT / folder).glob(kind)}
        assert kept <= {path for pattern in patterns for path in ROOT.glob(pattern)}, folder
    for text in re.findall(r"\[text\]\(([^)]+)\)", PAGE):
        assert (ROOT / text).exists()
