"""The pictures of the documentation are those that the script makes, and it looks at every template."""

import re
from pathlib import Path

import pytest
from PIL import Image

from docs.screenshots.gallery import write_index
from docs.screenshots.pictures import FOLDER, PICTURES
from docs.screenshots.templates import NOT_SHOWN, VIEWS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MOST = 150 * 1024  # bytes of one picture
MOST_OF_ALL = 3 * 1024 * 1024
NAMES = {picture.name for picture in PICTURES}


def shown_on(page: Path) -> list[tuple[str, str]]:
    """What stands for each picture, and its path."""
    return re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_is_made_by_the_script_and_said_in_words(page):
    for words, target in shown_on(page):
        path = (page.parent / target).resolve()
        assert path.parent == FOLDER and path.stem in NAMES, target
        assert path.exists(), f"make screenshots: {target}"
        assert len(words) > 20, f"say what is seen: {target}"


def test_no_picture_is_made_for_nothing():
    shown = {Path(target).stem for page in PAGES for _words, target in shown_on(page)}
    assert shown == NAMES
    assert {path.stem for path in FOLDER.iterdir()} == NAMES


def test_the_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert {name: size for name, size in sizes.items() if size > MOST} == {}
    assert sum(sizes.values()) < MOST_OF_ALL


def test_the_pictures_have_the_width_that_the_script_gives():
    for picture in PICTURES:
        with Image.open(FOLDER / f"{picture.name}.webp") as made:
            assert made.width == picture.width or (picture.part and made.width <= picture.width), picture.name


def _parent(template: str) -> str:
    path = ROOT / "templates" / template
    found = re.search(r'{%\s*extends "([^"]+)"', path.read_text(encoding="utf-8")) if path.exists() else None
    return found[1] if found and found[1] != template else ""


def _is_whole_page(template: str) -> bool:
    while parent := _parent(template):
        template = parent
    return template == "base.html"


def test_every_template_of_a_page_is_looked_at_or_says_why_not():
    folder = ROOT / "templates"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    frames = {_parent(name) for name in names}
    looked_at = {view.template for view in VIEWS}
    whole = {name for name in names - frames if _is_whole_page(name)}
    assert looked_at & set(NOT_SHOWN) == set()
    assert whole == (looked_at | set(NOT_SHOWN)) & whole, "add them to docs/screenshots/templates.py"
    assert (looked_at | set(NOT_SHOWN)) <= names


def test_the_page_of_all_templates_shows_each_in_every_look(tmp_path):
    text = write_index(tmp_path, ["home/home", "<b>"]).read_text(encoding="utf-8")
    for picture in ("360-light", "360-dark", "1280-light", "1280-dark"):
        assert f'src="home-home-{picture}.jpg"' in text
    assert "<b>" not in text
