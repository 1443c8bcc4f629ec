"""The components that every page may use, each with lifelike values."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlock

from portal.accounts.forms import PublicSignInForm
from portal.content.blocks import BODY_BLOCKS
from portal.content.models import KnowledgePage
from portal.content.style_sample import StyleSample
from portal.counting.forms import ClassUseForm

ABOUT: Final = "portal/css/about-page.css"


def samples(request: HttpRequest) -> Iterator[StyleSample]:
    """Those of `templates/components`. A new one joins here: a test misses it otherwise."""
    yield from _ways(request)
    yield from _forms()
    yield from _lists()
    yield from _of_a_page()


def blocks() -> Iterator[tuple[str, Any]]:
    """The blocks of running text with their own previews: a label, and the block bound to its value."""
    for name, block in StreamBlock(BODY_BLOCKS).child_blocks.items():
        yield str(block.label or name), block.bind(block.get_preview_value())


def _ways(request: HttpRequest) -> Iterator[StyleSample]:
    crumbs = [SimpleNamespace(title="คู่มือการปฏิบัติงาน", url="#"), SimpleNamespace(title="กลุ่มงานนิเทศ", url="#")]
    yield StyleSample(_("Breadcrumbs"), "components/breadcrumbs.html", {"crumbs": crumbs, "current": "ติดตามผลการอ่าน"})
    yield StyleSample(_("Pages of a list"), "components/pager.html", {"results": SimpleNamespace(page=4, pages=20)})
    yield StyleSample(_("Search as the matter of a page"), "components/search_box_big.html", {"query": "อ่านไม่ออก"})
    yield StyleSample(_("Draft"), "components/preview_banner.html")
    yield StyleSample(_("Link of a heading"), "components/anchor_link.html", {"anchor": "colours"}, (), "h3")
    yield StyleSample(_("Foot of the contents"), "components/reading_foot.html")


def _forms() -> Iterator[StyleSample]:
    signing_in = PublicSignInForm(data={"username": "", "password": ""})
    signing_in.fields["username"].widget.attrs.pop("autofocus", None)
    yield StyleSample(_("Form with errors"), "components/form_fields.html", {"form": signing_in}, (), "div.stack")
    use = ClassUseForm(data=QueryDict("level=&result=เด็กหญิงใจดี รักเรียน โทร 081 234 5678"))
    yield StyleSample(
        _("Form of a reader, with a warning"), "components/public_form.html", {"form": use}, (ABOUT,), "div.stack"
    )
    yield StyleSample(_("Where data go"), "components/privacy_line.html")


def _lists() -> Iterator[StyleSample]:
    file = SimpleNamespace(file_extension="pdf", get_file_size=1_258_291)
    yield StyleSample(_("Registers"), "components/registers.html")
    yield StyleSample(_("Kind and size of a file"), "components/file_facts.html", {"document": file}, (), "p")
    related = [SimpleNamespace(icon="sprout", kind_label="วิธีปฏิบัติที่เป็นเลิศ", url="#", title="อ่านคล่องใน 60 วัน")]
    yield StyleSample(_("Related"), "components/related.html", {"related": related * 2})
    using = [SimpleNamespace(kind="กระบวนงาน", url="#", title="งานนิเทศ ติดตาม และประเมินผล")]
    yield StyleSample(_("Where used"), "components/used_in.html", {"used_in": using})
    yield StyleSample(_("Used nowhere yet"), "components/used_in.html", {"used_in": []})


def _of_a_page() -> Iterator[StyleSample]:
    page = KnowledgePage.objects.readable().order_by("pk").first()
    if page is not None:
        about = {"page": page.specific}
        yield StyleSample(_("Below every page"), "components/about_page.html", about, (ABOUT,))
