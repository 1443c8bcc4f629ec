"""What search engines read about a person and a school beside the page: no more than the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.citing.metadata import json_ld

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from portal.content.models import Person, School


def about_person(person: Person, request: HttpRequest) -> SafeString:
    """A page about an author (schema.org's `ProfilePage`)."""
    about: dict[str, Any] = {
        "@type": "Person",
        "name": str(person),
        "givenName": person.given_name,
        "familyName": person.family_name,
        "alternateName": person.name_en,
        "jobTitle": person.position,
        "affiliation": _organisation(person.school, request) if person.school else None,
        "url": request.build_absolute_uri(person.get_absolute_url()),
    }
    main = {key: value for key, value in about.items() if value}
    return json_ld({"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": main})


def about_school(school: School, request: HttpRequest) -> SafeString:
    """A school, with its code in the ministry's register."""
    return json_ld({"@context": "https://schema.org", **_organisation(school, request), "identifier": school.code})


def _organisation(school: School, request: HttpRequest) -> dict[str, Any]:
    url = request.build_absolute_uri(school.get_absolute_url())
    return {"@type": "School", "name": school.name, "url": url}
