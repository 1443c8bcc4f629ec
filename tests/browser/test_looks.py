"""A guide is one sheet of paper; every page of the tests is kept as a picture for people to look at."""

import os
from pathlib import Path

import pypdfium2
import pytest

from docs.screenshots.gallery import file_name, shoot, write_index

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
LOOKS = ((360, "light"), (1280, "dark"))  # `make screenshots` has all four


@pytest.mark.parametrize("guide", ["contributor", "reviewer"])
def test_a_guide_is_printed_on_one_sheet(visit, committed, home, guide):
    page = visit(f"/help/{guide}/")
    page.evaluate("for (const one of document.images) one.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(printed) == 1


@pytest.mark.skipif(
    os.environ.get("CI") != "true", reason="pictures for people: on the build server, or make screenshots"
)
def test_every_page_is_kept_as_a_picture(visit, addresses):
    folder = ROOT / "build" / "screenshots"
    page = visit("/")
    for name, address in addresses.items():
        page.goto(address)
        shoot(page, name, folder, LOOKS)
    index = write_index(folder, addresses, LOOKS).read_text(encoding="utf-8")
    for name in addresses:
        for look in LOOKS:
            assert (folder / file_name(name, *look)).stat().st_size > 1000 and file_name(name, *look) in index
