"""The portal as an app: its manifest, its pictures, its service worker."""

import json
import re
from io import BytesIO

import pytest
from django.contrib.staticfiles import finders
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file

from portal.content.held_files import held_collection
from portal.content.models import OfficeSettings, PortalImage
from portal.content.palette import as_hex

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(home):
    return OfficeSettings.for_site(home.get_site())


def picture(client, name: str, key: str = "252") -> Image.Image:
    return Image.open(BytesIO(client.get(f"/app-icon/{key}/{name}.png").content)).convert("RGBA")


def test_the_manifest_names_the_office_and_pictures_that_are_there(client, office):
    office.portal_name, office.short_name, office.hue = "คลังความรู้ของเรา", "สพป.ธารคราม", 150
    office.save()
    answer = client.get("/manifest.webmanifest")
    said = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json" and "max-age" in answer["Cache-Control"]
    assert (said["name"], said["short_name"], said["theme_color"]) == (
        "คลังความรู้ของเรา",
        "สพป.ธารคราม",
        as_hex("cover", "light", 150),
    )
    for icon in said["icons"]:
        answer = client.get(icon["src"])
        assert "immutable" in answer["Cache-Control"]
        assert Image.open(BytesIO(answer.content)).size == tuple(map(int, icon["sizes"].split("x")))
    assert {(icon["sizes"], icon["purpose"]) for icon in said["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_the_style_sheet_and_the_app_show_the_same_colour():
    assert as_hex("cover", "light", 252) == "#123e6a"  # oklch(0.36 0.09 252), as Chromium paints it


def test_without_an_emblem_the_mark_has_the_colour_of_the_office(client, office):
    office.hue = 20
    office.save()
    full = picture(client, "maskable")
    assert "#{:02x}{:02x}{:02x}".format(*full.getpixel((2, 2))[:3]) == as_hex("cover", "light", 20)
    assert picture(client, "large").getpixel((0, 0))[3] == 0  # round corners


def test_the_emblem_stands_in_the_part_that_no_launcher_cuts_away(client, office):
    emblem = PortalImage.objects.create(title="ตรา", file=get_test_image_file(colour="red", size=(400, 200)))
    office.emblem = emblem
    office.save()
    maskable = picture(client, "maskable")
    assert maskable.getpixel((20, 256)) == (255, 255, 255, 255)
    assert maskable.getpixel((256, 256))[:2] == pytest.approx((255, 0), abs=3)
    assert picture(client, "large").getpixel((5, 256))[0] > 250 and picture(client, "large").getpixel((5, 5))[3] == 0


def test_an_emblem_for_few_is_not_shown_to_all(client, office):
    office.emblem = PortalImage.objects.create(
        title="ตรา", file=get_test_image_file(colour="red"), collection=held_collection()
    )
    office.save()
    assert picture(client, "maskable").getpixel((2, 2))[0] < 40


def test_an_unknown_picture_is_not_drawn(client, office):
    assert client.get("/app-icon/252/4096.png").status_code == 404


def test_the_worker_is_asked_for_each_time_and_names_files_that_are_there(client, office):
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript") and "no-cache" in answer["Cache-Control"]
    told = json.loads(re.search(r"PORTAL = (.*);\n", answer.content.decode())[1])
    for address in [*told["first"], told["worker"]]:
        assert finders.find(address.removeprefix("/static/")), address


def test_switched_off_the_worker_only_forgets(client, office, settings):
    settings.OFFLINE_READING = False
    script = client.get("/service-worker.js").content.decode()
    assert "offline-off.js" in script and "PORTAL" not in script
    assert "data-worker" not in client.get("/").content.decode()


def test_the_security_policy_allows_our_own_worker_and_manifest_only(client, office):
    policy = client.get("/")["Content-Security-Policy"]
    assert "worker-src 'self'" in policy and "manifest-src 'self'" in policy
