"""The list of own works, the overview of one, and what can be done with it beside writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.actions.delete_page import DeletePageAction

from innovations.review.requests import SignedInRequest

from .access import ContributorMixin
from .checks import check
from .drafts import draft_of
from .history import comments_on, history_of, results_of, track_of
from .kinds import KINDS, kind_of
from .listing import cards_of, shared_with
from .ownership import contributor_of, may_send_in, own_work, works_of
from .progress import missing_parts, parts_of
from .sending import send, take_back
from .starting import copy_work, start_work
from .states import standing_of

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

A_PAGE = 10


class StartForm(forms.Form):
    """What is known from the beginning."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of work"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=255,
        help_text=gettext_lazy("It can be changed later. For example อ่านคล่องด้วยบัตรคำสามจังหวะ."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [(kind.key, str(kind.label)[:1].upper() + str(kind.label)[1:]) for kind in KINDS]


class ListView(ContributorMixin, View):
    """All own works with where each is."""

    def get(self, request: SignedInRequest) -> HttpResponse:
        """By what has to be done: mine to do, in review, published."""
        pages = Paginator(works_of(request.user), A_PAGE).get_page(request.GET.get("page"))
        values = {
            "cards": cards_of(pages.object_list),
            "pages": pages,
            "contributor": contributor_of(request.user),
            "may_send_in": may_send_in(request.user),
            "shared": shared_with(request.user),
        }
        return render(request, "innovations/my_works/list.html", values)


class StartView(ContributorMixin, View):
    """A new work of a kind."""

    def get(self, request: SignedInRequest) -> HttpResponse:
        """The form; the kind may be chosen already."""
        return self.show(StartForm(initial={"kind": request.GET.get("kind", KINDS[0].key)}))

    def post(self, request: SignedInRequest) -> HttpResponse:
        """Start it and open its first part."""
        form = StartForm(request.POST)
        if not may_send_in(request.user):
            raise Http404
        if not form.is_valid():
            return self.show(form, 422)
        kind = next(kind for kind in KINDS if kind.key == form.cleaned_data["kind"])
        try:
            work = start_work(kind, form.cleaned_data["title"], request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, 422)
        return redirect("my_works:section", work.pk, work.sections()[0].key)

    def show(self, form: StartForm, status: int = 200) -> HttpResponse:
        """The screen; who may not send in is told how to get there."""
        if not may_send_in(self.request.user):
            return redirect("my_works:list")
        return render(self.request, "innovations/my_works/start.html", {"form": form}, status=status)


class WorkView(ContributorMixin, View):
    """One work: where it is, what is to do, what has happened."""

    def get(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """The overview."""
        page = own_work(request.user, pk)
        draft, standing = draft_of(page), standing_of(page)
        parts = parts_of(draft)
        values = {
            "page_of_work": page,
            "work": draft,
            "kind": kind_of(page),
            "standing": standing,
            "parts": parts,
            "filled": sum(part.state == "on" for part in parts),
            "missing": missing_parts(parts),
            "comments": comments_on(standing),
            "track": track_of(standing),
            "history": history_of(page, request.user),
            "can_be_deleted": _can_be_deleted(page),
            "results": results_of(page),
        }
        return render(request, "innovations/my_works/work.html", values)


class PreviewView(ContributorMixin, View):
    """The draft in the look of its public page, for its contributor alone."""

    def get(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """The real template."""
        draft = draft_of(own_work(request.user, pk))
        return draft.make_preview_request(original_request=request, preview_mode=draft.default_preview_mode)


class SendView(ContributorMixin, View):
    """What was found before sending, and the button that sends."""

    def get(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """The list of what is missing and what is doubtful."""
        return self.show(pk)

    def post(self, request: SignedInRequest, pk: int) -> HttpResponseBase:
        """Send, unless something is missing or a warning was not looked at."""
        with transaction.atomic():
            page = own_work(request.user, pk, is_changed=True)
            answer = request.POST.get("answer", "")[:5000]
            if check(draft_of(page)).warnings and not request.POST.get("seen_warnings"):
                return self.show(pk, _("Look at the warnings, then tick that you have."), answer)
            try:
                send(page, request.user, answer)
            except ValidationError as error:
                return self.show(pk, " ".join(error.messages), answer)
        messages.success(request, _("Your work has been sent. Here you see where it is."))
        return redirect("my_works:work", pk)

    def show(self, pk: int, error: str = "", answer: str = "") -> HttpResponse:
        """The screen."""
        page = own_work(self.request.user, pk)
        draft, standing = draft_of(page), standing_of(page)
        if not standing.is_editable:
            return redirect("my_works:work", pk)
        values = {
            "work": draft, "standing": standing, "check": check(draft), "error": error, "answer": answer,
            "comments": comments_on(standing),
        }  # fmt: skip
        return render(self.request, "innovations/my_works/send.html", values, status=422 if error else 200)


class TakeBackView(ContributorMixin, View):
    """Takes a work out of the review; asks first."""

    def get(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """The question."""
        page = own_work(request.user, pk)
        if standing_of(page).key != "review":
            return redirect("my_works:work", pk)
        return render(request, "innovations/my_works/take_back.html", {"work": draft_of(page)})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Take it back."""
        with transaction.atomic():
            page = own_work(request.user, pk, is_changed=True)
            try:
                take_back(page, request.user)
            except ValidationError as error:
                messages.warning(request, " ".join(error.messages))
            else:
                messages.success(request, _("The work is a draft again. Send it when it is ready."))
        return redirect("my_works:work", pk)


class CopyView(ContributorMixin, View):
    """A new draft from an own work."""

    def post(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Copy it and open the copy."""
        try:
            copy = copy_work(draft_of(own_work(request.user, pk)), request.user)
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
            return redirect("my_works:work", pk)
        messages.success(request, _("This is the copy. The other work stays as it is."))
        return redirect("my_works:section", copy.pk, copy.sections()[0].key)


class DeleteView(ContributorMixin, View):
    """Deletes a draft that nobody but its contributor has seen; asks first."""

    def get(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """The question."""
        page = own_work(request.user, pk)
        if not _can_be_deleted(page):
            raise Http404
        return render(request, "innovations/my_works/delete.html", {"work": draft_of(page)})

    def post(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Delete it."""
        with transaction.atomic():
            page = own_work(request.user, pk, is_changed=True)
            if not _can_be_deleted(page):
                raise Http404
            DeletePageAction(page, user=request.user).execute(skip_permission_checks=True)
        messages.success(request, _("The draft is deleted."))
        return redirect("my_works:list")


class TokenView(ContributorMixin, View):
    """A fresh token for the autosave of somebody who has signed in again in another window."""

    def get(self, request: SignedInRequest) -> JsonResponse:
        """Other sites cannot read it."""
        return JsonResponse({"token": get_token(request)})


def _can_be_deleted(page: Any) -> bool:
    return page.first_published_at is None and standing_of(page).key == "draft"
