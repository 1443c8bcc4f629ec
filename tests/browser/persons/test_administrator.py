"""An administrator switches a plugin off and on again, after reading what that hides."""

import pytest
from django.urls import reverse

from innovations.models import BestPracticePage
from tests import factories
from tests.innovations.making import make_shelf, make_work

from .making import teacher

pytestmark = pytest.mark.browser
PANEL = "/admin/extensions/"
MY_WORKS = ".menu a[href='/innovations/my/']"


@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_gone_from_the_site_at_once_its_pages_stay_and_it_comes_back(portal, width):
    home = factories.make_home()
    shelf = make_shelf(home, BestPracticePage)
    work = make_work(home, BestPracticePage, f"อ่านคล่อง {width}")
    admin = portal.open(PANEL, factories.make_admin(f"admin{width}"), width=width)
    contributor = portal.open("/", teacher(), width=width)
    entry = contributor.locator(f".menu a[href='{shelf.url}']")
    assert entry.count() == 1 and contributor.locator(MY_WORKS).count() == 1
    switch(admin, "off")
    contributor.reload()
    assert entry.count() == 0 and contributor.locator(MY_WORKS).count() == 0
    assert contributor.goto(reverse("my_works:list")).status == 404
    assert contributor.goto(work.url).status == 200
    switch(admin, "on")
    contributor.goto("/")
    assert entry.count() == 1 and contributor.locator(MY_WORKS).count() == 1


def switch(admin, way: str) -> None:
    """From the panel to the question and back."""
    admin.goto(PANEL)
    admin.locator("main a[href$='/extensions/innovations/']").first.click()
    with admin.expect_navigation():
        admin.locator(f"button[name=switch][value={way}]").click()
