"""Guests who score one work without an account."""

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .states import ReviewState

SALT = "innovations.review.invitation"


class Invitation(models.Model):
    """A link to read and score one work: signed, until a day, and taken back at any time."""

    wagtail_reference_index_ignore = True

    state = models.ForeignKey(ReviewState, on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(_("name"), max_length=200, help_text=_("For example ผศ.ดร.ใจดี มีวิชา."))
    email = models.EmailField(_("e-mail address"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    opened_at = models.DateTimeField(_("first opened"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["created_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["state", "email"], name="one_invitation_of_a_guest")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of the link, without the host."""
        return reverse("guest_review", args=[self.token])

    @property
    def token(self) -> str:
        """What stands in the link."""
        return signing.dumps(self.pk, salt=SALT)

    @property
    def is_valid(self) -> bool:
        """The link still opens the work."""
        return not self.revoked_at and self.expires_at > timezone.now() and self.state.is_open
