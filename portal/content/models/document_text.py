"""The text inside of an uploaded file, kept beside the document for the search."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .media import PortalDocument


class DocumentTextQuerySet(models.QuerySet):
    """Texts of documents."""

    def current(self) -> "DocumentTextQuerySet":
        """Those made from the file that the document has now: of a file that was replaced nothing is found."""
        return self.filter(source_name=F("document__file"), source_hash=F("document__file_hash"))


class DocumentText(models.Model):
    """What reading a document's file gave: as private as the document, shown to nobody as it is.

    The file is named by its place and its hash; a file that takes the place of another has another hash."""

    document = models.OneToOneField(
        PortalDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="inner_text"
    )
    text = models.TextField(_("text"), blank=True)
    problem = models.CharField(_("problem"), max_length=20, blank=True)  # a value of attachment_text.values.Problem
    detail = models.CharField(_("detail"), max_length=50, blank=True)
    source_name = models.CharField(_("file"), max_length=255)
    source_hash = models.CharField(_("hash of the file"), max_length=40, blank=True)
    source_size = models.PositiveBigIntegerField(_("size of the file"), null=True)
    made_at = models.DateTimeField(_("read at"), default=timezone.now)

    wagtail_reference_index_ignore = True  # otherwise every document counts as used once

    objects = DocumentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return self.source_name


# Of `PortalDocument`: read already from the file it has now.
IS_READ = Q(inner_text__source_name=F("file"), inner_text__source_hash=F("file_hash"))
