"""The pages on which everybody signs in and out, and sets, changes and recovers a password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import views
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from django_ratelimit.core import is_ratelimited

from .client_address import client_address
from .forms import ForgottenPasswordForm, PublicSignInForm
from .links import start_of

LETTERS_RATE = "10/h"  # letters that one address may ask for


class SignInView(views.LoginView):
    """Signs in; leads to `next` where that is an address of this site, else to where the person works."""

    template_name = "accounts/sign_in.html"
    authentication_form = PublicSignInForm
    redirect_authenticated_user = False

    def get_default_redirect_url(self) -> str:
        """My works, the admin, or the home page."""
        return start_of(self.request)


@method_decorator(never_cache, name="dispatch")
class SignOutView(TemplateView):
    """Asks first: a link that signs out at once would be followed by browsers that fetch ahead."""

    template_name = "accounts/sign_out.html"

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Sign out and go home."""
        return views.LogoutView.as_view(next_page="/")(request)


class ChangePasswordView(views.PasswordChangeView):
    """A new password for somebody who knows the old one."""

    template_name = "accounts/change_password.html"

    def get_success_url(self) -> str:
        """Back to work."""
        return start_of(self.request)

    def form_valid(self, form) -> HttpResponse:
        """Say that it worked."""
        response = super().form_valid(form)
        messages.success(self.request, _("The new password holds from now on."))
        return response


class ForgottenPasswordView(views.PasswordResetView):
    """Sends a letter with a link, and never says whether there is such an account."""

    template_name = "accounts/forgotten_password.html"
    email_template_name = "accounts/password_letter.txt"
    subject_template_name = "accounts/password_letter_subject.txt"
    form_class = ForgottenPasswordForm
    success_url = reverse_lazy("password_letter_sent")

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Not without end: a letter costs the one who gets it."""
        if is_ratelimited(
            request,
            group="accounts.letters",
            key=lambda group, request: client_address(request),
            rate=LETTERS_RATE,
            increment=True,
        ):
            return render(request, "accounts/too_many_letters.html", status=429)
        return super().post(request, *args, **kwargs)


class LetterSentView(TemplateView):
    """What to do next."""

    template_name = "accounts/letter_sent.html"


class SetPasswordView(views.PasswordResetConfirmView):
    """Sets the password of who holds the link from a letter, and signs in."""

    template_name = "accounts/set_password.html"
    post_reset_login = True
    post_reset_login_backend = "django.contrib.auth.backends.ModelBackend"

    def form_valid(self, form) -> HttpResponse:
        """Straight to work: somebody who was invited has nothing to remember but the password."""
        super().form_valid(form)
        messages.success(self.request, _("The new password holds from now on."))
        return redirect(start_of(self.request))

    def get_success_url(self) -> str:
        """Asked before the one above answers."""
        return "/"
