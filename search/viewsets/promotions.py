"""Wagtail's screens of promoted results, with this portal's own: questions as visitors ask them, counts of our log."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.contrib.search_promotions.forms import QueryForm, SearchPromotionsFormSet
from wagtail.contrib.search_promotions.models import Query
from wagtail.contrib.search_promotions.views import settings as wagtails

from portal.thai.normalise import fold
from search.models import SearchedQuery
from search.promotions import readable_pages

PERMISSIONS = tuple(f"wagtailsearchpromotions.{right}_searchpromotion" for right in ("add", "change", "delete"))
COUNTED_DAYS = 30
LONGEST_QUESTION = 200


class PromotionForm(QueryForm):
    """The question, kept as it is compared."""

    query_string = forms.CharField(
        label=_("Question"),
        max_length=LONGEST_QUESTION,
        help_text=_(
            "As visitors type it, for example แผนการสอน. Spaces, dots, capital letters, Thai or Arabic digits make no "
            "difference, and an abbreviation counts as its full form. Other words need an entry of their own."
        ),
    )

    def clean_query_string(self) -> str:
        """Folded; with a letter in it."""
        question = fold(self.cleaned_data["query_string"])
        if not any(character.isalnum() for character in question):
            raise forms.ValidationError(_("Write at least one letter or digit."))
        return question


class RecommendationFormSet(SearchPromotionsFormSet):
    """What is recommended for a question; a new one begins with a form to be filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = 0 if self.instance.pk else 1

    def add_fields(self, form: forms.ModelForm[Any], *args: Any, **kwargs: Any) -> None:
        """Wagtail names one of them in English only."""
        super().add_fields(form, *args, **kwargs)
        form.fields["external_link_text"].label = _("Text of the link")


class PromotionScreen:
    """What adding and changing share."""

    form_class = PromotionForm
    request: HttpRequest
    object: Query | None

    @cached_property
    def searchpicks_formset(self) -> RecommendationFormSet:
        """What is recommended."""
        data = self.request.POST if self.request.method == "POST" else None
        return RecommendationFormSet(data, instance=self.object)

    def save_searchpicks(self, query: Query, new_query: Query) -> None:
        """As Wagtail, and say what visitors will not see."""
        super().save_searchpicks(query, new_query)  # type: ignore[misc]  # of the view this is mixed into
        pages = [pick.page for pick in new_query.editors_picks.select_related("page") if pick.page]
        readable = set(readable_pages().filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
        for page in pages:
            if page.pk not in readable:
                text = _("Visitors do not see “%(title)s” yet: it is a draft, private, expired or withdrawn.")
                messages.warning(self.request, text % {"title": page.title})


class PromotionCreateView(PromotionScreen, wagtails.CreateView):
    """A new one; `?query=...` fills in the question."""

    template_name = "search/admin/promotion_add.html"

    def get_initial(self) -> dict[str, Any]:
        """What the address brings."""
        return {**super().get_initial(), "query_string": self.request.GET.get("query", "")[:LONGEST_QUESTION]}


class PromotionEditView(PromotionScreen, wagtails.EditView):
    """A present one."""


class PromotionIndexView(wagtails.IndexView):
    """The list, with how often each question was asked."""

    columns = [
        *wagtails.IndexView.columns[:2],
        NumberColumn("asked", label=_("Asked in 30 days"), width="20%", sort_key="asked"),
    ]

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the counts of the portal's log."""
        same = _asked_lately().filter(text=OuterRef("query_string"))
        total = same.order_by().values("text").annotate(total=Sum("asked")).values("total")
        counted: QuerySet[Any] = super().get_base_queryset().annotate(asked=Coalesce(Subquery(total), 0))
        return counted


class PromotionMenuItem(MenuItem):
    """Shown to those who may recommend something."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As Wagtail's own entry in the settings."""
        return any(request.user.has_perm(permission) for permission in PERMISSIONS)


class PromotionMenu(ViewSet):
    """The place of promoted results in the menu group; their addresses stay Wagtail's."""

    name = "search_promotions"
    icon = "pick"
    menu_label = _("Recommended results")
    menu_item_class = PromotionMenuItem

    @property
    def menu_url(self) -> str:
        """The list."""
        return reverse("wagtailsearchpromotions:index")


def choose_question(request: HttpRequest, is_results: bool = False) -> HttpResponse:
    """The window in which an editor takes over a question that was asked lately."""
    if not request.user.has_perm("search.view_searchedquery"):
        denied: HttpResponse = permission_denied(request)
        return denied
    form = SearchForm(request.GET) if "q" in request.GET else SearchForm()
    asked = _asked_lately().values("text").annotate(times=Sum("asked")).order_by("-times", "text")
    if form.is_valid():
        asked = asked.filter(text__contains=fold(form.cleaned_data["q"]))
    # By the names of Wagtail's template.
    named = asked.values(id=F("text"), query_string=F("text"), hits=F("times"))
    page = Paginator(named, per_page=10).get_page(request.GET.get("p"))
    folder = "wagtailsearchpromotions/queries/chooser"
    if is_results:
        return TemplateResponse(request, f"{folder}/results.html", {"queries": page})
    context = {"queries": page, "searchform": form}
    window: HttpResponse = render_modal_workflow(
        request, f"{folder}/chooser.html", None, context, json_data={"step": "chooser"}
    )
    return window


def _asked_lately() -> QuerySet[SearchedQuery]:
    return SearchedQuery.objects.filter(day__gt=timezone.localdate() - timedelta(days=COUNTED_DAYS))
