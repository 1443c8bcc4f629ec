"""The public pages of the registries: glossary, laws, forms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from .models import FormTemplate, FormVersion, GlossaryTerm, LegalReference


def glossary(request: HttpRequest) -> HttpResponse:
    """All terms in the order of a Thai dictionary."""
    return render(request, "glossary/index.html", {"terms": GlossaryTerm.objects.all()})


def glossary_term(request: HttpRequest, slug: str) -> HttpResponse:
    """One term, and where it is used."""
    return render(request, "glossary/term.html", {"term": get_object_or_404(GlossaryTerm, slug=slug)})


def laws(request: HttpRequest) -> HttpResponse:
    """All laws."""
    return render(request, "laws/index.html", {"laws": LegalReference.objects.select_related("document")})


def law(request: HttpRequest, slug: str) -> HttpResponse:
    """One law, and where it is used."""
    return render(request, "laws/law.html", {"law": get_object_or_404(LegalReference, slug=slug)})


def forms(request: HttpRequest) -> HttpResponse:
    """All forms."""
    return render(request, "forms/index.html", {"forms": FormTemplate.objects.prefetch_related("versions__document")})


def form(request: HttpRequest, slug: str) -> HttpResponse:
    """One form with its versions, and where it is used."""
    return render(request, "forms/form.html", {"form": get_object_or_404(FormTemplate, slug=slug)})


def form_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The file of a version; an old one forwards to the form's page, which says that it was replaced."""
    version = get_object_or_404(FormVersion.objects.select_related("form", "document"), form__slug=slug, number=number)
    if version.form.current == version:
        return redirect(version.document.url)
    return redirect(f"{version.form.get_absolute_url()}?replaced={number}")
