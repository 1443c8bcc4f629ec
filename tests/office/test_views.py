"""The statement names the views in which the browser tests look."""

from portal import accessibility
from tests.browser import looking


def test_the_statement_names_just_the_views_of_the_browser_and_its_tools():
    assert {(view.scheme, view.width) for view in accessibility.VIEWS} == {view[:2] for view in looking.VIEWS}
    assert accessibility.NARROWEST == looking.NARROWEST
    assert f"axe v{accessibility.AXE_VERSION}" in looking.AXE[:60]
