"""The demo manual is whole: its parts are filled, its steps lead somewhere, its forms and laws are in the registers."""

import re
from collections import Counter
from functools import cache

import pytest

from manuals.demo import demo_manual
from manuals.models import WorkProcessPage
from manuals.outline import END, ChapterOutline, ManualOutline, ProcessOutline, Step, StepKind
from manuals.writer import save_manual
from portal.content.demo_data import LAWS, NETWORKS, SCHOOLS, forms
from portal.content.models import FormTemplate, LegalReference

LONGEST_CHART_LABEL = 30  # letters


@cache
def manual() -> ManualOutline:
    return demo_manual()


def processes() -> list[ProcessOutline]:
    return [child for child in manual().children if isinstance(child, ProcessOutline)]


def numbered_steps(process: ProcessOutline) -> dict[str, Step]:
    """The steps under the numbers a reader sees: 1, 2, 3 in one list, 1.1, 2.1 in several."""
    several = len(process.step_lists) > 1
    return {
        f"{one}.{number}" if several else str(number): step
        for one, steps in enumerate(process.step_lists, start=1)
        for number, step in enumerate(steps.steps, start=1)
    }


def ways_back(process: ProcessOutline) -> int:
    numbers = list(numbered_steps(process))
    return sum(
        branch.target != END and numbers.index(branch.target) <= numbers.index(number)
        for number, step in numbered_steps(process).items()
        for branch in step.branches
    )


def texts(value) -> list[str]:
    """Every text inside an outline, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if hasattr(value, "__slots__"):
        return [text for name in value.__slots__ for text in texts(getattr(value, name))]
    return []


@pytest.fixture(params=processes(), ids=lambda process: str(process.work_group))
def process(request):
    return request.param


def test_the_six_work_groups_have_at_least_eight_processes_between_them():
    assert len(processes()) >= 8
    assert {process.work_group for process in processes()} == {1, 2, 3, 4, 5, 6}


def test_cover_preface_and_every_summary_are_there():
    outline = manual()
    assert outline.office and outline.owner_group and outline.edition and outline.fiscal_year and outline.effective_date
    assert outline.preface
    assert all(child.summary for child in outline.children)
    assert all(child.blocks for child in outline.children if isinstance(child, ChapterOutline))


def test_titles_are_not_repeated():
    titles = Counter(child.title for child in manual().children)
    assert max(titles.values()) == 1


def test_every_part_of_a_process_is_filled(process):
    assert process.name and process.objectives and process.scope and process.definitions
    assert process.step_lists and process.results and process.forms and process.laws


def test_every_step_says_who_does_it_in_what_time_and_has_a_short_label(process):
    for number, step in numbered_steps(process).items():
        assert step.action and step.actor and step.time, number
        assert 0 < len(step.chart_label) <= LONGEST_CHART_LABEL, number


def test_every_branch_has_a_name_of_its_own_and_leads_to_a_step(process):
    steps = numbered_steps(process)
    for number, step in steps.items():
        labels = [branch.label for branch in step.branches]
        assert all(labels) and len(set(labels)) == len(labels), number
        assert all(branch.target in {*steps, END} - {number} for branch in step.branches), number
        assert (len(labels) >= 2) == (step.kind is StepKind.DECISION), number


def test_every_step_can_be_reached(process):
    steps = numbered_steps(process)
    reached, waiting = set(), [next(iter(steps))]
    order = list(steps)
    while waiting:
        number = waiting.pop()
        if number == END or number in reached:
            continue
        reached.add(number)
        below = order[order.index(number) + 1 :][:1]
        waiting += [branch.target for branch in steps[number].branches] or below
    assert reached == set(steps)


def test_step_documents_are_forms_that_the_process_lists(process):
    listed = {(form.title, form.code) for form in process.forms}
    used = {(use.form, use.code) for step in numbered_steps(process).values() for use in step.documents}
    assert used == listed
    assert listed <= {(form.title, form.code) for form in forms()}


def test_laws_are_those_of_the_register(process):
    assert {law.citation for law in process.laws} <= {law.citation for law in LAWS}


def test_every_form_and_law_of_the_register_is_used_somewhere():
    assert {form.code for process in processes() for form in process.forms} == {form.code for form in forms()}
    assert {law.citation for process in processes() for law in process.laws} == {law.citation for law in LAWS}


def test_the_manual_shows_every_kind_of_flow_chart():
    lanes = [len({step.actor for step in numbered_steps(process).values()}) for process in processes()]
    decisions = [step for process in processes() for step in numbered_steps(process).values() if step.branches]
    straight = [one for one in processes() if not any(step.branches for step in numbered_steps(one).values())]
    assert {1, 2, 3} <= set(lanes)
    assert max(len(step.branches) for step in decisions) == 3
    assert max(ways_back(process) for process in processes()) >= 2
    assert max(len(process.step_lists) for process in processes()) == 2
    assert straight


def test_the_thai_is_spaced_as_the_royal_society_asks():
    for text in texts(manual()):
        assert not re.search(r"\S\u0e46|\u0e46[^\s)”]", text), text  # a space on both sides of ๆ
        assert "  " not in text and text == text.strip(), text
        assert not re.search(r"พ\.ศ\.\S", text), text
        assert not re.search("[\u0e50-\u0e59]", text), text  # digits are Arabic; the site turns them


def test_no_network_or_school_of_the_demo_is_claimed_to_have_a_result():
    names = {school.name for school in SCHOOLS} | {f"เครือข่าย{network.name}" for network in NETWORKS}
    assert not [name for name in names for text in texts(manual()) if name in text]


def test_the_manual_is_saved_whole_and_each_form_and_law_is_registered_once(manual_index):
    saved = save_manual(manual(), manual_index, publish=True)
    assert len(saved) == 1 + len(manual().children)
    for one in saved:
        one.page.full_clean()
    assert WorkProcessPage.objects.live().count() == len(processes())
    assert FormTemplate.objects.count() == len(forms())
    assert LegalReference.objects.count() == len(LAWS)
