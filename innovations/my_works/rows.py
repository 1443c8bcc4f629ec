"""The rows of a part: one formset a relation, and the buttons that add, move and remove without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innovations.models import WorkPage

from . import row_forms as of
from .files import DOCUMENTS, PICTURES, RECORDINGS, Takes, UploadField
from .shared_choices import SharedChoices, records_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict
    from django.utils.functional import Promise

    from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class RowKind:
    """How one relation is filled in. `add`: by a button; `uploads`: new rows come as files that `takes` checks."""

    form: type[of.RowForm]
    title: str | Promise
    add: str | Promise = ""
    hint: str | Promise = ""
    uploads: str | Promise = ""
    takes: Takes = PICTURES
    icon: str = "paperclip"
    most: int = 40


ROW_KINDS: Final[dict[str, RowKind]] = {
    "authors": RowKind(of.AuthorForm, _("Authors"), _("Add an author"), _("In the order in which they are named.")),
    "pdca_steps": RowKind(
        of.PdcaForm, _("PDCA steps"), _("Add a step"),
        _("If the work follows plan, do, check, act. Else write freely above."),
    ),
    "evidence": RowKind(
        of.EvidenceForm, _("Results in numbers"), _("Add a result"), _("The portal draws bars of these numbers.")
    ),
    "pictures": RowKind(
        of.PictureForm, _("Pictures"), uploads=_("Take or choose pictures"), icon="camera",
        hint=_("They are shrunk, turned upright, and the place where they were taken is removed."),
    ),
    "attachments": RowKind(
        of.AttachmentForm, _("Attachments"), uploads=_("Choose files"), takes=DOCUMENTS,
        hint=_("PDF, Word, Excel or PowerPoint without macros, for example lesson plans and worksheets."),
    ),
    "videos": RowKind(of.VideoForm, _("Videos elsewhere"), _("Add a video"), _("For example at YouTube.")),
    "media": RowKind(
        of.MediaForm, _("Video and sound files"), uploads=_("Film or choose a video or sound"), takes=RECORDINGS,
        icon="play", most=8,
        hint=_(
            "MP4, WebM, MP3, M4A, OGG or WAV up to 200 MB, some minutes from a phone. For longer ones give the address "
            "of a video elsewhere. The place where it was filmed is removed."
        ),
    ),
    "bases": RowKind(
        of.BasisForm, _("Builds on"), _("Add a page"),
        _("The work process or the works of others that this one rests on."),
    ),
}  # fmt: skip


class RowFormSet(forms.BaseFormSet):
    """All rows of one relation; `rows()` after validation."""

    relation: str
    kind: RowKind
    ordering_widget = deletion_widget = forms.HiddenInput

    def __init__(self, *args: Any, work: WorkPage, user: User, **kwargs: Any) -> None:
        self.work, self.user = work, user
        names = [*self.form._meta.fields]
        stored = list(getattr(work, self.relation).all())
        self.stored_keys = {row.pk for row in stored if row.pk}
        initial = [{**model_to_dict(row, names), "row": row.pk} for row in stored]
        kwargs |= {"prefix": self.relation, "initial": initial, "form_kwargs": {"work": work, "user": user}}
        kwargs["form_kwargs"]["shared"] = SharedChoices(work, user)
        super().__init__(*args, **kwargs)
        self.upload = self._upload_form()

    @property
    def shown_forms(self) -> list[Any]:
        """In their order on the screen, without those that are to be removed."""
        alive = [form for form in self.forms if not self._is_removed(form)]
        return sorted(alive, key=lambda form: _number(form["ORDER"].value(), len(self.forms)))

    def shown(self, form: of.RowForm) -> Any:
        """What stands beside the fields of a row: a picture, a file, a page."""
        return self._records.get(str(form.kept_key))

    @cached_property
    def _records(self) -> dict[str, Any]:
        if not self.form.kept or not self.forms:
            return {}
        field: Any = self.forms[0].fields[self.form.kept[0]]
        return records_of(field.queryset, [form.kept_key for form in self.forms])

    def is_valid(self) -> bool:
        """Rows and new files."""
        return super().is_valid() and (self.upload is None or self.upload.is_valid())

    def rows(self, *, is_autosave: bool) -> tuple[list, bool]:
        """The rows in their order, with those of new files behind them; and whether some wait for an explicit save."""
        forms_of_rows = [form for form in self.shown_forms if form.cleaned_data and not form.is_empty()]
        made = [(form, form.make_row(is_autosave=is_autosave)) for form in forms_of_rows]
        for form, row in made:
            key = form.cleaned_data.get("row")
            if row is not None and key in self.stored_keys:
                row.pk = key
        rows = [row for _form, row in made if row is not None]
        return [*rows, *self._new_files()], len(rows) < len(made)

    def clean(self) -> None:
        """Each page once."""
        if self.relation == "bases" and not any(self.errors):
            pages = [form.cleaned_data.get("built_on") for form in self.shown_forms]
            known = [page for page in pages if page]
            if len(set(known)) < len(known):
                raise forms.ValidationError(gettext("A page stands here twice. Remove one of the two."))

    def _is_removed(self, form: forms.Form) -> bool:
        return self.is_bound and bool(form["DELETE"].value())

    def _upload_form(self) -> forms.Form | None:
        if not self.kind.uploads:
            return None
        field = UploadField(self.kind.takes, is_many=True, label=self.kind.uploads)
        field.user = self.user
        made = type("NewFilesForm", (forms.Form,), {"files": field})
        return made(self.data if self.is_bound else None, self.files or None, prefix=f"new-{self.relation}")

    def _new_files(self) -> list:
        if self.upload is None or not self.upload.is_bound:
            return []
        model: Any = self.form._meta.model
        (name,) = self.form.kept
        return [model(**{name: kept}) for kept in self.upload.cleaned_data.get("files") or []]


def row_formset(
    work: WorkPage, relation: str, user: User, data: Any = None, files: Any = None, *, extra: int = 0
) -> RowFormSet:
    """The rows of one relation of the draft; `extra` empty ones behind them."""
    kind = ROW_KINDS[relation]
    made: Any = forms.formset_factory(
        kind.form, formset=RowFormSet, extra=extra, can_order=True, can_delete=True, max_num=kind.most,
        absolute_max=kind.most * 2, validate_max=True,
    )  # fmt: skip
    made.relation, made.kind = relation, kind
    return made(data, files, work=work, user=user)


def press(data: QueryDict, relations: Sequence[str]) -> str:
    """Do in `data` what a row's button says (`evidence-up-2`); the relation to which a row is to be added, if any."""
    relation, _dash, rest = data.get("row", "").partition("-")
    action, _dash, place = rest.partition("-")
    if relation not in relations:
        return ""
    if action == "remove" and place.isdigit():
        data[f"{relation}-{place}-DELETE"] = "on"
    elif action in ("up", "down") and place.isdigit():
        _move(data, relation, place, -1 if action == "up" else 1)
    return relation if action == "add" else ""


def _move(data: QueryDict, relation: str, place: str, step: int) -> None:
    total = _number(data.get(f"{relation}-TOTAL_FORMS"), 0)
    order = sorted(range(total), key=lambda each: _number(data.get(f"{relation}-{each}-ORDER"), total))
    if int(place) in order:
        here = order.index(int(place))
        there = min(max(here + step, 0), len(order) - 1)
        order[here], order[there] = order[there], order[here]
        for position, each in enumerate(order, start=1):
            data[f"{relation}-{each}-ORDER"] = str(position)


def _number(value: Any, otherwise: int) -> int:
    return int(value) if str(value).isdigit() else otherwise
