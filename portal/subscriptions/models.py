"""Who is told by e-mail of what is new: an address and what it is about, nothing else."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models import KnowledgePage, LearningArea, SchoolNetwork


def new_key() -> str:
    """What a letter's links know a subscriber by: nobody can guess it."""
    return secrets.token_urlsafe(24)


class Topics(models.Model):
    """Learning areas and networks that somebody chose."""

    wagtail_reference_index_ignore = True

    email = models.EmailField(_("e-mail address"))
    areas = models.ManyToManyField(LearningArea, verbose_name=_("learning areas"), blank=True, related_name="+")
    networks = models.ManyToManyField(SchoolNetwork, verbose_name=_("school networks"), blank=True, related_name="+")
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        abstract = True


class Signup(Topics):
    """Somebody typed an address; whether it is theirs, the link in the letter shows. Deleted after some days."""

    class Meta:
        verbose_name = _("subscription to be confirmed")
        verbose_name_plural = _("subscriptions to be confirmed")
        indexes = [models.Index(fields=["email", "created_at"])]

    def __str__(self) -> str:
        return str(self.pk)


class Digest(models.Model):
    """One weekly round: the pages that were new then."""

    wagtail_reference_index_ignore = True

    made_at = models.DateTimeField(_("made at"), db_index=True)
    letters = models.PositiveIntegerField(_("letters"), default=0)

    class Meta:
        verbose_name = _("weekly digest")
        verbose_name_plural = _("weekly digests")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return str(self.made_at)


class DigestedPage(models.Model):
    """A page that was in a digest, or was there before the first one (`digest` is empty): it is news no more."""

    wagtail_reference_index_ignore = True

    page = models.OneToOneField(KnowledgePage, on_delete=models.CASCADE, related_name="+")
    digest = models.ForeignKey(Digest, null=True, on_delete=models.CASCADE, related_name="pages")

    class Meta:
        verbose_name = _("page of a digest")
        verbose_name_plural = _("pages of digests")

    def __str__(self) -> str:
        return str(self.page_id)


class Subscriber(Topics):
    """An address whose owner confirmed it; deleted when they leave. `last_digest` is the last one that was theirs."""

    email = models.EmailField(_("e-mail address"), unique=True)
    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    last_digest = models.ForeignKey(Digest, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")

    def __str__(self) -> str:
        return str(self.pk)
