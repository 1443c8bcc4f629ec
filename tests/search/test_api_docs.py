"""docs/api.md is true: its examples work, its answer has the shape of the real one, its tables are complete."""

import json
import re
from pathlib import Path

import pytest
from django.core.cache import cache

from search import title_memory
from search.documents import Facet, FacetValue, Notice, Recommendation, Results
from search.facets import all_facets

from .prepared import HIT

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"curl 'https://portal\.example\.org([^']+)'", TEXT)


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    title_memory.forget()


def shape(value):
    """The keys of a JSON value, all the way down; of lists their first value."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value).__name__


@pytest.mark.parametrize("address", EXAMPLES)
def test_every_example_is_answered(prepared, client, address):
    assert client.get(address).status_code == 200


def test_the_filters_of_the_examples_exist():
    named = {name for address in EXAMPLES for name in re.findall(r"[?&]([a-z_]+)=", address)}
    assert named - {"q", "page", "sort", "lang", "literal"} <= {facet.name for facet in all_facets()}


def test_the_answer_has_the_shape_of_a_real_one(prepared, client):
    prepared.results = Results(
        (HIT,),
        1,
        facets=(Facet("kind", "ประเภท", (FacetValue("process", "กระบวนงาน", 1),)),),
        notices=(Notice("keyboard", "dkiobgmL", "การนิเทศ"),),
        recommended=(Recommendation("ปฏิทินนิเทศ", "/calendar/"),),
        near=("การนิเทศภายใน",),
    )
    real = shape(client.get("/api/search/?q=dkiobgmL").json())
    written = shape(json.loads(re.search(r"```json\n(.*?)```", TEXT, re.S)[1]))
    for example in (real, written):
        example["results"][0]["files"][0]["extract_pieces"] = []
    assert written == real


def test_parameters_errors_and_kinds_are_complete(home, client):
    described = client.get("/api/openapi.json").json()
    parameters = {one["name"] for one in described["paths"]["/api/search/"]["get"]["parameters"]}
    assert parameters - {facet.name for facet in all_facets()} == set(re.findall(r"^\| `([a-z]+)` \|", TEXT, re.M))
    codes = described["components"]["schemas"]["ErrorOut"]["properties"]["code"]["enum"]
    assert set(codes) == set(re.findall(r"^\| \d{3} \| `([a-z_]+)`", TEXT, re.M))
    for kind in described["components"]["schemas"]["SuggestionOut"]["properties"]["kind"]["enum"]:
        assert f"`{kind}`" in TEXT


def test_the_limits_are_those_of_the_settings(settings):
    for name, rate in re.findall(r"^(\w+_RATE)=(\d+)/m", Path(".env.example").read_text(encoding="utf-8"), re.M):
        assert getattr(settings, name) == f"{rate}/m"
        assert rate in TEXT and name in TEXT
