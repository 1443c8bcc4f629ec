"""The forms with which people sign in and recover a password."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from portal.mail.letters import send_letter


class SignInForm(LoginForm):
    """Wagtail's form, with a name for the password that translates."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")


class PublicSignInForm(AuthenticationForm):
    """Takes the user name or the e-mail address, however that is spelt."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _(
            "This name and this password do not belong together. Type both again; mind capital letters in the password."
        ),
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name or e-mail")
        self.fields["password"].label = _("Password")

    def clean_username(self) -> str:
        """The user name of who has that address; what was typed where nobody or several have it."""
        typed = self.cleaned_data["username"].strip()
        users = get_user_model().objects
        if "@" not in typed or users.filter(username=typed).exists():
            return typed
        found = list(users.filter(email__iexact=typed).values_list("username", flat=True)[:2])
        return found[0] if len(found) == 1 else typed


class ForgottenPasswordForm(PasswordResetForm):
    """Also for those who were invited and have never set a password."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")

    def get_users(self, email: str) -> Iterator:
        """Everybody active with that address."""
        return iter(get_user_model().objects.filter(email__iexact=email, is_active=True))

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Through the queue of letters, which tries again when the post fails."""
        subject = render_to_string(subject_template_name, context)
        send_letter(to_email, subject, render_to_string(email_template_name, context))
