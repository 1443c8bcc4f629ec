"""The handbook and the guides, read in the portal."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted(path.stem for path in (ROOT / "docs").glob("*/th/*.md") if path.stem != "README")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", TEXTS)
def test_every_chapter_and_guide_is_read_in_the_portal(client, home, name):
    page = client.get(reverse("help_text", args=[name])).content.decode()
    assert '<article class="help" lang="th">' in page
    assert '.md"' not in page and "../" not in page  # what leads about in the repository leads about here


def test_the_handbook_leads_to_every_chapter_and_guide(client, home):
    page = client.get(reverse("help")).content.decode()
    for name in TEXTS:
        assert f'href="{reverse("help_text", args=[name])}"' in page


def test_pictures_are_static_files_that_keep_their_room(client, home):
    page = client.get(reverse("help_text", args=["contributor"])).content.decode()
    assert 'src="/static/handbook/my-works.webp"' in page and 'loading="lazy"' in page and "width=" in page
    assert finders.find("handbook/my-works.webp")


def test_there_is_nothing_else(client, home):
    assert client.get("/help/no-such-chapter/").status_code == 404


def test_editors_find_the_handbook_in_the_admin(admin_client, home):
    assert reverse("help") in admin_client.get(reverse("wagtailadmin_home")).content.decode()
