"""Videos and sounds as phones and recorders make them: what they are against what they are called, and no place."""

from __future__ import annotations

from typing import IO, Any, Final, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from portal.content.held_files import held_collection
from portal.content.media_checks import TYPES, check_media
from portal.content.models import PortalMedia

from .boxes import Broken, Film, brand_of, without_place
from .names import ending_of
from .refusing import refuse

ENDINGS: Final = tuple(f".{ending}" for ending in TYPES)
MOST_WAITING: Final = 1024 * 1024 * 1024  # bytes of one account that lie unpublished
_IN_BOXES: Final = (".mp4", ".m4a")
_OTHERS: Final = (b"qt  ", b"heic", b"heix", b"mif1", b"avif", b"crx ")  # made of boxes too: QuickTime and pictures
_WEBM: Final = b"webm"
_HEAD: Final = 64  # bytes in which a Matroska file says which kind it is


def check_recording(upload: UploadedFile, user: Any) -> tuple[str, Film]:
    """Return the ending of an upload that may be kept, and how it is shown; refuse every other.

    What an MP4 tells of the place where it was filmed is blanked in the upload itself."""
    ending = ending_of(
        upload.name,
        ENDINGS,
        _("Videos can be MP4 or WebM, sounds MP3, M4A, OGG or WAV. Save yours as one of these; phones offer MP4."),
    )
    if not upload.size:
        refuse("empty", _("The file is empty. Record or save it again and upload it."))
    try:
        check_media(upload)
    except ValidationError as error:
        refuse(error.code or "wrong_type", " ".join(error.messages))
    _check_room(upload, user)
    upload.seek(0)
    if ending in _IN_BOXES:
        return ending, _in_boxes(upload)
    if ending == ".webm" and _WEBM not in upload.read(_HEAD):
        refuse("misnamed", _("This is a Matroska file with the name of a WebM. Save it as MP4 and upload that."))
    return ending, Film()


def kind_of(ending: str) -> str:
    """`video` or `audio`."""
    return TYPES[ending.removeprefix(".")].partition("/")[0]


def _in_boxes(upload: UploadedFile) -> Film:
    file = cast("IO[bytes]", upload.file)
    if brand_of(file) in _OTHERS:
        refuse(
            "misnamed", _("This is no MP4, only called so. On the phone choose “most compatible”, or save it as MP4.")
        )
    try:
        return without_place(file)
    except Broken:
        refuse("damaged", _("The file is cut off or damaged. Play it on your device, then upload it again."))


def _check_room(upload: UploadedFile, user: Any) -> None:
    """One account does not fill the disk with what nobody has published."""
    waiting = PortalMedia.objects.filter(collection=held_collection(), uploaded_by_user=user)
    if sum(media.file_size or 0 for media in waiting) + (upload.size or 0) > MOST_WAITING:
        refuse(
            "room",
            _("Your unpublished videos and sounds are larger than %(most)s together. Remove one, or put it elsewhere.")
            % {"most": filesizeformat(MOST_WAITING)},
        )
