"""Pictures and files, with names that survive every file system."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    get_rendition_upload_to,
    get_upload_to,
)
from wagtail.search import index

from portal.content.picture_storage import PRIVATE, PictureStorage, is_private
from portal.content.private_files import PrivateFileStorage
from portal.thai.romanise import file_name

from .held import Held


class PortalImage(AbstractImage, Held):
    """A picture; `description` is its text alternative, kept once with the picture."""

    file = WagtailImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        storage=PictureStorage(),
        width_field="width",
        height_field="height",
    )

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename: str) -> str:
        """Romanised: Django would drop Thai vowels and tone marks from the name. Private where few may read."""
        name = super().get_upload_to(file_name(filename))
        return PRIVATE + name if self.collection.get_view_restrictions().exists() else name


class PortalRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")
    file = WagtailImageField(
        upload_to=get_rendition_upload_to, storage=PictureStorage(), width_field="width", height_field="height"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="content_rendition_unique")
        ]

    @staticmethod
    def construct_cache_key(image, filter_cache_key, filter_spec) -> str:
        """Another one where the picture is private: other processes remember the address in the other place."""
        key = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{key}-private" if is_private(image.file.name) else key

    def get_upload_to(self, filename: str) -> str:
        """Beside the picture."""
        name = super().get_upload_to(filename)
        return PRIVATE + name if is_private(self.image.file.name) else name


def document_path(document: models.Model, filename: str) -> str:
    """Where an uploaded file goes: romanised, since Django would drop Thai vowels and tone marks from the name."""
    return f"documents/{file_name(filename)}"


class PortalDocument(AbstractDocument, Held):
    """A file to download."""

    file = models.FileField(upload_to=document_path, storage=PrivateFileStorage(), verbose_name=_("file"))

    admin_form_fields = Document.admin_form_fields
    search_fields = [*AbstractDocument.search_fields, index.AutocompleteField("filename")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
