"""`{% explain_terms %}`: marks the first use of each term in rendered HTML, and explains it after the text."""

import re
import time

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from portal.content.models import GlossaryTerm
from portal.content.term_finder import TermFinder
from portal.content.term_markup import mark_terms
from tests import factories

TEMPLATE = Template("{% load glossary %}{% explain_terms page %}{{ html|safe }}{% endexplain_terms %}")


def explained(html: str, request=None) -> str:
    return TEMPLATE.render(Context({"html": html, "page": None, "request": request or RequestFactory().get("/")}))


def buttons(html: str) -> list[str]:
    return re.findall(r"<button[^>]*>(.*?)</button>", html)


@pytest.fixture
def supervision(db):
    return factories.make_term("การนิเทศ", "การช่วยเหลือ <ครู>")


def test_the_first_use_becomes_a_button_and_the_meaning_follows(supervision):
    html = explained("<p>แผนการนิเทศ</p><p>ผลการนิเทศ</p>")
    assert html.startswith(
        f'<p>แผน<button type="button" class="term" popovertarget="gloss-{supervision.slug}">การนิเทศ</button></p>'
        "<p>ผลการนิเทศ</p>"
    )
    assert f'<span class="gloss" id="gloss-{supervision.slug}" popover role="note"><b>การนิเทศ</b>' in html
    assert "การช่วยเหลือ &lt;ครู&gt;" in html
    assert f'href="{supervision.get_absolute_url()}"' in html


@pytest.mark.parametrize(
    "html",
    [
        "<h2>การนิเทศ</h2>",
        '<a href="/x/"><span>การนิเทศ</span></a>',
        "<button>การนิเทศ</button>",
        "<svg viewBox='0 0 1 1'><title>การนิเทศ</title><text>การนิเทศ</text></svg>",
        "<code>การนิเทศ</code>",
        "<dt>การนิเทศ</dt>",
        "<!-- การนิเทศ -->",
        '<img alt="การนิเทศ" src="/x.png">',
        "<p>การ</p><p>นิเทศ</p>",
        "<p>การ<b>นิเทศ</b></p>",
    ],
)
def test_no_button_stands_where_none_may(supervision, html):
    assert explained(html) == html


def test_after_a_heading_the_text_is_explained(supervision):
    assert buttons(explained("<h2>การนิเทศ</h2><dl><dt>การนิเทศ</dt><dd>การนิเทศ คือ</dd></dl>")) == ["การนิเทศ"]


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ('<p>รู้<span class="nb">ตัวชี้วัด</span>ใด</p>', '<p>รู้<span class="nb">[ตัวชี้วัด]</span>ใด</p>'),
        ('<p>ตัว<span class="nb">ชี้วัด</span></p>', '<p>[ตัว<span class="nb">ชี้วัด</span>]</p>'),
        ('<p>ตัว<span class="nb">ชี้วัดนี้</span></p>', '<p>[ตัวชี้วัด]<span class="nb">นี้</span></p>'),
        ('<p><span class="nb">มีตัว</span>ชี้วัด</p>', '<p><span class="nb">มี</span>[ตัวชี้วัด]</p>'),
        ("<p>ตัว<wbr>ชี้วัด</p>", "<p>[ตัว<wbr>ชี้วัด]</p>"),
        ('<p>ตัว<span class="no">ชี้วัด</span></p>', '<p>ตัว<span class="no">ชี้วัด</span></p>'),
    ],
)
def test_words_kept_together_on_a_line_do_not_hide_a_term(html, marked):
    assert mark_terms(html, TermFinder([("x", "ตัวชี้วัด")]), lambda _match, use: f"[{use}]") == marked


def test_a_term_is_explained_once_in_two_blocks_of_a_page(supervision):
    request = RequestFactory().get("/")
    assert buttons(explained("<p>การนิเทศ</p>", request)) == ["การนิเทศ"]
    assert buttons(explained("<p>การนิเทศ</p>", request)) == []


def test_a_term_that_is_not_to_be_explained_stays_plain(supervision):
    GlossaryTerm.objects.update(is_underlined=False)
    assert explained("<p>การนิเทศ</p>") == "<p>การนิเทศ</p>"


def test_markup_in_a_term_or_text_is_never_let_through(db):
    factories.make_term("<script>x</script>", "<img src=x>")
    html = explained("<p>&lt;script&gt;x&lt;/script&gt;</p>")
    assert buttons(html) == ["&lt;script&gt;x&lt;/script&gt;"]
    assert "<script" not in html
    assert "<img" not in html


def test_the_terms_cost_one_query_a_request(supervision, django_assert_num_queries):
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        explained("<p>การนิเทศ</p>", request)
        explained("<p>อื่น</p>", request)


def test_a_long_page_with_many_terms_takes_little_time():
    words = ["โรงเรียน", "แผนงาน", "นักเรียน", "รายงาน", "งบประมาณ", "ตัวชี้วัด", "ครู", "ชุมชน", "หลักสูตร", "เครือข่าย"]
    terms = [f"{first}{second}" for first in words for second in words] + [
        f"{word} {n}" for word in words for n in range(10)
    ]
    html = "".join(f"<p>{words[n % 10]}ของ{words[n % 7]}และ{words[n % 3]}ที่ {n}</p>" for n in range(700))
    assert len(terms) == 200
    assert len(html.encode()) > 60_000
    finder = TermFinder(zip(terms, terms, strict=True))
    mark_terms(html, finder, lambda _match, use: use)
    started = time.perf_counter()
    mark_terms(html, finder, lambda _match, use: use)
    # 15 ms on a quiet machine; the bound is wide because tests share theirs
    assert time.perf_counter() - started < 0.15
