"""From an upload to a record: nothing is stored that was not checked, and nothing lies in public."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from portal.content.held_files import held_collection
from portal.content.models import PortalDocument, PortalImage, PortalMedia
from portal.thai.normalise import normalise

from .documents import check_document
from .pictures import clean_picture
from .recordings import check_recording, kind_of

LONGEST_TITLE = 200


def accept_picture(upload: UploadedFile, user: Any) -> PortalImage:
    """Keep a picture upright, small and without its metadata, among the unpublished files, as `user`'s.

    Raises `ValidationError`, which says what to do, for what is no picture or cannot be taken."""
    cleaned = clean_picture(upload)
    title = _title(upload)
    image = PortalImage(
        title=title,
        file=ContentFile(cleaned.content, name=f"{title}{cleaned.ending}"),
        collection=held_collection(),
        uploaded_by_user=user,
    )
    image._set_image_file_metadata()
    image.save()
    return image


def accept_document(upload: UploadedFile, user: Any) -> PortalDocument:
    """Keep a document among the unpublished files, as `user`'s.

    Raises `ValidationError`, which says what to do, for what could harm its readers or is not what its name says."""
    ending = check_document(upload)
    title = _title(upload)
    upload.seek(0)
    upload.name = f"{title}{ending}"
    document = PortalDocument(title=title, file=upload, collection=held_collection(), uploaded_by_user=user)
    document._set_document_file_metadata()
    document.save()
    return document


def accept_recording(upload: UploadedFile, user: Any) -> PortalMedia:
    """Keep a video or sound, without the place where it was filmed, among the unpublished files, as `user`'s.

    Raises `ValidationError`, which says what to do, for what browsers could not play or is not what its name says."""
    ending, film = check_recording(upload, user)
    title = _title(upload)
    upload.seek(0)
    upload.name = f"{title}{ending}"
    return PortalMedia.objects.create(
        title=title,
        type=kind_of(ending),
        file=upload,
        duration=film.duration,
        width=film.width or None,
        height=film.height or None,
        collection=held_collection(),
        uploaded_by_user=user,
    )


def _title(upload: UploadedFile) -> str:
    """The name of the file as its owner knows it, without its ending."""
    name = normalise(PurePath((upload.name or "").replace("\\", "/")).stem)
    return " ".join(name.split())[:LONGEST_TITLE].strip(" .") or "file"
