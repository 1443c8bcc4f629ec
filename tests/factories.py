"""Makers of lifelike pages and records for tests; each takes what the test is about and fills in the rest."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.models import Locale, Page, PageViewRestriction, Site

from home.models import HomePage
from manuals.models import ManualIndexPage, WorkManualPage, WorkProcessPage
from portal.content.models import (
    FormTemplate,
    FormVersion,
    GlossaryTerm,
    LegalReference,
    PortalDocument,
    School,
    SchoolNetwork,
)


def make_home() -> HomePage:
    """The home page of the site; made anew where a test with real transactions emptied the database."""
    found = HomePage.objects.first()
    if found is None:
        ContentType.objects.clear_cache()  # their keys are new as well
        Locale.objects.get_or_create(language_code="th")
        root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
        found = root.add_child(instance=HomePage(title="หน้าแรก", slug="home"))
        Site.objects.update_or_create(hostname="localhost", defaults={"root_page": found, "is_default_site": True})
    return found


def make_page(parent: Page, model: type[Page], title: str, **fields) -> Page:
    """A page below `parent`, published through a revision as an editor would; `live=False` leaves it a draft."""
    live = fields.pop("live", True)
    page = model(title=title, live=False, **fields)
    parent.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return model.objects.get(pk=page.pk)


def make_manual_index(home: Page, **fields) -> ManualIndexPage:
    """The shelf of the manuals."""
    return make_page(home, ManualIndexPage, fields.pop("title", "คู่มือการปฏิบัติงาน"), **fields)


def make_manual(index: Page, **fields) -> WorkManualPage:
    """A manual on the shelf."""
    return make_page(index, WorkManualPage, fields.pop("title", "คู่มือการปฏิบัติงานศึกษานิเทศก์"), **fields)


def make_process(manual: Page, **fields) -> WorkProcessPage:
    """A process in a manual."""
    return make_page(manual, WorkProcessPage, fields.pop("title", "การนิเทศการจัดการศึกษา"), **fields)


def make_private(page: Page) -> PageViewRestriction:
    """Only those who sign in may read `page` and what is below it."""
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def make_admin(username: str = "admin", **fields):
    """A superuser."""
    return get_user_model().objects.create_superuser(username, "admin@example.org", "a-long-password", **fields)


def make_network(name: str = "ห้วยคราม") -> SchoolNetwork:
    """A school network."""
    return SchoolNetwork.objects.get_or_create(name=name)[0]


def make_school(
    code: str = "9902010001", name: str = "โรงเรียนบ้านห้วยครามวิทยา", network: str = "ห้วยคราม", **fields
) -> School:
    """A school in a network of that name."""
    return School.objects.create(code=code, name=name, network=make_network(network), **fields)


def make_term(term: str = "การนิเทศ", meaning: str = "การช่วยเหลือและแนะนำครู", **fields) -> GlossaryTerm:
    """A glossary term."""
    return GlossaryTerm.objects.create(term=term, meaning=meaning, **fields)


def make_law(title: str = "พระราชบัญญัติการศึกษาแห่งชาติ", **fields) -> LegalReference:
    """A law of 2542 in force."""
    values = {"kind": LegalReference.Kind.ACT, "year": 2542, **fields}
    return LegalReference.objects.create(title=title, **values)


def make_document(title: str = "แบบฟอร์ม", content: bytes = b"text", name: str = "form.txt") -> PortalDocument:
    """An uploaded file."""
    return PortalDocument.objects.create(title=title, file=ContentFile(content, name=name))


def make_form(title: str = "แบบนิเทศติดตาม", versions: int = 1, **fields) -> FormTemplate:
    """A form with that many versions of its file."""
    form = FormTemplate.objects.create(title=title, **fields)
    for number in range(1, versions + 1):
        FormVersion.objects.create(form=form, number=number, document=make_document(f"{title} {number}"))
    return FormTemplate.objects.get(pk=form.pk)
