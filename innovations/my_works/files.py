"""Files of a draft: new ones are checked and kept private, and only own ones may be put into a work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from innovations.models import WorkPage
from innovations.uploads import accept_document, accept_picture, accept_recording
from innovations.uploads.documents import KINDS
from innovations.uploads.pictures import LARGEST_FILE
from innovations.uploads.recordings import ENDINGS
from portal.content.media_checks import MOST_BYTES
from portal.content.models import PortalDocument, PortalImage, PortalMedia

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Takes:
    """What a field for files takes: what browsers offer, what checks and keeps one, the largest, how many in one go."""

    offers: str
    accept: Callable[[UploadedFile, Any], Any]
    most_bytes: Callable[[], int]
    most_files: int = 12  # as a phone sends them


PICTURES: Final = Takes("image/*", accept_picture, lambda: LARGEST_FILE)
DOCUMENTS: Final = Takes(",".join(KINDS), accept_document, lambda: settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
RECORDINGS: Final = Takes(f"video/mp4,{','.join(ENDINGS)}", accept_recording, lambda: MOST_BYTES, most_files=3)


class ManyFilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class UploadField(forms.FileField):
    """Files that are accepted while the form is checked: `cleaned` values are the stored pictures or documents."""

    def __init__(self, takes: Takes, *, is_many: bool = False, **options: Any) -> None:
        attributes = {
            "accept": takes.offers,
            "data-most": takes.most_bytes(),
            **({"multiple": True} if is_many else {}),
        }
        widget = ManyFilesInput(attrs=attributes) if is_many else forms.FileInput(attrs=attributes)
        super().__init__(required=False, widget=widget, **options)
        self.user: Any = None
        self.takes, self.is_many = takes, is_many

    def clean(self, data: Any, initial: Any = None) -> Any:
        """What was stored: one record or None; of many a list. Errors name the file."""
        uploads = [upload for upload in (data if isinstance(data, list | tuple) else [data]) if upload]
        if len(uploads) > self.takes.most_files:
            raise ValidationError(_("Choose at most %(most)s files at a time.") % {"most": self.takes.most_files})
        kept, errors = [], []
        for upload in uploads:
            try:
                kept.append(self.takes.accept(super().clean(upload), self.user))
            except ValidationError as error:
                errors += [f"{upload.name}: {message}" for message in error.messages]
        if errors:
            raise ValidationError(errors)
        return kept if self.is_many else (kept[0] if kept else None)


def pictures_of(work: WorkPage, user: User) -> QuerySet[PortalImage]:
    """The pictures that the user may put into the work: own uploads, and what it has already."""
    used = _used(work, ("cover", "model_diagram"), (("pictures", "image_id"),))
    return PortalImage.objects.filter(uploaded_by_user=user) | PortalImage.objects.filter(pk__in=used)


def documents_of(work: WorkPage, user: User) -> QuerySet[PortalDocument]:
    """The same for files."""
    used = _used(work, ("full_text",), (("attachments", "document_id"),))
    return PortalDocument.objects.filter(uploaded_by_user=user) | PortalDocument.objects.filter(pk__in=used)


def recordings_of(work: WorkPage, user: User) -> QuerySet[PortalMedia]:
    """The same for videos and sounds."""
    used = _used(work, (), (("media", "media_id"),))
    return PortalMedia.objects.filter(uploaded_by_user=user) | PortalMedia.objects.filter(pk__in=used)


def _used(work: WorkPage, fields: Sequence[str], rows: Sequence[tuple[str, str]]) -> list[int]:
    own = [getattr(work, f"{name}_id", None) for name in fields]
    of_rows = [getattr(row, key) for relation, key in rows for row in getattr(work, relation).all()]
    return [pk for pk in (*own, *of_rows) if pk]
