"""One part of a draft on one screen: its fields and its rows, checked together, written together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from innovations.models import WorkPage
from innovations.sections import Section

from .rows import RowFormSet, press, row_formset
from .section_form import FILES, section_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import QueryDict

    from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Problem:
    """What has to be mended: the field's label, the message, and the id of the control."""

    label: str
    message: str
    control: str


class SectionEditor:
    """The form and the formsets of `section` over the draft `work`, bound when there is `data`.

    `wanted` names the relation that shows an empty row to fill in."""

    def __init__(
        self, work: WorkPage, section: Section, user: User, data: QueryDict | None = None, files: Any = None,
        *, wanted: str = "",
    ) -> None:  # fmt: skip
        self.work, self.section, self.user, self.data = work, section, user, data
        self.form = section_form(work, section, user, data, files)
        self.formsets = [
            row_formset(work, name, user, data, files, extra=int(name == wanted or _begins_empty(work, name)))
            for name in section.rows
        ]

    def is_valid(self) -> bool:
        """All of it; everything is looked at, so that every problem is named at once."""
        return all([self.form.is_valid(), *(formset.is_valid() for formset in self.formsets)])

    def write(self, *, is_autosave: bool) -> bool:
        """Into the work in memory; True when something waits for an explicit save."""
        waits = self.form.write(is_autosave=is_autosave)
        for formset in self.formsets:
            rows, some_wait = formset.rows(is_autosave=is_autosave)
            for place, row in enumerate(rows):
                row.sort_order = place
            getattr(self.work, formset.relation).set(rows)
            waits = waits or some_wait
        return waits

    def problems(self) -> Iterator[Problem]:
        """All that is wrong, in the order of the screen."""
        yield from _problems(self.form)
        for formset in self.formsets:
            for message in formset.non_form_errors():
                yield Problem(str(formset.kind.title), str(message), f"rows-{formset.relation}")
            for number, form in enumerate(formset.shown_forms, start=1):
                yield from _problems(form, f"{formset.kind.title} {number}: ")
            if formset.upload is not None:
                for message in formset.upload.errors.get("files", ()):
                    yield Problem(str(formset.kind.title), str(message), formset.upload["files"].id_for_label)

    def keep_uploads(self) -> dict[str, Any]:
        """Put the new files of rows into `data`, so that a form shown again has them; the others by field name."""
        for formset in self.formsets:
            if self.data is not None and formset.upload is not None:
                _add_to(self.data, formset)
        cleaned = getattr(self.form, "cleaned_data", {})
        return {name: kept for name in FILES if (kept := cleaned.get(f"{name}_upload"))}


def pressed(data: QueryDict, section: Section) -> str:
    """Do what a row's button says; the relation that is to get a row."""
    return press(data, section.rows)


def _begins_empty(work: WorkPage, name: str) -> bool:
    return name == "authors" and not work.authors.all()


def _problems(form: Any, where: str = "") -> Iterator[Problem]:
    for name, messages in form.errors.items():
        if name == "__all__":
            yield from (Problem(where.rstrip(": "), message, "main") for message in messages)
        else:
            label = f"{where}{form[name].label}"
            yield from (Problem(label, message, form[name].id_for_label) for message in messages)


def _add_to(data: QueryDict, formset: RowFormSet) -> None:
    kept = getattr(formset.upload, "cleaned_data", {}).get("files") or []
    total = formset.total_form_count()
    (name,) = formset.kind.form.kept
    for number, file in enumerate(kept, start=total):
        data[f"{formset.relation}-{number}-{name}"] = str(file.pk)
        data[f"{formset.relation}-{number}-ORDER"] = str(number + 1)
    data[f"{formset.relation}-TOTAL_FORMS"] = str(total + len(kept))
