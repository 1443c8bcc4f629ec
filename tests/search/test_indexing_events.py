"""Whatever changes what visitors find reaches the index."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Site

from manuals.models import ProcessForm, ProcessLaw, WorkProcessPage
from portal.content.models import (
    KnowledgeTag,
    LearningArea,
    LearningAreaTag,
    PageAttachment,
    PageTag,
    SchoolNetworkTag,
    WorkGroup,
)
from search.draining import settle_everything
from search.models import IndexChange
from tests import factories
from tests.manuals.making import make_process_with, placed, step
from tests.sample_plugin.notices.models import NoticePage


@pytest.fixture
def process(search_index, manual):
    """A published process that the index knows."""
    made = factories.make_process(manual, title="การจัดทำแผนนิเทศ", summary="ฉบับแรก")
    search_index.catch_up()
    return made


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_published_page_is_found_by_title_summary_and_text(search_index, manual):
    make_process_with(manual, step("ส่งแบบสำรวจห้องสมุดมีชีวิต"), title="งานห้องสมุด", summary="ยืมและคืนหนังสือ")
    for words in ("งานห้องสมุด", "คืนหนังสือ", "แบบสำรวจ"):
        assert search_index.found(words) == ["งานห้องสมุด"]


def test_a_new_title_takes_the_place_of_the_old_one(search_index, process):
    publish(process, title="การสังเกตชั้นเรียน")
    assert search_index.found("สังเกตชั้นเรียน") == ["การสังเกตชั้นเรียน"]
    assert search_index.saying("แผน") == set()


def test_saving_a_draft_writes_nothing_and_changes_nothing(search_index, process, django_assert_num_queries):
    before = IndexChange.objects.count()
    process.title = "ร่างที่ยังไม่เสร็จ"
    process.save_revision()
    new = factories.make_process(process.get_parent(), title="กระบวนงานใหม่ที่ยังร่างอยู่", live=False)
    new.save_revision()
    assert IndexChange.objects.count() == before
    assert search_index.saying("ร่าง") == set()
    assert not search_index.holds(new)


def test_an_unpublished_page_leaves_and_comes_back_when_published(search_index, process):
    process.unpublish()
    assert not search_index.holds(process)
    process.save_revision().publish()
    assert search_index.holds(process)


def test_a_deleted_page_leaves_with_all_below_it(search_index, process):
    manual = process.get_parent().specific
    manual.delete()
    assert search_index.pages.isdisjoint({process.pk, manual.pk})


def test_a_schedule_is_found_when_its_time_comes_and_not_before(search_index, manual):
    planned = factories.make_process(
        manual, title="งานที่ตั้งเวลาไว้", live=False, go_live_at=timezone.now() + timedelta(hours=1)
    )
    planned.save_revision(approved_go_live_at=planned.go_live_at).publish()
    assert not search_index.holds(planned)
    planned.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    revision = planned.revisions.latest("pk")
    revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert search_index.holds(planned)


def test_an_expired_page_leaves_when_the_timer_runs(search_index, process):
    Page.objects.filter(pk=process.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not search_index.holds(process)


def test_an_expired_page_leaves_at_any_occasion_before_the_timer_runs(search_index, process):
    process.expire_at = timezone.now() - timedelta(minutes=1)
    process.save()
    assert not search_index.holds(process)


def test_an_expired_page_is_not_shown_though_the_index_does_not_know_it_yet(search_index, process):
    Page.objects.filter(pk=process.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert search_index.found("แผนนิเทศ") == []


def test_a_withdrawn_page_leaves(search_index, process):
    process.withdrawn_at = timezone.now()
    process.save(update_fields=["withdrawn_at"])
    assert not search_index.holds(process)


def test_a_new_address_loses_nobody(search_index, process):
    publish(process, slug="another-address")
    assert search_index.found("แผนนิเทศ") == ["การจัดทำแผนนิเทศ"]


def test_a_copy_and_an_alias_are_found_and_follow_their_original(search_index, process):
    copy = process.copy(update_attrs={"slug": "copy", "title": "ฉบับคัดลอก"})
    alias = process.create_alias(update_slug="alias")
    assert {copy.pk, alias.pk} <= search_index.pages
    publish(process, summary="ฉบับปรับปรุงใหม่")
    assert search_index.saying("ปรับปรุง") == {process.pk, alias.pk}


def test_a_moved_page_stays_found(search_index, process, manual_index):
    other = factories.make_manual(manual_index, title="คู่มืออีกเล่ม")
    process.move(other, pos="last-child")
    assert search_index.holds(process)


@pytest.fixture
def tagged(search_index, process):
    """A process with a tag, a learning area, a school network and a work group, all of them in the index."""
    tag = KnowledgeTag.objects.create(name="เชิงรุก")
    PageTag.objects.create(tag=tag, content_object=process)
    SchoolNetworkTag.objects.create(tag=factories.make_network("ดอกคูน"), content_object=process)
    LearningAreaTag.objects.create(tag=LearningArea.objects.get(code="ma"), content_object=process)
    process.work_group = WorkGroup.objects.get(number=1)
    process.save()
    search_index.catch_up()
    return process


RENAMED = {
    "tag": lambda: KnowledgeTag.objects.get(),
    "school network": lambda: factories.make_network("ดอกคูน"),
    "learning area": lambda: LearningArea.objects.get(code="ma"),
    "work group": lambda: WorkGroup.objects.get(number=1),
}


@pytest.mark.parametrize("record", RENAMED.values(), ids=RENAMED)
def test_a_renamed_vocabulary_is_found_by_its_new_name(search_index, tagged, record):
    one = record()
    one.name = "เศรษฐกิจพอเพียง"
    one.save()
    assert search_index.saying("เศรษฐกิจพอเพียง") == {tagged.pk}


def test_a_deleted_tag_is_found_no_longer(search_index, tagged):
    assert search_index.saying("เชิงรุก") == {tagged.pk}
    KnowledgeTag.objects.all().delete()
    assert search_index.saying("เชิงรุก") == set()


def test_a_page_is_found_by_a_tag_that_is_given_or_taken_outside_of_the_editor(search_index, process):
    row = PageTag.objects.create(tag=KnowledgeTag.objects.create(name="สะเต็มศึกษา"), content_object=process)
    assert "การจัดทำแผนนิเทศ" in search_index.found("สะเต็มศึกษา")
    row.delete()
    assert "การจัดทำแผนนิเทศ" not in search_index.found("สะเต็มศึกษา")


def test_a_renamed_law_or_form_is_found_in_the_pages_that_cite_it(search_index, manual):
    law, form = factories.make_law("ระเบียบงานสารบรรณ"), factories.make_form("แบบบันทึกเวลา")
    page = make_process_with(
        manual,
        step("ประชุม", documents=[form]),
        title="งานธุรการ",
        laws=placed([ProcessLaw(law=law)]),
        forms=placed([ProcessForm(form=form)]),
    )
    assert search_index.saying("สารบรรณ") == {page.pk}
    law.title, form.title = "ระเบียบพัสดุกลาง", "แบบประเมินครู"
    law.save()
    form.save()
    assert search_index.saying("สารบรรณ") == set()
    assert search_index.saying("พัสดุ") == search_index.saying("ประเมิน") == {page.pk}


def test_a_renamed_file_is_found_by_its_new_title_and_a_deleted_one_is_not(search_index, process):
    document = factories.make_document("ปฏิทินปฏิบัติงาน")
    PageAttachment.objects.create(page=process, document=document)
    assert search_index.saying("ปฏิทิน") == {process.pk}
    document.title = "ตารางเวรประจำวัน"
    document.save()
    assert search_index.saying("ปฏิทิน") == set()
    assert search_index.saying("ตาราง") == {process.pk}
    document.delete()
    assert search_index.saying("ตาราง") == set()


def test_the_text_of_a_file_is_found_as_soon_as_it_was_read(search_index, process):
    document = factories.make_document("เอกสาร", content="นักเรียนปลูกผักบุ้งหลังอาคาร".encode())
    PageAttachment.objects.create(page=process, document=document)
    search_index.catch_up()
    call_command("run_timer", once=True)
    assert search_index.saying("ผักบุ้ง") == {process.pk}


def test_a_page_outside_of_every_site_is_not_found_until_a_site_leads_there(search_index, process, home):
    site = Site.objects.get()
    site.root_page = factories.make_manual_index(home, title="ชั้นว่าง")
    site.save()
    assert not search_index.holds(process)
    site.root_page = home
    site.save()
    assert search_index.holds(process)


def test_changes_that_nobody_announces_are_found_when_index_and_database_are_compared(search_index, process, manual):
    WorkProcessPage.objects.filter(pk=process.pk).update(withdrawn_at=timezone.now())
    assert search_index.holds(process)
    settle_everything()
    assert not search_index.holds(process)
    WorkProcessPage.objects.filter(pk=process.pk).update(withdrawn_at=None)
    settle_everything()
    assert search_index.holds(process)


def test_a_page_is_not_noted_again_for_each_of_its_rows(search_index, manual):
    make_process_with(manual, *(step(f"ขั้นที่ {number}") for number in range(20)), title="งานที่มีหลายขั้น")
    assert search_index.waiting < 6


def test_a_page_of_a_stranger_s_extension_is_found_by_its_schools(search_index, home):
    from tests.sample_plugin.notices.models import NoticeIndexPage

    shelf = factories.make_page(home, NoticeIndexPage, "ประกาศ")
    school = factories.make_school(name="โรงเรียนวัดคำน้ำแซบ", network="ภูผา")
    notice = factories.make_page(shelf, NoticePage, "ประชุมประจำเดือน", posted_on="2026-11-20", schools=[school])
    assert search_index.found("", chosen={"school": frozenset({school.code})}) == [notice.title]
    assert search_index.found("", chosen={"school_network": frozenset({school.network.slug})}) == [notice.title]
    school.name = "โรงเรียนวัดป่าเลไลยก์"
    school.save()
    assert search_index.found("ป่าเลไลยก์") == [notice.title]
