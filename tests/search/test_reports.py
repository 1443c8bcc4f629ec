"""Reports of what is asked and not found: who sees them, what they count, and one click to each remedy."""

from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from search import log_later
from search.documents import Results
from search.models import DictionaryWord, SearchedQuery, SynonymGroup

ASKED, FAILED, FORGET = "asked", "failed", "forget"


class Links(HTMLParser):
    """Every address that a page links to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.urls.append(dict(attrs).get("href") or "")


def asked(text: str, times: int, misses: int = 0, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    SearchedQuery.objects.create(text=text, day=day, asked=times, found_nothing=misses)


def report(name: str) -> str:
    return reverse(f"search_reports:{name}")


def rows(client, name: str, **query) -> list[tuple[str, int, int]]:
    found = client.get(report(name), query).context["object_list"]
    return [(row["text"], row["times"], row["misses"]) for row in found]


def sign_in(client, group: str, *permissions: str):
    user = get_user_model().objects.create_user("somebody", "somebody@example.org", "a-long-password")
    made, _new = Group.objects.get_or_create(name=group)
    made.permissions.add(*Permission.objects.filter(codename__in=permissions))
    user.groups.add(made)
    client.force_login(user)
    return client


def remedies_for(page: str, question: str) -> dict[str, str]:
    """Path -> the whole address, of the links that carry a question."""
    urls = [url for url in Links(page).urls if [question] in parse_qs(urlsplit(url).query).values()]
    return {urlsplit(url).path: url for url in urls}


def test_questions_are_added_up_over_days(admin_client):
    asked("แผนการสอน", 4, days_ago=3)
    asked("แผนการสอน", 2, 1)
    asked("ใบลา", 9)

    assert rows(admin_client, ASKED) == [("ใบลา", 9, 0), ("แผนการสอน", 6, 1)]
    assert rows(admin_client, ASKED, ordering="text") == [("แผนการสอน", 6, 1), ("ใบลา", 9, 0)]
    assert rows(admin_client, ASKED, q="แผน") == [("แผนการสอน", 6, 1)]


def test_a_period_counts_only_its_days(admin_client):
    asked("แผนการสอน", 4, days_ago=40)
    asked("แผนการสอน", 2, days_ago=6)
    asked("เก่า", 5, days_ago=7)

    assert rows(admin_client, ASKED, period="7") == [("แผนการสอน", 2, 0)]
    assert rows(admin_client, ASKED, period="90") == [("แผนการสอน", 6, 0), ("เก่า", 5, 0)]
    day = timezone.localdate() - timedelta(days=40)
    thai = f"{day.day:02d}/{day.month:02d}/{day.year + 543}"
    assert rows(admin_client, ASKED, day_from=thai, day_to=thai) == [("แผนการสอน", 4, 0)]


def test_what_found_nothing_is_listed_until_it_is_found_again(admin_client):
    asked("เบิกค่าเดินทาง", 5, 5, days_ago=9)
    asked("ที่แก้แล้ว", 8, 8, days_ago=9)
    asked("ที่แก้แล้ว", 1, 0, days_ago=2)
    asked("ใบลา", 9)

    assert rows(admin_client, FAILED) == [("เบิกค่าเดินทาง", 5, 5)]


def test_an_empty_report_says_so(admin_client):
    for name in (ASKED, FAILED):
        assert admin_client.get(report(name)).status_code == 200


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_report_can_be_taken_along_with_thai_dates(admin_client, kind):
    asked("เบิกค่าเดินทาง", 5, 5)
    response = admin_client.get(report(FAILED), {"export": kind})
    content = b"".join(response.streaming_content)
    assert response.status_code == 200
    if kind == "csv":
        assert f"{timezone.localdate().year + 543}" in content.decode() and "เบิกค่าเดินทาง" in content.decode()


def test_each_failed_question_is_one_click_from_each_remedy(admin_client, home):
    asked("อนุบาลนักคิด", 3, 3)
    links = remedies_for(admin_client.get(report(FAILED)).content.decode(), "อนุบาลนักคิด")

    forms = {
        reverse("wagtailsnippets_search_synonymgroup:add"): ("form", "words"),
        reverse("wagtailsnippets_search_dictionaryword:add"): ("form", "word"),
        reverse("wagtailsearchpromotions:add"): ("form", "query_string"),
    }
    assert {*forms, reverse("search"), report(FORGET)} <= set(links)
    for path, (form, field) in forms.items():
        assert admin_client.get(links[path]).context[form][field].value() == "อนุบาลนักคิด"
    assert admin_client.get(links[reverse("search")]).context["query"] == "อนุบาลนักคิด"


def test_the_remedies_really_remedy(admin_client):
    asked("อนุบาลนักคิด", 3, 3)
    asked("เบิกค่าเดินทาง", 2, 2)
    page = admin_client.get(report(FAILED)).content.decode()
    word = remedies_for(page, "อนุบาลนักคิด")[reverse("wagtailsnippets_search_dictionaryword:add")]
    form = admin_client.get(word).context["form"]
    assert admin_client.post(urlsplit(word).path, {"word": form["word"].value()}).status_code == 302
    synonym = remedies_for(page, "เบิกค่าเดินทาง")[reverse("wagtailsnippets_search_synonymgroup:add")]
    words = admin_client.get(synonym).context["form"]["words"].value()
    assert admin_client.post(urlsplit(synonym).path, {"words": f"{words}\nไปราชการ"}).status_code == 302

    assert DictionaryWord.objects.get().word == "อนุบาลนักคิด"
    assert SynonymGroup.objects.get(words="เบิกค่าเดินทาง\nไปราชการ")


def test_of_a_question_of_several_words_the_unknown_one_is_offered_to_the_dictionary(admin_client):
    asked("โรงเรียน อนุบาลนักคิด 2569", 1, 1)
    page = admin_client.get(report(FAILED)).content.decode()
    assert reverse("wagtailsnippets_search_dictionaryword:add") in remedies_for(page, "อนุบาลนักคิด")


def test_only_what_looks_like_a_short_form_is_offered_as_one(admin_client):
    asked("กขค", 1, 1)
    asked("เบิกค่าเดินทาง", 1, 1)
    page = admin_client.get(report(FAILED)).content.decode()
    add = reverse("wagtailsnippets_search_abbreviation:add")
    assert add in remedies_for(page, "กขค") and add not in remedies_for(page, "เบิกค่าเดินทาง")


def test_a_question_is_escaped_wherever_it_is_shown(admin_client, home):
    asked("<script>alert(1)</script>", 3, 3)
    for address in (report(FAILED), reverse("wagtailadmin_home"), f"{report(FORGET)}?text=<script>alert(1)</script>"):
        page = admin_client.get(address).content.decode()
        assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


def test_editors_see_the_reports_in_the_menu_but_delete_nothing_from_the_log(client, home):
    asked("เบิกค่าเดินทาง", 3, 3)
    browser = sign_in(client, "ผู้จัดทำเนื้อหา")
    menu = browser.get(reverse("wagtailadmin_home")).content.decode()

    assert report(ASKED) in menu and report(FAILED) in menu
    assert report(FORGET) not in browser.get(report(FAILED)).content.decode()
    assert browser.post(report(FORGET), {"text": "เบิกค่าเดินทาง"}).status_code in (302, 403)
    assert SearchedQuery.objects.exists()


def test_others_see_neither_reports_nor_panel(client, home):
    asked("เบิกค่าเดินทาง", 3, 3)
    browser = sign_in(client, "others", "access_admin")
    page = browser.get(reverse("wagtailadmin_home")).content.decode()

    assert "เบิกค่าเดินทาง" not in page and report(ASKED) not in page
    for name in (ASKED, FAILED, FORGET):
        assert browser.get(report(name)).status_code in (302, 403)
    assert browser.get(reverse("wagtailsearchpromotions:chooser")).status_code in (302, 403)


def test_who_may_only_look_is_offered_no_form(client, home):
    asked("เบิกค่าเดินทาง", 3, 3)
    browser = sign_in(client, "lookers", "access_admin", "view_searchedquery")

    assert set(remedies_for(browser.get(report(FAILED)).content.decode(), "เบิกค่าเดินทาง")) == {reverse("search")}
    assert "เบิกค่าเดินทาง" not in browser.get(reverse("wagtailadmin_home")).content.decode()


def test_the_dashboard_shows_the_weeks_failures_with_their_remedies(client, home):
    asked("เบิกค่าเดินทาง", 3, 3)
    asked("นานแล้ว", 9, 9, days_ago=8)
    page = sign_in(client, "ผู้จัดทำเนื้อหา").get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("wagtailsnippets_search_synonymgroup:add") in remedies_for(page, "เบิกค่าเดินทาง")
    assert "นานแล้ว" not in page


def test_a_moderator_deletes_a_question_that_should_not_be_there(client, home):
    asked("คำไม่สุภาพ", 3, days_ago=1)
    asked("คำไม่สุภาพ", 3)
    asked("ใบลา", 3)
    browser = sign_in(client, "ผู้พิจารณา")

    assert "คำไม่สุภาพ" in browser.get(report(FORGET), {"text": "คำไม่สุภาพ"}).content.decode()
    assert SearchedQuery.objects.filter(text="คำไม่สุภาพ").count() == 2
    browser.post(report(FORGET), {"text": "คำไม่สุภาพ"})
    assert list(SearchedQuery.objects.values_list("text", flat=True)) == ["ใบลา"]
    assert browser.get(report(FORGET), {"text": "คำไม่สุภาพ"}).status_code == 200


def test_a_search_on_the_site_reaches_the_report_but_no_name(admin_client, prepared):
    prepared.results = Results()
    for question in ("ไม่มีสิ่งนี้ในคลัง", "นายสมชาย ใจดี"):
        assert admin_client.get("/search/", {"q": question}).status_code == 200
    log_later.write()

    assert rows(admin_client, FAILED) == [("ไม่มีสิ่งนี้ในคลัง", 1, 1)]
