"""The office of the site, and its settings as an administrator edits them."""

import pytest

from portal.content.models import OfficeSettings


@pytest.fixture
def office(home) -> OfficeSettings:
    """The settings of the site's office."""
    return OfficeSettings.for_site(home.get_site())


@pytest.fixture
def address(office) -> str:
    """Where the settings are edited."""
    return f"/admin/settings/content/officesettings/{office.site_id}/"


@pytest.fixture
def typed(office, admin_client, address) -> dict:
    """What the form of the settings sends when nobody changes anything."""
    form = admin_client.get(address).context["form"]
    order = form["front_page"].field.widget.get_context("front_page", "[]", {})["rows"]
    values = {name: form[name].value() or "" for name in form.fields if name != "front_page"}
    keys = [row.key for row in order]
    return {**values, "front_page": keys, "front_page-shown": keys}
