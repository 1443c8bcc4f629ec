"""What visitors read of a work, and what they never see."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from lxml import html

from innovations.embeds import embed_of
from innovations.models import InnovationPage, ResearchPage, WorkPicture
from innovations.templatetags.works import running_text
from manuals.models import WorkProcessPage
from portal.content.models import PageAttachment, PageAuthor
from portal.content.renditions import prepare_waiting
from tests.factories import make_document, make_private

from .making import build_on, full_practice, make_image, make_person, make_work


def page_of(client, work):
    answer = client.get(work.url)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def text(node) -> str:
    return " ".join(node.text_content().split())


def test_a_full_best_practice_shows_all_of_its_parts_in_order_and_numbered(client, home):
    page = page_of(client, full_practice(home))
    numbers = [text(one) for one in page.xpath("//section[@class='part']/h2/span[1]")]
    assert numbers == [str(number) for number in range(1, 9)]
    assert [one.text for one in page.xpath("//ol[contains(@class, 'pdca')]//span[@class='l']")] == ["P", "D", "C", "A"]
    letters = page.xpath("//ol[contains(@class, 'pdca')]/li")
    assert len(letters[1].xpath(".//p")) == 2  # two steps of the same phase under one letter


def test_numbers_are_drawn_and_written(client, home):
    page = page_of(client, full_practice(home))
    first, second = page.xpath("//table[@class='change']")
    assert text(first.find("caption")).startswith("คำที่อ่านถูกเฉลี่ย")
    assert [text(row[2]) for row in first.xpath(".//tbody/tr")] == ["31", "88"]
    assert first.xpath(".//rect/@width") == ["31%", "88%"]
    assert [text(row[2]) for row in second.xpath(".//tbody/tr")] == ["19.5"]


def test_pictures_have_their_words_and_a_size_for_every_screen(client, home):
    work = full_practice(home)
    cache.clear()  # it remembers the sizes of other tests' pictures
    prepare_waiting()  # as the timer does
    pictures = page_of(client, work).xpath("//ul[contains(@class, 'gallery')]//img")
    assert [one.get("alt") for one in pictures] == ["หนังสือเปิดวางกลางโต๊ะ", "บัตรคำแปดใบ"]
    assert all(one.get("width") and one.get("height") and "320w" in one.get("srcset") for one in pictures)


def test_nothing_is_fetched_from_elsewhere_and_a_video_is_a_link_without_script(client, home):
    work = full_practice(home)
    answer = client.get(work.url)
    page = html.fromstring(answer.content.decode())
    assert not page.xpath("//iframe")
    youtube, other = page.xpath("//li[contains(@class, 'video')]")
    assert youtube.get("data-player").startswith("https://www.youtube-nocookie.com/embed/abcdefghijk")
    assert youtube.xpath(".//a/@href") == ["https://www.youtube.com/watch?v=abcdefghijk"]
    assert other.get("data-player") is None and other.xpath(".//a/@href") == ["https://example.org/film.html"]
    policy = answer["Content-Security-Policy"]
    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policy


def test_the_authors_stand_in_their_order_with_role_and_school(client, home):
    names = page_of(client, full_practice(home)).xpath("//ol[contains(@class, 'byline')]/li")
    assert "นางสาวพิมพ์ใจ ริมคราม" in text(names[0])
    assert "ผู้คิดหลัก" in text(names[0]) and "โรงเรียนบ้านห้วยครามวิทยา" in text(names[0])
    assert "วีระ" in text(names[1])


def test_files_say_what_they_are_and_the_licence_leads_to_its_text(client, home):
    page = page_of(client, full_practice(home))
    (file,) = page.xpath("//ul[@class='docs']/li")
    assert "PDF" in text(file) and "ชุดบัตรคำสามจังหวะ" in text(file)
    assert page.xpath("//a[@rel='license']/@href") == ["https://creativecommons.org/licenses/by-nc-sa/4.0/deed.th"]


def test_facts_lead_to_the_works_that_share_them(client, home):
    work = full_practice(home)
    links = page_of(client, work).xpath("//dl[@class='facts']//a/@href")
    shelf = work.get_parent().url
    assert {f"{shelf}?level=p1", f"{shelf}?academic_year=2569", f"{shelf}?school=9902010001"} <= set(links)


def test_a_study_has_its_two_languages_its_keywords_and_its_report(client, home):
    report = make_document("รายงานฉบับเต็ม", b"%PDF-1.4", "report.pdf")
    study = make_work(
        home,
        ResearchPage,
        "การพัฒนาชุดฝึกอ่าน",
        title_en="Development of reading exercises",
        abstract="งานวิจัยนี้มีวัตถุประสงค์",
        abstract_en="This study aims",
        keywords="การอ่าน, ชุดฝึก",
        research_kind="development",
        references="1. กขค (2560)\n2. งจฉ (2561)",
        full_text=report,
    )
    page = page_of(client, study)
    assert [text(one) for one in page.xpath("//article//*[@lang='en']")][:1] == ["Development of reading exercises"]
    assert [text(one) for one in page.xpath("//p[@class='keywords']/a")] == ["การอ่าน", "ชุดฝึก"]
    assert [text(one) for one in page.xpath("//ul[contains(@class, 'references')]/li")] == ["กขค (2560)", "งจฉ (2561)"]
    assert page.xpath(f"//a[@href='{report.url}']")
    assert page.xpath(f"//a[@href='{study.get_parent().url}?research_kind=development']")


def test_an_innovation_shows_its_model_with_the_words_for_it(client, home):
    work = make_work(
        home,
        InnovationPage,
        "นิเทศแบบพี่พานั่ง",
        problem="ครูใหม่ขาดผู้ชี้แนะ",
        design="ออกแบบร่วมกัน",
        model_diagram=make_image("แบบจำลอง"),
        diagram_alternative="วงกลมสามวงซ้อนกัน",
    )
    (figure,) = page_of(client, work).xpath("//figure[@class='diagram']")
    assert "วงกลมสามวงซ้อนกัน" in text(figure.xpath(".//details")[0])
    assert figure.xpath(".//img/@alt")


def test_what_builds_on_what_is_shown_both_ways_and_only_what_all_may_read(client, home, manual, make_page):
    process = make_page(manual, WorkProcessPage, "งานส่งเสริมการอ่าน")
    older, newer, draft = (make_work(home, title=title) for title in ("ห้องสมุดริมระเบียง", "อ่านคล่อง", "ยังไม่เสร็จ"))
    build_on(newer, process, older)
    build_on(draft, older, process)
    draft.unpublish()
    make_private(process)
    assert newer.title in text(page_of(client, older)) and draft.title not in text(page_of(client, older))
    assert process.title not in text(page_of(client, newer)) and older.title in text(page_of(client, newer))
    process.get_view_restrictions().delete()
    shown = page_of(client, process)
    assert text(shown.xpath("//*[@aria-labelledby='built-on-by-title']//a")[0]) == newer.title
    assert draft.title not in text(shown)


def test_a_withdrawn_work_is_gone_with_its_reason(client, home):
    work = make_work(home)
    type(work).objects.filter(pk=work.pk).update(withdrawn_at=timezone.now())
    assert client.get(work.url).status_code == 410


@pytest.mark.parametrize("rows", [2, 40])
def test_a_page_costs_the_same_however_long_it_is(client, home, rows, django_assert_num_queries):
    authors = [PageAuthor(person=make_person(f"ครู{number}")) for number in range(rows)]
    pictures = [WorkPicture(image=make_image(), alternative=f"ภาพที่ {number}") for number in range(rows)]
    files = [PageAttachment(document=make_document(f"ไฟล์ {number}")) for number in range(rows)]
    work = full_practice(home, authors=authors, pictures=pictures, attachments=files)
    client.get(work.url)  # renditions are made once
    with django_assert_num_queries(36):
        client.get(work.url)


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://youtu.be/abcdefghijk?si=x", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0"),
        (
            "https://m.youtube.com/shorts/abcdefghijk",
            "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0",
        ),
        (
            "https://vimeo.com/76979871/8272103f6e",
            "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e",
        ),
        ("https://www.youtube.com/@school", None),
        ("https://www.youtube.com/watch?v=abc%22onload", None),
        ("https://youtube.com.evil.example/watch?v=abcdefghijk", None),
        ("https://drive.google.com/file/d/1/preview", None),
    ],
)
def test_a_player_is_one_that_sets_no_cookies_or_none(address, player):
    embed = embed_of(address)
    assert (embed.url if embed else None) == player


def test_typed_text_becomes_paragraphs_and_lists_and_never_markup():
    typed = "ย่อหน้าแรก\nย่อหน้าที่สอง\n- ข้อหนึ่ง\n• ข้อสอง\n\n1) <b>หนึ่ง</b>\n๒. สอง"
    written = html.fromstring(f"<div>{running_text(typed)}</div>")
    assert [one.tag for one in written] == ["p", "p", "ul", "ul"]
    assert [text(one) for one in written.xpath(".//li")] == ["ข้อหนึ่ง", "ข้อสอง", "1) <b>หนึ่ง</b>", "๒. สอง"]
