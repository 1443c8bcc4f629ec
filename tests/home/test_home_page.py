"""The home page when there is little to show."""

import pytest

from portal.plugins.models import SwitchedOffPlugin
from tests.factories import make_private, make_process

pytestmark = pytest.mark.django_db
NOTHING = "ยังไม่มีเนื้อหาที่เผยแพร่"


def test_a_new_portal_says_that_nothing_is_published_and_what_to_do(client, home):
    page = client.get("/").content.decode()
    assert NOTHING in page and "/admin/" in page


def test_a_portal_whose_sections_are_switched_off_does_not_call_itself_empty(client, manual):
    make_process(manual)
    SwitchedOffPlugin.objects.create(label="manuals")
    assert NOTHING not in client.get("/").content.decode()


def test_what_only_some_may_read_does_not_make_the_portal_look_filled(client, manual):
    make_private(manual.get_parent())
    assert NOTHING in client.get("/").content.decode()
