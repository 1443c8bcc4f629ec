"""The letter with which a contributor begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from innovations.models import Contributor
from portal.mail.letters import send_letter

if TYPE_CHECKING:
    from portal.accounts.models import User


def send_invitations(contributors: Iterable[Contributor]) -> int:
    """Write to each: with a link to set the password, or, to who has one, only that works may be sent in now."""
    number = 0
    for contributor in contributors:
        _send(contributor)
        number += 1
    return number


def send_again(contributors: Iterable[Contributor]) -> int:
    """Write once more to those who have never set a password; the others need no letter. How many were written."""
    return send_invitations([one for one in contributors if one.user.is_active and not one.user.has_usable_password()])


def set_password_link(user: User) -> str:
    """The address that lets its holder set the password once."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return _absolute(reverse("set_password", args=[uid, default_token_generator.make_token(user)]))


def _send(contributor: Contributor) -> None:
    user = contributor.user
    with translation.override(settings.LANGUAGE_CODE):
        values = {
            "contributor": contributor,
            "name": user.get_full_name() or user.get_username(),
            "link": "" if user.has_usable_password() else set_password_link(user),
            "my_works": _absolute(reverse("my_works:list")),
            "forgotten": _absolute(reverse("forgotten_password")),
            "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
        }
        text = render_to_string("innovations/invitation/letter.txt", values)
        send_letter(user.email, _("Invitation to send in works of your school"), text)
    contributor.letter_sent_at = timezone.now()
    contributor.save(update_fields=["letter_sent_at"])


def _absolute(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
