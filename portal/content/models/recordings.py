"""Videos and sounds that the portal keeps itself."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from portal.content.media_checks import check_media
from portal.content.private_files import PrivateFileStorage
from portal.thai.romanise import file_name

from .held import Held


def media_path(media: models.Model, filename: str) -> str:
    """Where a video or sound goes."""
    return f"media/{file_name(filename)}"


class PortalMedia(AbstractMedia, Held):
    """A video or sound, handed out by a view that asks who may have it."""

    file = models.FileField(upload_to=media_path, storage=PrivateFileStorage(), verbose_name=_("file"))

    admin_form_fields = ("title", "file", "collection", "duration", "width", "height", "tags")

    class Meta(AbstractMedia.Meta):
        verbose_name = _("video or sound file")
        verbose_name_plural = _("video and sound files")

    def clean(self, *args, **kwargs) -> None:
        """As wagtailmedia, which looks at the name; and the file itself is looked at."""
        super().clean(*args, **kwargs)
        if self.file and not getattr(self.file, "_committed", True):  # newly uploaded
            check_media(self.file)

    @property
    def url(self) -> str:
        """The address under which it is played and fetched."""
        return reverse("media_file", args=[self.pk, self.filename])

    @property
    def file_size(self) -> int | None:
        """In bytes; None when the file is gone."""
        return self.file.size if self.file.name and self.file.storage.exists(self.file.name) else None
