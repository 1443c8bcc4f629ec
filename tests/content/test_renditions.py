"""Pictures in the formats and sizes that screens need, and no visitor who waits for them."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.utils import timezone
from lxml import html
from wagtail.images.tests.utils import get_test_image_file

from portal.content.models import PortalImage, PortalRendition
from portal.content.renditions import ALL, prepare_waiting
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Renditions of the test before, whose pictures had the same numbers."""
    cache.clear()


@pytest.fixture
def image():
    return PortalImage.objects.create(
        title="เด็กอ่านหนังสือ", description="เด็กสามคนอ่านหนังสือ", file=get_test_image_file(size=(1200, 900))
    )


def photo(image, place="column", **options):
    said = "".join(f" {name}={value}" for name, value in options.items())
    template = Template(f"{{% load pictures %}}{{% photo image '{place}'{said} %}}")
    return html.fromstring(template.render(Context({"image": PortalImage.objects.get(pk=image.pk)})))


def specs(image) -> set[str]:
    return set(PortalRendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def test_the_first_visitor_waits_for_one_small_picture_only(image):
    drawn = photo(image).find(".//img")
    assert specs(image) == {"width-640|format-webp"}
    assert (drawn.get("alt"), drawn.get("width"), drawn.get("height")) == ("เด็กสามคนอ่านหนังสือ", "640", "480")
    assert drawn.get("loading") == "lazy" and drawn.get("sizes") is None


def test_later_ones_get_what_their_browser_and_screen_need(image):
    photo(image)
    assert prepare_waiting() == 1
    assert specs(image) == set(ALL)
    picture = photo(image)
    (avif,) = picture.findall(".//source")
    drawn = picture.find(".//img")
    assert avif.get("type") == "image/avif" and ".avif 320w" in avif.get("srcset") and avif.get("sizes")
    assert all(f".webp {width}w" in drawn.get("srcset") for width in (320, 640, 960))
    assert prepare_waiting() == 0


def test_the_picture_at_the_top_is_fetched_at_once(image):
    drawn = photo(image, is_first="True").find(".//img")
    assert (drawn.get("loading"), drawn.get("fetchpriority")) == (None, "high")


def test_pictures_of_a_page_are_made_when_it_is_published(home, image):
    manual = factories.make_manual(factories.make_manual_index(home), cover=image)
    manual.save_revision().publish()
    assert prepare_waiting() == 1 and specs(image) == set(ALL)


def test_pictures_of_drafts_and_of_older_pages_wait_until_somebody_sees_them(home, image):
    index = factories.make_manual_index(home)
    draft = factories.make_manual(index, cover=image)
    draft.unpublish()
    older = factories.make_manual(index, cover=image)
    type(older).objects.filter(pk=older.pk).update(last_published_at=timezone.now() - timedelta(days=1))
    assert prepare_waiting() == 0


def test_a_lost_file_stops_neither_the_page_nor_the_other_pictures(image, caplog):
    lost = PortalImage.objects.create(title="หาย", file=get_test_image_file(filename="lost.png", size=(900, 600)))
    for each in (image, lost):
        photo(each)
    lost.file.storage.delete(lost.file.name)
    assert prepare_waiting() == 1
    assert "หาย" in caplog.text
    caplog.clear()
    assert prepare_waiting() == 0 and not caplog.text  # not each minute
    assert photo(lost).find(".//img").get("src")
