"""The visitor's digits reach every number that is read, and nothing that machines read."""

import pytest
from bs4 import BeautifulSoup

from portal.content.models import OfficeSettings
from portal.thai.html_digits import write_digits
from tests.manuals.making import make_full_process

KEPT = [
    '<a href="/7/" id="step-4" title="4">ก</a>',
    '<script type="application/ld+json">{"year": 2569}</script>',
    "<textarea>12</textarea>",
    "<p>https://example.org/2569/ a1@b2.th PM2.5 CO<sub>2</sub></p>",
    '<p data-digits="keep"><span>12 <p>3</p></span></p>',
    "<p>&#39;&quot;</p>",
    "<!-- 12 > 3 -->",
]


@pytest.mark.parametrize("html", KEPT)
def test_addresses_names_codes_and_values_stay_as_they_are(html):
    assert write_digits(html, "thai") == html


@pytest.mark.parametrize(
    ("html", "thai"),
    [
        ("<p>พบ 46 เรื่อง</p>", "<p>พบ ๔๖ เรื่อง</p>"),
        ("<b>ป.1–ป.3</b> (2.1) &quot;15&quot; วัน", "<b>ป.๑–ป.๓</b> (๒.๑) &quot;๑๕&quot; วัน"),
        (
            '<i title="a > 1">1</i><svg><text x="4">4</text></svg>',
            '<i title="a > 1">๑</i><svg><text x="4">๔</text></svg>',
        ),
        ('<div data-digits="keep"><div>1</div>2</div>3', '<div data-digits="keep"><div>1</div>2</div>๓'),
    ],
)
def test_numbers_that_are_read_change_and_change_back(html, thai):
    assert write_digits(html, "thai") == thai
    assert write_digits(thai, "arabic") == html


def words(client, page):
    response = client.get(page.url)
    assert int(response.headers["Content-Length"]) == len(response.content)
    return BeautifulSoup(response.content, "html.parser")


def test_a_visitor_who_wants_thai_digits_has_them_in_numbers_dates_and_the_chart(client, manual):
    page = make_full_process(manual)
    client.cookies["reading_digits"] = "thai"
    soup = words(client, page)
    assert soup.select_one(".part-h > span").text == "๑"
    assert soup.select_one("svg text.num").text == "๑"
    assert soup.select_one("#step-4 .no").text.strip() == "๔"
    assert not any(letter in "0123456789" for letter in soup.select_one(".page-head .meta").text)


def test_a_visitor_who_wants_arabic_digits_goes_before_the_office(client, manual):
    page = make_full_process(manual)
    OfficeSettings.objects.update_or_create(site=manual.get_site(), defaults={"has_thai_digits": True})
    assert words(client, page).select_one(".part-h > span").text == "๑"
    client.cookies["reading_digits"] = "arabic"
    assert words(client, page).select_one(".part-h > span").text == "1"
