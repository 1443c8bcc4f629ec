"""Editing a work process in a real browser: rows within rows, branches that follow, the chart in the preview."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from manuals.models import WorkProcessPage
from tests import factories
from tests.manuals.making import looping_steps, make_process_with

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # milliseconds
SETTLING = 2_500  # milliseconds after which Wagtail's editor knows what the form held when it was opened


@pytest.fixture
def editor(committed, home, client, visit):
    """The editor of a process of four steps, the third a decision, open in front of a superuser."""
    process = make_process_with(factories.make_manual(factories.make_manual_index(home)), *looping_steps())
    client.force_login(factories.make_admin())
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    page = visit(reverse("wagtailadmin_pages:edit", args=[process.pk]), cookies=[session], height=1000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLING)
    yield page
    page.goto("about:blank")  # the editor saves by itself: let what it has sent be answered before the database goes
    page.wait_for_timeout(SETTLING)


def wait_for_value(page, name, value):
    """Wait until a field of the form holds a value."""
    expect(page.locator(f"[name='{name}']").first).to_have_value(value, timeout=PATIENCE)


def test_a_branch_follows_its_step_while_the_editor_stays_open(editor):
    editor.locator("#inline_child_steps-0 [data-inline-panel-child-move-down]").first.click()
    wait_for_value(editor, "steps-2-branches-1-target", "2")
    editor.locator("#inline_child_steps-0 [data-inline-panel-child-move-up]").first.click()
    wait_for_value(editor, "steps-2-branches-1-target", "1")


def test_a_decision_with_its_branches_is_added_and_seen_in_the_preview(editor):
    editor.locator("#id_steps-ADD").click()
    editor.fill("[name=steps-4-action]", "เสนอผู้อำนวยการลงนาม")
    editor.select_option("[name=steps-4-kind]", "decision")
    for place, (label, target) in enumerate((("เห็นชอบ", "สิ้นสุด"), ("ไม่เห็นชอบ", "๔"))):
        editor.locator("#id_steps-4-branches-ADD").click()
        editor.fill(f"[name=steps-4-branches-{place}-label]", label)
        editor.fill(f"[name=steps-4-branches-{place}-target]", target)
    wait_for_value(editor, "steps-4-branches-1-pointer", "steps-3:4")
    editor.locator("[data-side-panel-toggle='preview']").first.click()
    chart = editor.frame_locator("#w-preview-iframe")
    chart.locator("svg [data-step='5']").wait_for(state="attached", timeout=PATIENCE)
    draft = WorkProcessPage.objects.get().get_latest_revision_as_object()
    assert [branch.target for branch in draft.steps.all()[4].branches.all()] == ["end", "4"]


def test_people_already_named_are_offered(editor):
    editor.locator("#id_steps-ADD").click()
    editor.focus("[name=steps-4-actor]")
    offered = editor.evaluate("[...document.querySelectorAll('#process-actors option')].map((one) => one.value)")
    assert offered == ["ศึกษานิเทศก์", "สถานศึกษา"]
