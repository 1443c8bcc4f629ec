"""Files of a draft: new ones are checked and kept private, and only own ones may be put into a work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from innovations.models import WorkPage
from innovations.uploads import accept_document, accept_picture
from portal.content.models import PortalDocument, PortalImage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet

    from portal.accounts.models import User

MOST_FILES = 12  # in one go, as a phone sends them


class ManyFilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class UploadField(forms.FileField):
    """Files that are accepted while the form is checked: `cleaned` values are the stored pictures or documents."""

    def __init__(self, *, is_picture: bool, is_many: bool = False, **options: Any) -> None:
        kinds = "image/*" if is_picture else ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.zip"
        attributes = {"accept": kinds, "data-uploads": "", **({"multiple": True} if is_many else {})}
        widget = ManyFilesInput(attrs=attributes) if is_many else forms.FileInput(attrs=attributes)
        super().__init__(required=False, widget=widget, **options)
        self.user: Any = None
        self.is_many = is_many
        self.accept: Callable[[UploadedFile, User], Any] = accept_picture if is_picture else accept_document

    def clean(self, data: Any, initial: Any = None) -> Any:
        """What was stored: one record or None; of many a list. Errors name the file."""
        uploads = [upload for upload in (data if isinstance(data, list | tuple) else [data]) if upload]
        if len(uploads) > MOST_FILES:
            raise ValidationError(_("Choose at most %(most)s files at a time.") % {"most": MOST_FILES})
        kept, errors = [], []
        for upload in uploads:
            try:
                kept.append(self.accept(super().clean(upload), self.user))
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


def _used(work: WorkPage, fields: Sequence[str], rows: Sequence[tuple[str, str]]) -> list[int]:
    own = [getattr(work, f"{name}_id", None) for name in fields]
    of_rows = [getattr(row, key) for relation, key in rows for row in getattr(work, relation).all()]
    return [pk for pk in (*own, *of_rows) if pk]
