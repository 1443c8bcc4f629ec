"""The public pages of the registries: glossary, laws, forms; and the privacy notice."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from portal.thai.sort import initial

from .models import FormTemplate, FormVersion, GlossaryTerm, LegalReference, PrivacyNotice
from .where_used import pages_using


def glossary(request: HttpRequest) -> HttpResponse:
    """All terms in the order of a Thai dictionary, under their letters."""
    by_letter = groupby(GlossaryTerm.objects.all(), key=lambda term: initial(term.term))
    groups = [(letter, _anchor(letter), list(terms)) for letter, terms in by_letter]
    return render(request, "glossary/index.html", {"groups": groups})


def glossary_term(request: HttpRequest, slug: str) -> HttpResponse:
    """One term, and where it is used."""
    term = get_object_or_404(GlossaryTerm, slug=slug)
    return render(request, "glossary/term.html", {"term": term, "used_in": pages_using(term, request)})


def laws(request: HttpRequest) -> HttpResponse:
    """All laws under their kinds, those of the highest rank first."""
    every = list(LegalReference.objects.select_related("document"))
    groups = [(kind.label, [law for law in every if law.kind == kind]) for kind in LegalReference.Kind]
    return render(request, "laws/index.html", {"groups": [(label, found) for label, found in groups if found]})


def law(request: HttpRequest, slug: str) -> HttpResponse:
    """One law, and where it is used."""
    found = get_object_or_404(LegalReference.objects.select_related("document"), slug=slug)
    return render(request, "laws/law.html", {"law": found, "used_in": pages_using(found, request)})


def forms(request: HttpRequest) -> HttpResponse:
    """All forms with their current files."""
    return render(request, "forms/index.html", {"forms": FormTemplate.objects.prefetch_related("versions__document")})


def form(request: HttpRequest, slug: str) -> HttpResponse:
    """One form with its versions, and where it is used. `?replaced=N` comes from an old version's address."""
    found = get_object_or_404(FormTemplate.objects.prefetch_related("versions__document"), slug=slug)
    versions = sorted(found.versions.all(), key=lambda version: version.number, reverse=True)
    asked = request.GET.get("replaced", "")
    context = {
        "form": found,
        "versions": versions,
        "current": found.current,
        "replaced": next((version for version in versions[1:] if str(version.number) == asked), None),
        "used_in": pages_using(found, request),
    }
    return render(request, "forms/form.html", context)


def form_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The file of a version; an old one forwards to the form's page, which says that it was replaced."""
    version = get_object_or_404(FormVersion.objects.select_related("form", "document"), form__slug=slug, number=number)
    if version.form.current == version:
        return redirect(version.document.url)
    return redirect(f"{version.form.get_absolute_url()}?replaced={number}")


def privacy(request: HttpRequest) -> HttpResponse:
    """What the portal keeps about people, in the office's words."""
    return render(request, "office/privacy.html", {"notice": PrivacyNotice.for_request(request)})


def _anchor(letter: str) -> str:
    """An ASCII name for the section of a letter."""
    names = {"0-9": "letter-digits", "#": "letter-other"}
    return names.get(letter) or f"letter-{ord(letter):04x}"
