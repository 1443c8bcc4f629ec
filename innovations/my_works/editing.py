"""Writing a work: one part a screen, saved by a button or by itself, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views import View

from innovations.models import WorkPage
from innovations.review.requests import SignedInRequest
from innovations.sections import Section

from .access import ContributorMixin
from .drafts import draft_of, fingerprint, save_draft
from .glance import glances_at
from .ownership import own_work
from .progress import parts_of
from .section_editor import SectionEditor, pressed
from .states import standing_of

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase


def section_of(work: WorkPage, key: str) -> Section:
    """The part of that key; 404 where the kind has none."""
    for section in work.sections():
        if section.key == key:
            return section
    raise Http404


class SectionView(ContributorMixin, View):
    """A part of an own work."""

    def get(self, request: SignedInRequest, pk: int, key: str) -> HttpResponse:
        """The form over the latest draft."""
        page = own_work(request.user, pk)
        if not standing_of(page).is_editable:
            return self.send_to_work(page)
        draft = draft_of(page)
        editor = SectionEditor(draft, section_of(draft, key), request.user, wanted=request.GET.get("add", ""))
        return self.show(editor)

    @transaction.atomic
    def post(self, request: SignedInRequest, pk: int, key: str) -> HttpResponseBase:
        """Save, then go where the button says."""
        page = own_work(request.user, pk, is_changed=True)
        draft = draft_of(page)
        section = section_of(draft, key)
        is_autosave = request.headers.get("X-Portal-Autosave") == "1"
        if not standing_of(page).is_editable:
            return self.refuse(page, is_autosave)
        data = request.POST.copy()
        wanted = pressed(data, section)
        stored = fingerprint(draft, section)
        editor = SectionEditor(draft, section, request.user, data, request.FILES)
        if not editor.is_valid():
            return self.show_again(editor, page, stored=data.get("seen", stored), is_autosave=is_autosave)
        if data.get("seen") != stored and not _says_the_same(editor, stored, is_autosave):
            return self.show_again(editor, page, stored=stored, is_autosave=is_autosave, is_conflict=True)
        waits = editor.write(is_autosave=is_autosave)
        if fingerprint(draft, section) != stored:
            save_draft(draft, request.user, is_autosave=is_autosave)
        if is_autosave:
            return self.saved(draft, section, waits)
        goal = self.go_on(draft, section, data, wanted)
        return JsonResponse({"goto": goal["Location"]}) if request.headers.get("X-Portal-Upload") else goal

    def show(self, editor: SectionEditor, status: int = 200, **context: Any) -> HttpResponse:
        """The screen."""
        work, section = editor.work, editor.section
        parts = parts_of(glances_at([own_work(self.request.user, work.pk)])[work.pk])
        place = next(index for index, part in enumerate(parts) if part.key == section.key)
        values = {
            "work": work,
            "editor": editor,
            "parts": parts,
            "part": parts[place],
            "previous": parts[place - 1] if place else None,
            "next": parts[place + 1] if place + 1 < len(parts) else None,
            "filled": sum(part.state == "on" for part in parts),
            "seen": fingerprint(work, section),
            "saved_at": work.latest_revision_created_at,
            **context,
        }
        return render(self.request, "innovations/my_works/section.html", values, status=status)

    def show_again(
        self, editor: SectionEditor, page: WorkPage, *, stored: str, is_autosave: bool, is_conflict: bool = False
    ) -> HttpResponse:
        """What was typed, with what is wrong or what has happened meanwhile; files that came along are kept."""
        problems = list(editor.problems())
        if is_autosave:
            status = 409 if is_conflict else 422
            found = [{"label": p.label, "message": p.message, "control": p.control} for p in problems]
            return JsonResponse({"problems": found}, status=status)
        files = editor.keep_uploads()
        if files and not is_conflict:
            fresh = draft_of(page)
            for name, kept in files.items():
                setattr(fresh, name, kept)
            save_draft(fresh, self.request.user)
            stored = fingerprint(fresh, editor.section)
        again = SectionEditor(draft_of(page), editor.section, self.request.user, editor.data)
        again.is_valid()
        return self.show(again, 409 if is_conflict else 422, problems=problems, is_conflict=is_conflict, seen=stored)

    def saved(self, draft: WorkPage, section: Section, waits: bool) -> JsonResponse:
        """What the script says after an autosave."""
        parts = parts_of(draft)
        now = time_format(timezone.localtime(), "H.i")
        message = _("Saved at %(time)s") % {"time": now}
        if waits:
            message = _("Saved at %(time)s. New names and keywords are kept when you press the button.") % {"time": now}
        states = [part.state for part in parts]
        return JsonResponse({"message": message, "seen": fingerprint(draft, section), "parts": states})

    def go_on(self, draft: WorkPage, section: Section, data: QueryDict, wanted: str) -> HttpResponse:
        """To the next part, to the one before, to the overview, or back here to the rows."""
        here = reverse("my_works:section", args=[draft.pk, section.key])
        if wanted:
            return redirect(f"{here}?add={wanted}#rows-{wanted}")
        if relation := data.get("row", "").partition("-")[0]:
            return redirect(f"{here}#rows-{relation}")
        goal = data.get("go", "")
        if goal in [each.key for each in draft.sections()]:
            return redirect("my_works:section", draft.pk, goal)
        messages.success(self.request, _("The draft is saved."))
        return redirect("my_works:work", draft.pk) if goal == "work" else redirect(here)

    def refuse(self, page: WorkPage, is_autosave: bool) -> HttpResponse:
        """It was sent, from another window perhaps."""
        if is_autosave:
            return JsonResponse({"message": _is_being_read()}, status=423)
        return self.send_to_work(page)

    def send_to_work(self, page: WorkPage) -> HttpResponse:
        """The overview says what can be done."""
        messages.warning(self.request, _is_being_read())
        return redirect("my_works:work", page.pk)


def _says_the_same(editor: SectionEditor, stored: str, is_autosave: bool) -> bool:
    """Whether an autosave brings what is stored already: a page that was left saves once more on its way."""
    if not is_autosave:
        return False
    editor.write(is_autosave=True)
    return fingerprint(editor.work, editor.section) == stored


def _is_being_read() -> str:
    return _("This work has been sent and cannot be changed now. Take it back first.")
