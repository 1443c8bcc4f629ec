"""How these tests render: a template's source and the request that a page would have."""

import pytest
from django.template import engines


@pytest.fixture
def render(rf):
    """`render("{% load thai %}{{ x|nb }}", x="...")`, with a request to the home page unless another is given."""

    def rendered(source, request=None, **values):
        return engines["django"].from_string(source).render(values, request or rf.get("/"))

    return rendered
