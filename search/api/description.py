"""The API described: the OpenAPI document, and the same as a page for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja.openapi import get_schema

from search.facets import all_facets

from .operations import OPENSEARCH_TYPE, parameter

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from ninja import NinjaAPI


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of an operation, or a field of its answer; `path` as in `results[].title`."""

    path: str
    description: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as the page shows it."""

    name: str
    path: str
    summary: str
    description: str
    example: str
    parameters: tuple[Field, ...]
    fields: tuple[Field, ...]


def openapi(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The OpenAPI document, in the language asked for."""
    return JsonResponse(document(request, api), json_dumps_params={"ensure_ascii": False})


def documentation(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The page for people."""
    described = document(request, api)
    operations = tuple(
        _operation(path, methods["get"], described["components"]["schemas"])
        for path, methods in described["paths"].items()
    )
    context = {"operations": operations, "site": described["servers"][0]["url"]}
    return render(request, "search/api.html", context)


def document(request: HttpRequest, api: NinjaAPI) -> dict[str, Any]:
    """What OpenAPI says of the API here and now: its filters are those of the installed plugins."""
    described: dict[str, Any] = _translated(dict(get_schema(api, path_prefix=reverse("api"))))
    described["info"]["title"] = _("Search of the knowledge portal")
    described["info"]["description"] = _("Reads what every visitor may read. No key is needed.")
    described["servers"] = [{"url": f"{request.scheme}://{request.get_host()}"}]
    browser = described["paths"][f"{reverse('api')}suggest/opensearch/"]["get"]["responses"][200]
    browser["content"] = {OPENSEARCH_TYPE: browser["content"].pop("application/json")}
    for schema in described["components"]["schemas"].values():
        schema.pop("description", None)  # the classes' own, for those who read the code
    search = described["paths"][f"{reverse('api')}search/"]["get"]
    search["parameters"] += [
        {
            **parameter(
                facet.name, _("Filter “%(name)s”: keys as in the answer, several are OR.") % {"name": facet.label}
            ),
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "form",
            "explode": True,
        }
        for facet in all_facets()
    ]
    return described


def _operation(path: str, described: dict[str, Any], schemas: dict[str, Any]) -> Operation:
    answer = next(iter(described["responses"][200]["content"].values()))["schema"]
    return Operation(
        described["operationId"],
        path,
        described["summary"],
        described["description"],
        f"{path}?q=การนิเทศ",
        tuple(Field(one["name"], one["description"]) for one in described["parameters"]),
        tuple(_fields(answer, schemas)),
    )


def _fields(schema: dict[str, Any], schemas: dict[str, Any], prefix: str = "") -> list[Field]:
    """The fields of an answer, those within others behind them."""
    named = schemas.get(schema.get("$ref", "").rpartition("/")[2], schema)
    found: list[Field] = []
    for name, field in named.get("properties", {}).items():
        inner = field.get("items", {})
        path = f"{prefix}{name}"
        found.append(Field(path, field.get("description", ""), _type(field)))
        if "$ref" in inner and not name.endswith("_pieces"):
            found += _fields(inner, schemas, f"{path}[].")
        elif "$ref" in inner:
            found[-1] = Field(path, field.get("description", ""), "[{text, is_marked}]")
    return found


def _type(field: dict[str, Any]) -> str:
    kinds = [field, *field.get("anyOf", ())]
    return " | ".join(one["type"] for one in kinds if "type" in one)


def _translated(described: Any) -> Any:
    """Summaries and descriptions in the language of the request."""
    if isinstance(described, dict):
        return {
            key: _(value)
            if key in ("summary", "description") and isinstance(value, str) and value
            else _translated(value)
            for key, value in described.items()
        }
    return [_translated(one) for one in described] if isinstance(described, list) else described
