"""From an address in a form to a subscriber: a letter with a link that works some days, then the click."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.core import signing
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.mail.letters import send_letter

from .addresses import absolute, office
from .models import Digest, Signup, Subscriber

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.content.models import LearningArea, SchoolNetwork

DAYS: Final = 3  # that a link works, and an unconfirmed address is kept
MOST_A_DAY: Final = 3  # letters to one address that nobody confirmed
_SALT: Final = "portal.subscriptions.signup"


def sign_up(email: str, areas: Iterable[LearningArea], networks: Iterable[SchoolNetwork]) -> None:
    """Keep what was chosen and write to the address; not a fourth time a day. Nothing tells who is subscribed."""
    email = email.lower()
    if Signup.objects.filter(email=email, created_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        return
    with transaction.atomic():
        signup = Signup.objects.create(email=email)
        signup.areas.set(areas)
        signup.networks.set(networks)
        _write(signup)


def waiting(token: str) -> Signup | None:
    """The signup that a link belongs to; None when it is too old, not ours, or was used."""
    try:
        pk = signing.loads(token, salt=_SALT, max_age=timedelta(days=DAYS))
    except signing.BadSignature:
        return None
    return Signup.objects.filter(pk=pk).first()


@transaction.atomic
def confirm(signup: Signup) -> Subscriber:
    """Make the address a subscriber, or add to what it follows already."""
    last = Digest.objects.first()
    subscriber, _is_new = Subscriber.objects.get_or_create(email=signup.email, defaults={"last_digest": last})
    subscriber.areas.add(*signup.areas.all())
    subscriber.networks.add(*signup.networks.all())
    Signup.objects.filter(email=signup.email).delete()
    return subscriber


def forget_unconfirmed() -> None:
    """Delete addresses that nobody confirmed."""
    Signup.objects.filter(created_at__lt=timezone.now() - timedelta(days=DAYS)).delete()


def _write(signup: Signup) -> None:
    with override("th"):
        ours = office()
        context = {
            "topics": [*(area.name for area in signup.areas.all()), *(str(one) for one in signup.networks.all())],
            "url": absolute(reverse("subscribe_confirm", args=[signing.dumps(signup.pk, salt=_SALT)])),
            "days": DAYS,
            "office": ours,
        }
        text = render_to_string("subscriptions/letters/confirm.txt", context)
        html = render_to_string("subscriptions/letters/confirm.html", context)
        subject = _("Please confirm: weekly digest of %(portal)s") % {"portal": ours.portal_name}
    send_letter(signup.email, subject, text, html=html)
