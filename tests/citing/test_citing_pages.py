"""What pages say about themselves, and the links and files that lead to them; nothing of what is not for everybody."""

import io
import json
import re

import pytest
import rispy
from django.utils import timezone
from django.utils.html import strip_tags
from PIL import Image
from pybtex.database import parse_string

from home.models import HomePage
from innovations.models import ResearchIndexPage, ResearchPage
from portal.content.models import PageAuthor, Person
from tests.factories import make_document, make_manual, make_page, make_private, make_process

HOSTILE = "อ่านเขียน </script><b>{ก} & 50% \\ด"


@pytest.fixture
def research(home):
    """A study by two, with a title that tries to break out of everything."""
    index = make_page(home, ResearchIndexPage, "งานวิจัย")
    page = make_page(
        index,
        ResearchPage,
        HOSTILE,
        title_en="Reading in 60 days",
        abstract="บรรทัดหนึ่ง\nบรรทัดสอง",
        keywords="การอ่าน, ป.1",
        levels=["p1"],
        full_text=make_document("ฉบับเต็ม", name="full.pdf"),
    )
    for number, (given, family) in enumerate([("พิมพ์ใจ", "ริมคราม"), ("วีระ", "ทุ่งฝ้าย")]):
        person = Person.objects.create(prefix="นาง", given_name=given, family_name=family)
        PageAuthor.objects.create(page=page, person=person, sort_order=number)
    return page


def linked_data(shown: str) -> dict:
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown, re.DOTALL)
    return json.loads(data)


def cited(shown: str) -> str:
    """The Thai citation of a page, as text."""
    [citation] = re.findall(r'id="cite-th"[^>]*>(.*?)</p>', shown, re.DOTALL)
    return strip_tags(citation)


def test_json_ld_names_authors_and_cannot_be_left_by_a_title(research, client):
    shown = client.get(research.url).text
    data = linked_data(shown)
    assert data["@type"] == "ScholarlyArticle"
    assert data["name"] == research.title
    assert [one["name"] for one in data["author"]] == ["พิมพ์ใจ ริมคราม", "วีระ ทุ่งฝ้าย"]
    assert data["license"].startswith("https://creativecommons.org/licenses/by-nc-sa/")
    assert data["encoding"]["contentUrl"].endswith("full.pdf")
    assert "<b>{ก}" not in shown


def test_scholars_dublin_core_and_messengers_find_their_tags(research, client):
    shown = client.get(research.url).text
    assert shown.count('<meta name="citation_author"') == 2
    assert '<meta name="citation_author" content="พิมพ์ใจ ริมคราม">' in shown
    assert re.search(r'<meta name="citation_pdf_url" content="http://\S+full.pdf">', shown)
    assert f'<meta name="citation_publication_date" content="{timezone.localdate():%Y/%m/%d}">' in shown
    assert '<meta name="DC.creator" content="วีระ ทุ่งฝ้าย">' in shown
    assert '<meta property="og:type" content="article">' in shown
    assert f'href="{research.get_site().root_url}/w/{research.pk}/"' in shown


def test_a_full_text_of_a_private_collection_is_not_named(research, client):
    from wagtail.models import Collection, CollectionViewRestriction

    held = Collection.get_first_root_node().add_child(name="ยังไม่เผยแพร่")
    CollectionViewRestriction.objects.create(collection=held, restriction_type="login")
    research.full_text.collection = held
    research.full_text.save()
    assert "citation_pdf_url" not in client.get(research.url).text


def test_bibtex_ris_and_csl_come_back_as_they_went(research, client):
    year = str(timezone.localdate().year)
    bib = parse_string(client.get(f"/cite/{research.pk}.bib").text, "bibtex")
    [entry] = bib.entries.values()
    assert entry.type == "techreport"
    assert [(one.first_names, one.last_names) for one in entry.persons["author"]] == [
        (["พิมพ์ใจ"], ["ริมคราม"]),
        (["วีระ"], ["ทุ่งฝ้าย"]),
    ]
    assert (entry.fields["year"], entry.fields["url"]) == (year, f"{research.get_site().root_url}/w/{research.pk}/")

    [record] = rispy.loads(client.get(f"/cite/{research.pk}.ris").text)
    assert record["authors"] == ["ริมคราม, พิมพ์ใจ", "ทุ่งฝ้าย, วีระ"]
    assert (record["type_of_reference"], record["title"], record["year"]) == ("RPRT", research.title, year)
    assert record["abstract"] == "บรรทัดหนึ่ง บรรทัดสอง"
    assert record["keywords"] == ["การอ่าน", "ป.1"]

    [item] = json.loads(client.get(f"/cite/{research.pk}.json").text)
    assert item["author"][0] == {"family": "ริมคราม", "given": "พิมพ์ใจ"}
    assert item["issued"]["date-parts"][0][0] == int(year)
    assert item["type"] == "report"


def test_the_office_is_the_author_of_its_manual(manual_index, client):
    manual = make_manual(manual_index, office="สพป.ธารคราม เขต 2")
    process = make_process(manual)
    assert "สพป.ธารคราม เขต 2. (" in cited(client.get(manual.url).text)
    assert f"ใน {manual.title}. " in cited(client.get(process.url).text)
    [entry] = parse_string(client.get(f"/cite/{process.pk}.bib").text, "bibtex").entries.values()
    assert (entry.type, entry.fields["booktitle"]) == ("incollection", manual.title)


def test_the_short_link_stays_when_the_page_moves(manual_index, client):
    manual = make_manual(manual_index)
    link = f"/w/{manual.pk}/"
    assert client.get(link)["Location"] == manual.full_url
    manual.slug = "moved"
    manual.save_revision().publish()
    response = client.get(link)
    assert (response.status_code, response["Location"]) == (301, manual.__class__.objects.get(pk=manual.pk).full_url)
    assert "moved" in response["Location"]


ADDRESSES = ("/w/{}/", "/w/{}/qr.svg", "/w/{}/qr.png", "/cite/{}.bib", "/cite/{}.ris", "/cite/{}.json")


@pytest.mark.parametrize("address", ADDRESSES)
def test_drafts_and_private_pages_cannot_be_guessed(manual, client, make_page, address):
    assert client.get(address.format(manual.pk)).status_code in (200, 301)
    draft = make_process(manual, live=False)
    assert client.get(address.format(draft.pk)).status_code == 404
    assert client.get(address.format(999_999)).status_code == 404
    make_private(manual)
    assert client.get(address.format(manual.pk)).status_code == 404
    assert client.get(address.format(HomePage.objects.get().pk)).status_code == 404


def test_a_withdrawn_work_says_so_at_its_short_link_and_is_cited_no_more(manual, client):
    manual.withdrawn_at = timezone.now()
    manual.save()
    assert client.get(f"/w/{manual.pk}/").status_code == 410
    assert client.get(f"/cite/{manual.pk}.bib").status_code == 404
    shown = client.get(manual.url).text
    assert "ld+json" not in shown
    assert 'class="cite"' not in shown


def test_a_private_page_shows_no_citation_to_those_who_may_read_it(manual, admin_client):
    make_private(manual)
    shown = admin_client.get(manual.url).text
    assert manual.title in shown
    assert "ld+json" not in shown
    assert f"/w/{manual.pk}/" not in shown


def test_the_qr_code_has_no_inline_style_and_a_size_for_posters(manual, client):
    drawn = client.get(f"/w/{manual.pk}/qr.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert "style" not in drawn.text
    picture = Image.open(io.BytesIO(client.get(f"/w/{manual.pk}/qr.png").content))
    assert picture.width >= 700


def test_all_below_a_page_costs_one_query(manual, django_assert_num_queries, rf):
    from django.template import Context, Template

    from portal.content.models import OfficeSettings

    request = rf.get(manual.url)
    page = type(manual).objects.get(pk=manual.pk)
    OfficeSettings.for_request(request)
    shown = "{% load citing %}{% citation_head page %}{% include 'components/about_page.html' %}"
    page.get_full_url(request)
    with django_assert_num_queries(1):
        Template(shown).render(Context({"page": page, "request": request}))
