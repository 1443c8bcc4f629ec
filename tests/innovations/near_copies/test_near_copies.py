"""Near-copies: found in public pages, their files and works in review; nowhere else, and not by names alone."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils import timezone

from innovations.models import BestPracticePage, Sketch, WorkBasis
from innovations.models.review.setup import build
from innovations.near_copies import overlaps
from innovations.near_copies.shingles import common, cut_text, sample
from innovations.near_copies.sketches import catch_up, keep_published
from manuals.models import WorkManualPage
from portal.content.models import DocumentText, PageAttachment
from tests.factories import make_document, make_page, make_private
from tests.innovations.making import make_work

pytestmark = pytest.mark.django_db

COPIED = (
    "ครูจัดกิจกรรมคู่อ่านโดยให้นักเรียนที่อ่านคล่องนั่งคู่กับนักเรียนที่ยังอ่านไม่คล่อง อ่านออกเสียงพร้อมกันวันละยี่สิบนาทีก่อนเข้าเรียน "
    "แล้วบันทึกคำที่อ่านผิดลงในสมุดบันทึกของแต่ละคู่ ทุกวันศุกร์ครูนำคำเหล่านั้นมาทำเป็นเกมบัตรคำ นักเรียนได้ฝึกซ้ำโดยไม่รู้สึกว่าเป็นการสอบ "
    "เมื่อครบสี่สัปดาห์จึงทดสอบการอ่านอีกครั้งและเปลี่ยนคู่ตามผลที่ได้"
)
OWN = (
    "โรงเรียนตั้งอยู่ริมแม่น้ำ ฤดูฝนน้ำหลากทำให้นักเรียนเดินทางลำบาก คณะครูจึงจัดตารางเรียนแบบยืดหยุ่นและใช้ใบงานที่บ้าน "
    "ผู้ปกครองช่วยดูแลการทำใบงานและส่งภาพถ่ายผ่านไลน์ ผลการเรียนของนักเรียนไม่ลดลงแม้ในปีที่น้ำท่วมนานหกสัปดาห์"
)
OTHER = "การปลูกผักปลอดสารพิษในกระสอบช่วยให้นักเรียนเรียนรู้คณิตศาสตร์จากการชั่งตวงวัดและการคำนวณต้นทุนกำไรของโครงการอาหารกลางวัน"
LAW = "ตามพระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. ๒๕๔๒ และที่แก้ไขเพิ่มเติม "


@pytest.fixture(autouse=True)
def commits(django_capture_on_commit_callbacks):
    """What follows a commit is done when a test asks for it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def published(home, commits):
    """A public work that others copy from."""
    with commits():
        return make_work(home, title="คู่อ่านพาเพลิน", process=COPIED, importance=OTHER)


def draft_of(home, **fields):
    return make_work(home, title="อ่านออกทุกคน", summary="", live=False, **fields)


def test_copied_part_is_found_with_its_passage_and_share(home, published):
    found = overlaps(draft_of(home, process=COPIED.replace("สี่สัปดาห์", "แปดสัปดาห์"), importance=OWN))
    assert [overlap.page.pk for overlap in found] == [published.pk]
    assert 35 < found[0].percent < 75
    assert "โดยให้นักเรียนที่อ่านคล่องนั่งคู่กับนักเรียนที่ยังอ่านไม่คล่อง" in found[0].passages[0].text
    assert not found[0].is_credited
    shown = render_to_string("innovations/near_copies.html", {"overlaps": found})
    assert "คู่อ่านพาเพลิน" in shown
    assert "นั่งคู่กับ" in shown


def test_own_text_and_names_of_laws_are_no_copies(home, published, commits):
    with commits():
        make_work(home, title="งานอื่น", process=LAW + OTHER)
    assert overlaps(draft_of(home, process=LAW + OWN)) == []
    assert render_to_string("innovations/near_copies.html", {"overlaps": []}).strip() == ""


def test_what_is_credited_is_said_to_be(home, published):
    work = draft_of(home, process=COPIED)
    work.bases = [WorkBasis(built_on=published.knowledgepage_ptr)]
    assert [overlap.is_credited for overlap in overlaps(work)] == [True]


def test_manuals_and_files_are_compared_too(home, manual_index, commits):
    document = make_document("รายงาน")
    DocumentText.objects.update_or_create(
        document=document,
        defaults={"text": COPIED, "source_name": document.file.name, "source_hash": document.file_hash},
    )
    page = make_page(manual_index, WorkManualPage, "คู่มือ", live=False)
    page.attachments.add(PageAttachment(document=document))
    with commits():
        page.save_revision().publish()
    assert [overlap.page.pk for overlap in overlaps(draft_of(home, process=COPIED))] == [page.pk]


def test_another_work_in_review_is_compared_until_its_review_ends(home, commits):
    build(apps.get_model)
    owner = get_user_model().objects.create_user("teacher", "t@example.org", "a-long-password")
    other = make_work(home, title="งานที่ส่งแล้ว", process=COPIED, live=False, owner=owner)
    mine = draft_of(home, process=COPIED)
    assert overlaps(mine) == [], "a draft that nobody sent is nobody's business"
    with commits():
        state = other.get_workflow().start(other, owner)
    found = overlaps(mine)
    assert [(overlap.page.pk, overlap.is_in_review) for overlap in found] == [(other.pk, True)]
    state.cancel(user=owner)
    assert overlaps(mine) == []


@pytest.mark.parametrize("how", ["unpublished", "private", "withdrawn", "expired"])
def test_what_is_not_public_is_not_shown_to_reviewers_of_others(how, home, published):
    work = draft_of(home, process=COPIED)
    assert overlaps(work)
    if how == "unpublished":
        published.unpublish()
    elif how == "private":
        make_private(published)
    else:
        values = {"withdrawn_at": timezone.now()} if how == "withdrawn" else {"expire_at": timezone.now()}
        for name, value in values.items():
            setattr(published, name, value)
        published.save()
    assert overlaps(work) == []


def test_correction_of_a_published_work_is_no_copy_of_itself(home, published):
    assert overlaps(BestPracticePage.objects.get(pk=published.pk)) == []


def test_timer_makes_up_for_pages_without_sketch_and_does_nothing_twice(home, published):
    Sketch.objects.all().delete()
    assert catch_up() == 1
    assert catch_up() == 0
    document = make_document("รายงาน")
    published.attachments.add(PageAttachment(document=document))
    published.save()
    DocumentText.objects.update_or_create(document=document, defaults={"text": OWN, "source_name": document.file.name})
    assert catch_up() == 1, "its file was read later"
    assert catch_up() == 0
    assert Sketch.objects.filter(page=published.pk).exists()


def test_sketch_goes_with_the_page(home, published, commits):
    key = published.pk
    assert Sketch.objects.filter(page=key).exists()
    published.unpublish()
    assert not Sketch.objects.filter(page=key).exists()
    keep_published(key)
    assert not Sketch.objects.filter(page=key).exists()


def test_sample_of_a_part_is_part_of_the_sample_of_the_whole():
    part, whole = cut_text(COPIED).tokens, cut_text(f"{OWN}\n{COPIED}\n{OTHER}").tokens
    assert set(sample(part)) <= set(sample(whole))
    assert len(sample(part)) >= 3
    assert [stretch.words for stretch in common(part, whole)] == [len(part)]
