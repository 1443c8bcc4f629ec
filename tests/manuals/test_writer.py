"""A manual that is imported again is updated, never doubled, and what editors did meanwhile is respected."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.models import GroupPagePermission, Page, ReferenceIndex, Revision

from manuals.models import ManualChapterPage, WorkManualPage, WorkProcessPage
from manuals.writer import gone_from_file, save_manual, saving_manual
from portal.accounts.models import User
from portal.content.models import FormTemplate, GlossaryTerm, LegalReference
from tests.factories import make_term
from tests.manuals.manual_files import (
    CHANGED_STEP,
    CHAPTER,
    OTHER_PROCESS,
    PROCESS,
    STEP,
    fixture_text,
    import_text,
    outcomes,
    plan_of,
)

UNCHANGED = {"unchanged"}


def process(title=PROCESS) -> WorkProcessPage:
    return WorkProcessPage.objects.get(title=title)


def actions(page) -> list[str]:
    return [step.action for step in page.steps.all()]


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Page, Revision, FormTemplate, LegalReference, GlossaryTerm))


@pytest.mark.parametrize("publish", [False, True])
def test_a_second_import_changes_nothing(manual_index, publish):
    import_text(manual_index, fixture_text(), publish=publish)
    before = counts()
    again = import_text(manual_index, fixture_text(), publish=publish)
    assert set(outcomes(again)) == UNCHANGED
    assert counts() == before


def test_drafts_are_published_by_a_second_import_that_is_told_to(manual_index):
    import_text(manual_index, fixture_text())
    assert not WorkProcessPage.objects.live().exists()
    revisions = Revision.objects.count()
    import_text(manual_index, fixture_text(), publish=True)
    assert WorkProcessPage.objects.live().count() == 2
    assert WorkManualPage.objects.live().count() == 1
    assert Revision.objects.count() == revisions


def test_only_the_page_that_the_file_changed_gets_a_new_version(manual_index):
    first = import_text(manual_index, fixture_text(), publish=True)
    again = import_text(manual_index, fixture_text().replace(STEP, CHANGED_STEP), publish=True)
    assert outcomes(again).count("updated") == 1
    assert len(again) == len(first)
    assert CHANGED_STEP in actions(process())
    assert STEP not in actions(process())


def test_a_draft_import_leaves_the_published_version_as_it_is(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    import_text(manual_index, fixture_text().replace(STEP, CHANGED_STEP))
    page = process()
    assert page.live and page.has_unpublished_changes
    assert STEP in actions(page)
    assert CHANGED_STEP in actions(page.get_latest_revision_as_object())


def test_a_manual_is_not_doubled_by_what_editors_did(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    pages = Page.objects.count()
    manual, page = WorkManualPage.objects.get(), process()
    manual.title, manual.slug = "คู่มือฉบับสมบูรณ์", "complete"
    manual.save_revision().publish()
    page = process()
    page.title, page.slug = "การเยี่ยมห้องเรียน", "class-visit"
    page.save_revision().publish()
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=manual.pk), pos="last-child")
    again = import_text(manual_index, fixture_text(), publish=True)
    assert Page.objects.count() == pages
    assert set(outcomes(again)) == UNCHANGED
    assert process("การเยี่ยมห้องเรียน").slug == "class-visit"
    assert list(manual.get_children())[-1].pk == page.pk  # the editor's order stays while the file keeps its own


def test_what_an_editor_wrote_stays_where_the_file_did_not_change(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    page = process()
    page.name = "ชื่อที่บรรณาธิการแก้"
    page.save_revision().publish()
    import_text(manual_index, fixture_text().replace(STEP, CHANGED_STEP), publish=True)
    page = process()
    assert page.name == "ชื่อที่บรรณาธิการแก้"
    assert CHANGED_STEP in actions(page)


def test_the_draft_an_editor_is_working_on_is_not_published_by_an_unchanged_file(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    page = process()
    page.name = "ยังไม่เสร็จ"
    page.save_revision()
    import_text(manual_index, fixture_text(), publish=True)
    assert process().name != "ยังไม่เสร็จ"
    assert process().has_unpublished_changes


def test_bold_words_of_an_editor_survive_a_change_beside_them(manual_index):
    text = fixture_text()
    scope = "ครอบคลุมการเยี่ยมห้องเรียนของโรงเรียนในสังกัดทุกแห่ง ตั้งแต่นัดหมายจนถึงส่งบันทึก"
    import_text(manual_index, text, publish=True)
    page = process()
    block = page.scope.raw_data[0]
    page.scope = [{**block, "value": block["value"].replace("ทุกแห่ง", "<b>ทุกแห่ง</b>")}]
    page.save_revision().publish()
    import_text(manual_index, text.replace(scope, f"{scope}\n\nรวมโรงเรียนเอกชนด้วย"), publish=True)
    html = str(process().scope)
    assert "<b>ทุกแห่ง</b>" in html
    assert "รวมโรงเรียนเอกชนด้วย" in html


def test_a_corrected_title_changes_the_page_and_makes_no_other(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    pages = Page.objects.count()
    page = process()
    corrected = "งานเยี่ยมชั้นเรียนครู"
    saved = import_text(manual_index, fixture_text().replace(PROCESS, corrected), publish=True)
    assert Page.objects.count() == pages
    assert process(corrected).pk == page.pk
    assert not gone_from_file(saved)


def test_a_page_gone_from_the_file_is_reported_and_stays(manual_index):
    text = fixture_text()
    import_text(manual_index, text, publish=True)
    shorter = text[: text.index("งานทดสอบกลางปี\n\n1. ชื่องาน")] + text[text.rindex(CHAPTER) :]
    saved = import_text(manual_index, shorter, publish=True)
    assert [page.title for page in gone_from_file(saved)] == [OTHER_PROCESS]
    assert process(OTHER_PROCESS).live


def test_pages_stand_in_the_order_of_a_file_that_changed_it(manual_index):
    text = fixture_text()
    import_text(manual_index, text, publish=True)
    first, second, end = text.index(f"{PROCESS}\n\n1. "), text.index(f"{OTHER_PROCESS}\n\n1. "), text.rindex(CHAPTER)
    swapped = text[:first] + text[second:end] + text[first:second] + text[end:]
    saved = import_text(manual_index, swapped, publish=True)
    titles = [page.title for page in WorkManualPage.objects.get().get_children()]
    assert titles == [one.page.title for one in saved[1:]]
    assert titles.index(OTHER_PROCESS) < titles.index(PROCESS)


def test_an_import_that_fails_half_way_leaves_nothing(manual_index, media):
    before = counts()
    saving = saving_manual(plan_of(fixture_text()).manual, manual_index, publish=True)
    next(saving)
    next(saving)
    saving.close()
    assert counts() == before
    assert import_text(manual_index, fixture_text())[0].outcome == "new"


def test_a_user_may_not_change_pages_of_others_by_importing(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    group = Group.objects.create(name="contributors")
    GroupPagePermission.objects.create(group=group, page=manual_index, permission_type="add")
    user = User.objects.create_user("somchai", password="a-long-password")
    user.groups.add(group)
    before = counts()
    with pytest.raises(PermissionDenied):
        import_text(manual_index, fixture_text().replace(STEP, CHANGED_STEP), user=user)
    assert counts() == before


def test_definitions_join_the_glossary_and_keep_its_meanings(manual_index):
    make_term("คลังข้อสอบ", "ความหมายเดิม")
    import_text(manual_index, fixture_text(), publish=True)
    assert GlossaryTerm.objects.get(term="คลังข้อสอบ").meaning == "ความหมายเดิม"
    visit = GlossaryTerm.objects.get(term="การเยี่ยมชั้นเรียน")
    assert visit.is_underlined and visit.meaning.startswith("การเข้าไปดูการสอนจริง")
    linked = [row.glossary_term for row in process().definitions.all()]
    assert visit in linked


def test_terms_of_drafts_wait_for_publication(manual_index):
    import_text(manual_index, fixture_text())
    assert not GlossaryTerm.objects.exists()
    process().get_latest_revision().publish()
    assert GlossaryTerm.objects.filter(term="การเยี่ยมชั้นเรียน").exists()
    assert all(row.glossary_term_id for row in process().definitions.all())


def test_pages_are_found_and_referred_to_after_an_import(manual_index):
    import_text(manual_index, fixture_text(), publish=True)
    form = FormTemplate.objects.get(title="แบบบันทึกการสังเกตการสอน")
    assert ReferenceIndex.get_references_to(form).filter(object_id=str(process().pk)).exists()
    assert process().index_entries.exists()
    assert ManualChapterPage.objects.first().index_entries.exists()


def test_two_processes_of_the_same_name_stay_two(manual_index):
    text = fixture_text().replace(OTHER_PROCESS, PROCESS)
    import_text(manual_index, text, publish=True)
    import_text(manual_index, text, publish=True)
    assert WorkProcessPage.objects.count() == 2


def test_progress_is_told_for_every_page(manual_index):
    told = []
    saved = save_manual(plan_of(fixture_text()).manual, manual_index, progress=lambda *step: told.append(step))
    assert [done for done, _total, _title in told] == list(range(1, len(saved) + 1))
    assert {total for _done, total, _title in told} == {len(saved)}
