"""Puts the demo district into the registries: its office, schools, words, laws and forms."""

from __future__ import annotations

from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Site

from . import glossary_use
from .demo_data import LAWS, NETWORKS, OFFICE, SCHOOLS, DemoForm, DemoFormVersion, DemoLaw, forms
from .demo_files import earlier_form_files, form_files
from .demo_glossary import glossary
from .models import (
    FormTemplate,
    FormVersion,
    GlossaryTerm,
    LegalReference,
    OfficeSettings,
    PortalDocument,
    School,
    SchoolNetwork,
)
from .models.forms import form_of


@transaction.atomic
def load() -> None:
    """Add what is missing; what is there, as a person may have changed it, stays."""
    _load_office()
    _load_schools()
    with glossary_use.suspended():
        for term in glossary():
            GlossaryTerm.objects.get_or_create(term=term.term, defaults={"meaning": term.meaning})
    for law in LAWS:
        _load_law(law)
    missing = [(form, record) for form in forms() if not (record := form_of(form.title, form.code)).versions.exists()]
    if missing:
        _load_files(missing)


def _load_office() -> None:
    office = OfficeSettings.for_site(Site.objects.get(is_default_site=True))
    if office.office_name != OfficeSettings._meta.get_field("office_name").default:
        return
    office.office_name, office.short_name, office.division = OFFICE.name, OFFICE.short_name, OFFICE.group
    office.address, office.email = OFFICE.address, OFFICE.email
    office.save()


def _load_schools() -> None:
    networks = {network.name: SchoolNetwork.objects.get_or_create(name=network.name)[0] for network in NETWORKS}
    for school in SCHOOLS:
        values = {"name": school.name, "subdistrict": school.subdistrict, "network": networks[school.network]}
        School.objects.get_or_create(code=school.code, defaults=values)


def _load_law(law: DemoLaw) -> None:
    record = LegalReference(title=law.title, kind=law.kind, year=law.year, status=law.status)
    if not LegalReference.objects.filter(key=record.make_key()).exists():
        record.save()


def _load_files(missing: list[tuple[DemoForm, FormTemplate]]) -> None:
    current, earlier = form_files(), earlier_form_files()
    for form, record in missing:
        for version in form.versions:
            content = earlier.get((form.code, version.number)) or current[form.code]
            _add_version(record, form, version, content)


def _add_version(record: FormTemplate, form: DemoForm, version: DemoFormVersion, content: bytes) -> None:
    name = f"{form.code} {form.title} {version.number}.docx"
    document = PortalDocument(title=f"{form.code} {form.title}", file=ContentFile(content, name=name))
    document.save()
    issued: date = version.issued
    FormVersion.objects.create(
        form=record, number=version.number, document=document, valid_from=issued, note=version.change
    )
