"""The editor's form of a work process: branches follow their steps, and each leads somewhere before it is published."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.content.forms import KnowledgePageForm

from .following import BRANCHES, STEPS, follow_steps, kept_rows, numbers_by_row, pointer
from .numbering import read_target, step_numbers
from .outline import END, StepKind

FEWEST_BRANCHES = 2  # of a decision


class PointerField(forms.CharField):
    """The hidden memory of a branch; see `following`. It is never itself a change of the page."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        """The editor cannot change it."""
        return False


class StepBranchForm(WagtailAdminModelForm):
    """A row of a decision: its case and where it leads."""

    pointer = PointerField(required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("target") == END:
            self.initial["target"] = gettext("end")

    def clean_target(self) -> str:
        """Thai digits, «4.» and «สิ้นสุด» are understood."""
        target = self.cleaned_data["target"]
        return END if target == gettext("end") else read_target(target)


class WorkProcessForm(KnowledgePageForm):
    """All of a work process. Drafts and previews pass as they stand; publishing asks that every branch leads on."""

    class Media:
        js = ["manuals/editor.js"]

    def __init__(self, data=None, *args, **kwargs) -> None:
        self.submitted, self.followed = data, {}
        if data:
            self.followed = follow_steps(data)
            data = data.copy()
            for name, value in self.followed.items():
                data[name] = value
        super().__init__(data, *args, **kwargs)
        if not self.is_bound:
            self._point_branches()

    def clean(self) -> dict:
        """Check where the branches lead, but never keep a draft from being saved."""
        cleaned_data = super().clean()
        if not self.is_deferred_validation:
            self._check_branches()
        return cleaned_data

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """Tell the editor's open page which branches followed their step."""
        updates = super().get_field_updates_for_resave()
        changed = [(name, value) for name, value in self.followed.items() if self.submitted.get(name) != value]
        return [*updates, *changed]

    def _point_branches(self) -> None:
        step_forms = self.formsets[STEPS].initial_forms
        numbers = step_numbers([form.instance.list_title for form in step_forms])
        rows = dict(zip(numbers, (form.prefix for form in step_forms), strict=True))
        for step_form in step_forms:
            for branch_form in step_form.formsets[BRANCHES].initial_forms:
                target = branch_form.instance.target
                branch_form.initial["pointer"] = pointer(rows.get(target, ""), target)

    def _check_branches(self) -> None:
        numbers = numbers_by_row(self.data)
        for step_form in self.formsets[STEPS].forms:
            if step_form.prefix in numbers:
                self._check_step(step_form, numbers)

    def _check_step(self, step_form: WagtailAdminModelForm, numbers: dict[str, str]) -> None:
        kept = kept_rows(self.data, f"{step_form.prefix}-{BRANCHES}")
        branch_forms = [form for form in step_form.formsets[BRANCHES].forms if form.prefix in kept]
        if not step_form.errors:
            _check_decision(step_form, len(branch_forms))
        for branch_form in branch_forms:
            if not branch_form.errors:
                _check_target(branch_form, numbers[str(step_form.prefix)], set(numbers.values()))


def _check_decision(step_form: forms.Form, branches: int) -> None:
    if step_form.cleaned_data.get("kind") == StepKind.DECISION and branches < FEWEST_BRANCHES:
        step_form.add_error(
            "kind",
            ValidationError(
                _("A decision needs at least two branches, for example ผ่าน and ไม่ผ่าน. Add them below."),
                code="few_branches",
            ),
        )


def _check_target(branch_form: forms.Form, own_number: str, numbers: set[str]) -> None:
    target = branch_form.cleaned_data.get("target", "")
    if not target or target == END:
        return
    if target == own_number:
        message = _("A branch cannot lead back to its own step.")
    elif target not in numbers:
        message = _("There is no step %(target)s in this process. Give the number of a step, or “end”.")
    else:
        return
    branch_form.add_error("target", ValidationError(message, code="no_such_step", params={"target": target}))
