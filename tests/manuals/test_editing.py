"""Editing a work process: branches follow their steps, drafts are never refused, publishing asks that all lead on."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from manuals.models import ProcessStep, StepBranch, WorkProcessPage
from tests.manuals.making import looping_steps, make_process_with, step

BODIES = [
    "objectives",
    "scope",
    "definitions_intro",
    "steps_intro",
    "flow_chart_intro",
    "results",
    "forms_intro",
    "laws_intro",
]


def submitted(page, steps, **extra):
    """What the editor's form sends: `steps` are dicts of fields with "branches" as dicts."""
    rows = [
        {
            "id": "",
            "action": "",
            "kind": "process",
            "actor": "",
            "time": "",
            "chart_label": "",
            "detail": "",
            "list_title": "",
            **one,
            "branches": inline_formset(
                [{"id": "", "pointer": "", **branch} for branch in one.get("branches", [])],
                initial=sum(bool(branch.get("id")) for branch in one.get("branches", [])),
            ),
            "documents": inline_formset([]),
        }
        for one in steps
    ]
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "name": "",
        "seo_title": "",
        "search_description": "",
        "work_group": "",
        "academic_year": "",
        "tags": "",
        "cover": "",
        "go_live_at": "",
        "expire_at": "",
        **{name: streamfield([]) for name in BODIES},
        "steps": inline_formset(rows, initial=sum(bool(one.get("id")) for one in steps)),
        **{name: inline_formset([]) for name in ("definitions", "forms", "laws", "part_headings", "attachments")},
        "comments": inline_formset([]),
        **extra,
    }
    return nested_form_data(data)


def rows_of(client, page):
    """The rows of the open editor as its form would send them, pointers included."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    return [
        {
            "id": one.instance.pk or "",
            "action": one.instance.action,
            "kind": one.instance.kind,
            "list_title": one.instance.list_title,
            "branches": [
                {
                    "id": branch.instance.pk or "",
                    "label": branch.instance.label,
                    "target": branch["target"].value(),
                    "pointer": branch["pointer"].value() or "",
                }
                for branch in one.formsets["branches"].initial_forms
            ],
        }
        for one in form.formsets["steps"].initial_forms
    ]


def in_places(rows, *places):
    """The rows moved to these places: as in the editor, each keeps its name and only its place changes."""
    for row, place in zip(rows, places, strict=True):
        row["ORDER"] = str(place)
    return rows


def save(client, page, steps, **extra):
    """Submit the editor."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), submitted(page, steps, **extra))


def targets(page):
    """(label, target) of every branch of the newest draft."""
    draft = WorkProcessPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [(branch.label, branch.target) for one in draft.steps.all() for branch in one.branches.all()]


@pytest.fixture
def process(manual):
    """A published process whose third step decides."""
    return make_process_with(manual, *looping_steps())


def test_a_branch_follows_its_step_when_the_steps_change_places(admin_client, process):
    rows = in_places(rows_of(admin_client, process), 2, 1, 3, 4)
    response = save(admin_client, process, rows)
    assert response.status_code == 302
    assert targets(process) == [("ผ่าน", "4"), ("ไม่ผ่าน", "2")]


def test_a_branch_follows_its_step_when_a_step_is_put_before_it(admin_client, process):
    save(
        admin_client, process, in_places([*rows_of(admin_client, process), {"action": "แต่งตั้งคณะทำงาน"}], 2, 3, 4, 5, 1)
    )
    assert targets(process) == [("ผ่าน", "5"), ("ไม่ผ่าน", "2")]


def test_a_branch_follows_its_step_when_a_second_list_begins(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[3]["list_title"] = "ขั้นสรุป"
    save(admin_client, process, rows)
    assert targets(process) == [("ผ่าน", "2.1"), ("ไม่ผ่าน", "1.1")]


def test_a_number_typed_while_moving_means_the_new_place(admin_client, process):
    rows = in_places(rows_of(admin_client, process), 2, 1, 3, 4)
    rows[2]["branches"][1]["target"] = "๒."
    save(admin_client, process, rows)
    assert targets(process) == [("ผ่าน", "4"), ("ไม่ผ่าน", "2")]


def test_autosave_tells_the_open_editor_the_new_numbers(admin_client, process):
    moved = in_places(rows_of(admin_client, process), 2, 1, 3, 4)
    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[process.pk]),
        submitted(process, moved),
        headers={"accept": "application/json"},
    )
    updates = response.json()["field_updates"]
    assert updates["steps-2-branches-1-target"] == "2"
    assert updates["steps-2-branches-1-pointer"] == "steps-0:2"


def test_saving_twice_what_the_open_editor_holds_moves_nothing_further(admin_client, process):
    """The second autosave may leave before the first has told the editor its new numbers."""
    data = submitted(process, in_places(rows_of(admin_client, process), 2, 1, 3, 4))
    for _ in range(2):
        admin_client.post(
            reverse("wagtailadmin_pages:edit", args=[process.pk]), data, headers={"accept": "application/json"}
        )
        assert targets(process) == [("ผ่าน", "4"), ("ไม่ผ่าน", "2")]


def test_a_branch_whose_step_was_removed_is_empty_in_the_draft_and_refused_on_publishing(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[0]["DELETE"] = "1"
    assert save(admin_client, process, rows).status_code == 302
    assert targets(process) == [("ผ่าน", "3"), ("ไม่ผ่าน", "")]
    rows = rows_of(admin_client, process)
    response = save(admin_client, process, rows, **{"action-publish": "1"})
    assert response.status_code == 200
    branch = response.context["form"].formsets["steps"].forms[1].formsets["branches"].forms[1]
    assert "target" in branch.errors


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("๔", "4"), (" 4. ", "4"), ("ขั้นตอนที่ 4", "4"), ("สิ้นสุด", "end"), ("END", "end"), ("จบ", "end"), ("4", "4")],
)
def test_a_target_is_kept_as_a_number_however_it_is_typed(admin_client, process, typed, kept):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][0]["target"] = typed
    save(admin_client, process, rows)
    assert targets(process)[0] == ("ผ่าน", kept)


def test_an_editor_reads_the_end_in_her_language(admin_client, manual):
    page = make_process_with(manual, step("พิจารณา", ("เห็นชอบ", "end"), ("ไม่เห็นชอบ", "2")), step("แก้ไข"))
    [first, _second] = rows_of(admin_client, page)
    assert first["branches"][0]["target"] != ""
    save(admin_client, page, rows_of(admin_client, page))
    assert targets(page)[0] == ("เห็นชอบ", "end")


def test_publishing_names_the_row_and_field_of_a_branch_that_leads_nowhere(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][0]["target"] = "9"
    response = save(admin_client, process, rows, **{"action-publish": "1"})
    assert response.status_code == 200
    form = response.context["form"].formsets["steps"].forms[2].formsets["branches"].forms[0]
    assert "9" in form.errors["target"][0]
    assert form["target"].value() == "9"
    assert form["label"].value() == "ผ่าน"


def test_a_draft_with_a_branch_that_leads_nowhere_is_saved(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][0]["target"] = "9"
    assert save(admin_client, process, rows).status_code == 302
    assert targets(process)[0] == ("ผ่าน", "9")


def test_publishing_asks_a_decision_for_two_branches(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][1]["DELETE"] = "1"
    response = save(admin_client, process, rows, **{"action-publish": "1"})
    assert response.context["form"].formsets["steps"].forms[2].errors["kind"]
    assert save(admin_client, process, rows).status_code == 302


def test_a_branch_to_its_own_step_is_refused(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][1]["target"] = "3"
    response = save(admin_client, process, rows, **{"action-publish": "1"})
    assert response.context["form"].formsets["steps"].forms[2].formsets["branches"].forms[1].errors["target"]


def test_publishing_a_sound_process_publishes_it(admin_client, process):
    response = save(admin_client, process, rows_of(admin_client, process), **{"action-publish": "1"})
    assert response.status_code == 302
    assert StepBranch.objects.filter(step__process=process).count() == 2
    assert ProcessStep.objects.filter(process=process).count() == 4


def test_the_preview_shows_the_chart_of_what_is_typed(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[0]["action"] = "ประชุมชี้แจงโรงเรียน"
    html = preview(admin_client, process, rows)
    assert "<svg" in html
    assert html.count("ประชุมชี้แจง") >= 2


def test_the_preview_says_which_branch_leads_nowhere_instead_of_failing(admin_client, process):
    rows = rows_of(admin_client, process)
    rows[2]["branches"][0]["target"] = "9"
    html = preview(admin_client, process, rows)
    assert "<svg" in html
    assert 'class="note note-clay"' in html


def preview(client, page, rows):
    """What the preview panel shows."""
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(url, submitted(page, rows)).json()["is_valid"]
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_new_process_needs_no_slug(admin_client, manual):
    page = WorkProcessPage(title="งานข้าว", slug="")
    url = reverse("wagtailadmin_pages:add", args=["manuals", "workprocesspage", manual.pk])
    response = admin_client.post(url, submitted(page, [{"action": "ตรวจรับ"}], **{"action-publish": "1"}))
    assert response.status_code == 302
    made = WorkProcessPage.objects.get(title="งานข้าว")
    assert made.live
    assert made.slug.isascii() and made.slug


def test_the_preview_can_show_the_chart_alone(admin_client, process):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[process.pk])
    admin_client.post(url, submitted(process, rows_of(admin_client, process)))
    html = admin_client.get(url, {"mode": "chart"}).content.decode()
    assert "<svg" in html and 'id="step-1"' in html
    assert "<h1" not in html


def test_a_page_not_yet_saved_can_be_previewed_though_it_is_half_written(admin_client, manual):
    """Without a title, with a step that says nothing yet and a branch without a name."""
    url = reverse("wagtailadmin_pages:preview_on_add", args=["manuals", "workprocesspage", manual.pk])
    rows = [{"action": "", "kind": "decision", "branches": [{"label": "", "target": ""}]}, {"action": "สรุปผล"}]
    assert admin_client.post(url, submitted(WorkProcessPage(title="งาน", slug=""), rows)).json()["is_valid"]
    response = admin_client.get(url)
    assert response.status_code == 200
    assert "<svg" in response.content.decode()


def test_the_editor_offers_the_people_and_steps_already_named(admin_client, process):
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[process.pk])).content.decode()
    assert "manuals/editor.js" in html
    assert 'list="process-actors"' in html
    assert 'list="process-steps"' in html


def test_two_lists_of_a_draft_may_be_joined_again(admin_client, manual):
    page = make_process_with(
        manual, step("สำรวจ"), step("อบรม", list_title="ขั้นที่สอง"), step("พอไหม", ("พอ", "end"), ("ไม่พอ", "2.1"))
    )
    rows = rows_of(admin_client, page)
    rows[1]["list_title"] = ""
    save(admin_client, page, rows)
    assert targets(page) == [("พอ", "end"), ("ไม่พอ", "2")]
