"""Pictures and files, with names that survive every file system."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from portal.content.private_files import PrivateFileStorage
from portal.thai.romanise import file_name


class PortalImage(AbstractImage):
    """A picture; `description` is its text alternative, kept once with the picture."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename: str) -> str:
        """Romanised: Django would drop Thai vowels and tone marks from the name."""
        return super().get_upload_to(file_name(filename))


class PortalRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="content_rendition_unique")
        ]


def document_path(document: models.Model, filename: str) -> str:
    """Where an uploaded file goes: romanised, since Django would drop Thai vowels and tone marks from the name."""
    return f"documents/{file_name(filename)}"


class PortalDocument(AbstractDocument):
    """A file to download."""

    file = models.FileField(upload_to=document_path, storage=PrivateFileStorage(), verbose_name=_("file"))

    admin_form_fields = Document.admin_form_fields
    search_fields = [*AbstractDocument.search_fields, index.AutocompleteField("filename")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
