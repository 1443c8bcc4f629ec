"""What tests of the search share."""

import pytest

from search import answering

from .prepared import PreparedEngine


@pytest.fixture
def prepared(home, monkeypatch) -> PreparedEngine:
    """Every question is answered by what the test prepares."""
    engine = PreparedEngine()
    monkeypatch.setattr(answering, "answer", engine.answer)
    return engine
