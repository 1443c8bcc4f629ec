"""A server that starts loads what the first requests need beside them, and starts without an index too."""

import pytest

from portal.warming import warm_up


@pytest.mark.django_db(transaction=True)
def test_a_portal_without_an_index_starts_and_says_so(settings, tmp_path, caplog):
    settings.SEARCH_URL = f"embedded://{tmp_path}/none"
    with caplog.at_level("INFO", logger="search.warming"):
        warm_up().join(timeout=60)
    assert "The search is not ready yet" in caplog.text
