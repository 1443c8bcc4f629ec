"""Those who send in works: an account, and the school it speaks for."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Contributor(models.Model):
    """A person who may send in works for a school. No page permission, no access to the admin comes with it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="contributor"
    )
    school = models.ForeignKey(
        "content.School", verbose_name=_("school"), on_delete=models.PROTECT, related_name="contributors"
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now, editable=False)
    letter_sent_at = models.DateTimeField(_("last letter sent at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["school__sort_text", "user__first_name"]

    def __str__(self) -> str:
        return f"{self.user.get_full_name() or self.user.get_username()} ({self.school})"


class ReviewAnswer(models.Model):
    """What a contributor answers to the comments with which a work came back."""

    page = models.ForeignKey(
        "innovations.WorkPage", verbose_name=_("work"), on_delete=models.CASCADE, related_name="review_answers"
    )
    task_state = models.ForeignKey(
        "wagtailcore.TaskState",
        verbose_name=_("review"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="review_answers",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("contributor"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("answer"))
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)

    class Meta:
        verbose_name = _("answer to a review")
        verbose_name_plural = _("answers to reviews")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
