"""The admin's page editor takes all three kinds of works, with their rows."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from innovations.models import BestPracticePage, InnovationPage, ResearchPage

from .making import full_practice, make_shelf, make_work

ROWS = ("authors", "page_schools", "evidence", "pictures", "videos", "media", "bases", "attachments")


@pytest.mark.parametrize("kind", [InnovationPage, BestPracticePage, ResearchPage])
def test_a_work_is_made_in_the_admin(admin_client, home, kind):
    shelf = make_shelf(home, kind)
    address = f"/admin/pages/add/innovations/{kind._meta.model_name}/{shelf.pk}/"
    assert admin_client.get(address).status_code == 200
    rows = ROWS + (("pdca_steps",) if kind is BestPracticePage else ())
    data = {"title": "ผลงานจากห้องเรียน", "slug": "", "licence": "by", "comments": inline_formset([])}
    data |= {name: inline_formset([]) for name in rows}
    data["evidence"] = inline_formset(
        [{"measure": "คะแนนเฉลี่ย", "before": "10", "after": "20", "unit": "คะแนน", "note": ""}]
    )
    answer = admin_client.post(address, nested_form_data(data))
    assert answer.status_code == 302, answer.context["form"].errors
    work = kind.objects.get()
    draft = work.get_latest_revision_as_object()
    assert not work.live and draft.slug and [row.measure for row in draft.evidence.all()] == ["คะแนนเฉลี่ย"]


def test_a_full_work_opens_in_the_editor_and_its_preview_shows_it(admin_client, home):
    work = full_practice(home)
    assert admin_client.get(f"/admin/pages/{work.pk}/edit/").status_code == 200
    preview = admin_client.get(f"/admin/pages/{work.pk}/view_draft/").content.decode()
    assert "ผ่านเกณฑ์" in preview and 'class="l"' in preview


def test_a_page_that_was_never_saved_can_be_previewed(home, rf):
    shelf = make_work(home, InnovationPage).get_parent()
    fresh = InnovationPage(title="ยังไม่บันทึก", problem="ครูใหม่ขาดผู้ชี้แนะ")
    fresh._cached_parent_obj = shelf
    shown = fresh.make_preview_request(preview_mode="")
    assert "ครูใหม่ขาดผู้ชี้แนะ" in shown.render().content.decode()
