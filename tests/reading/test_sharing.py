"""What is shared, copied and opened large: only pages that everybody may read, and nothing loaded from elsewhere."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.innovations.making import full_practice
from tests.manuals.making import make_chapter, make_full_process, make_process_with, paragraph


def soup_of(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_a_page_is_shared_to_line_by_a_plain_link_to_its_own_address(client, manual):
    page = make_full_process(manual)
    link = soup_of(client, page.url).select_one('.share a[href*="line.me"]')
    assert parse_qs(urlsplit(link["href"]).query)["url"] == [page.full_url]
    assert {"noopener", "noreferrer"} <= set(link["rel"])


def test_what_not_everybody_may_read_is_not_offered_for_sharing(admin_client, manual):
    page = make_full_process(manual)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    soup = soup_of(admin_client, page.url)
    assert soup.select_one(".steps")
    assert not soup.select(".share")


def test_every_heading_of_a_text_has_its_link_in_manuals_and_in_works(client, home, manual):
    make_chapter(manual, "บทนำ", body=[{"type": "heading", "value": "ที่มา"}, *paragraph("ก")])
    make_full_process(manual)
    practice = full_practice(home)
    for address, texts in ((manual.get_one_page_url(), "article.leaf"), (practice.url, ".work .part")):
        soup = soup_of(client, address)
        headings = soup.select(f"{texts} :is(h2, h3, h4)")
        assert len(headings) > 3
        for heading in headings:
            link = heading.select_one("a.anchor")
            assert link, heading
            assert link["href"] == f"#{heading['id']}"


def test_the_chart_stands_alone_on_a_page_that_leads_back_to_the_steps(client, manual):
    page = make_full_process(manual)
    soup = soup_of(client, f"{page.url}chart/")
    assert soup.select_one("main figure svg[role=img]")
    assert soup.select_one(f'main a[href="{page.url}#part-steps"]')
    assert soup_of(client, page.url).select_one("a[data-zoom]")["href"] == f"{page.url}chart/"


def test_the_chart_alone_is_guarded_as_its_process_is(client, manual):
    page = make_process_with(manual)
    assert soup_of(client, f"{page.url}chart/").select_one("main p")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"{page.url}chart/").status_code == 302
    page.expire_at = timezone.now() - timedelta(hours=1)
    page.save()
    assert client.get(f"{page.url}chart/").status_code == 404
