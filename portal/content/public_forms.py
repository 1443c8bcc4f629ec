"""Forms that anybody may send: a limit for each address, a trap and a time stamp instead of a stranger's riddles."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView
from django_ratelimit.core import get_usage

from portal.accounts.client_address import address_of
from portal.thai.personal import looks_personal

from .models import KnowledgePage
from .shown import readable_or_404

FASTEST: Final = 2  # seconds: nobody reads and fills in a form sooner
LONGEST: Final = 12 * 60 * 60  # seconds that a form may stand open


class PublicForm(forms.Form):
    """Has a field that people do not see, and knows when it was shown. `asked_about`: fields that may name people."""

    asked_about: ClassVar[tuple[str, ...]] = ()

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)
    is_sure = forms.BooleanField(label=_("It names nobody who should not be named: send it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stamp"].initial = _signer().sign("shown")
        self.is_warned = False

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what people do not see."""
        return bool(self.data.get("website"))

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """What people fill in, in order; the confirmation only after a warning."""
        hidden = {"website", "stamp"} | (set() if self.is_warned else {"is_sure"})
        return [field for field in self if field.name not in hidden]

    def clean(self) -> dict[str, Any]:
        """The time stamp, then what looks like something about a person."""
        values = super().clean() or {}
        self._check_stamp(values.get("stamp", ""))
        self.is_warned = self._looks_personal(values)
        if self.is_warned and not values.get("is_sure"):
            self.add_error(
                None, _("There seems to be a person's name, number or address in it. Take it out, or confirm below.")
            )
        return values

    def save(self, page: KnowledgePage) -> object:
        """Store what was sent about `page`."""
        raise NotImplementedError

    def _check_stamp(self, stamp: str) -> None:
        try:
            _signer().unsign(stamp, max_age=LONGEST)
        except signing.BadSignature:
            self._renew_stamp()
            self.add_error(None, _("The form was open too long. What you wrote is still here: send it again."))
            return
        try:
            _signer().unsign(stamp, max_age=FASTEST)
        except signing.SignatureExpired:
            return
        self.add_error(None, _("That was very quick. What you wrote is still here: send it again."))

    def _renew_stamp(self) -> None:
        self.data = {**{name: self.data.get(name) for name in self.data}, "stamp": _signer().sign("shown")}

    def _looks_personal(self, values: dict[str, Any]) -> bool:
        return any(looks_personal(str(values.get(name) or "")) for name in self.asked_about)


@method_decorator(never_cache, name="dispatch")
class PublicFormView(FormView):
    """The form about a page that every visitor may read. It is saved; then come the thanks."""

    thanks: ClassVar[str] = ""  # name of the address that thanks
    page: KnowledgePage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for readable pages."""
        self.page = readable_or_404(kwargs["code"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who sends too much is told to wait, and loses nothing of what was written."""
        form = self.get_form()
        if form.is_trapped:
            return self._thank()
        if form.is_valid() and not self._has_to_wait():
            form.save(self.page)
            return self._thank()
        status = 200
        if form.is_valid():
            status = 429
            form.add_error(None, _("Too much was sent from here in the last hour. Send it again later."))
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the page; `about`, since `page` is what the frame takes for the page that is shown."""
        return super().get_context_data(about=self.page, **kwargs)

    def _thank(self) -> HttpResponse:
        return redirect(self.thanks, self.page.pk)

    def _has_to_wait(self) -> bool:
        usage = get_usage(
            self.request,
            group=f"public_form.{self.thanks}",
            key=lambda group, request: address_of(request),
            rate=settings.PUBLIC_FORM_RATE,
            increment=True,
        )
        return bool(usage and usage["should_limit"])


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt="portal.public_form")
