"""Every screen, looked at in a browser: axe with no rule switched off and the portal's own rules, in every view."""

import pytest

from tests import factories
from tests.browser.looking import survey

from .places import account_places, contributors_places, reviewers_places, visitors_places

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("places", [visitors_places, contributors_places, reviewers_places, account_places])
def test_every_screen_keeps_every_rule(portal, places):
    there = places(factories.make_home())
    portal.index.catch_up()
    wrong = survey(portal, there)
    assert not wrong, "\n".join(wrong)
