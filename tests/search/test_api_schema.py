"""The OpenAPI document is true: whatever it allows is answered in the form it says."""

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from hypothesis import HealthCheck, Phase, given, settings

from tests.factories import make_manual, make_process

QUESTIONS = 25  # of each operation
PATIENT = settings(
    max_examples=QUESTIONS,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(search_index, manual_index):
    """The API over a small index, as a tester of APIs reads it."""
    make_process(make_manual(manual_index), title="งานนิเทศภายใน")
    search_index.catch_up()
    return schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())


@pytest.mark.parametrize("path", ["/api/search/", "/api/suggest/", "/api/suggest/opensearch/"])
def test_any_question_is_answered_in_the_form_described(described, path):
    seen = []

    @PATIENT
    @given(case=described[path]["GET"].as_strategy())
    def asked(case):
        response = case.call()
        case.validate_response(response)
        seen.append(response.status_code)

    asked()
    assert set(seen) == {200} and len(seen) >= QUESTIONS // 2


def test_every_operation_is_described(described):
    assert sorted(described) == ["/api/search/", "/api/suggest/", "/api/suggest/opensearch/"]
