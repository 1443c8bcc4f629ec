"""Whether a video or sound file is what its name says, and no larger than the office can serve."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

MOST_BYTES: Final = 200 * 1024 * 1024
TYPES: Final = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
_HEAD: Final = 16  # bytes that tell the kinds apart


def check_media(file: File) -> None:
    """Raise ValidationError, which says what to do, for a file that browsers could not play."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            _("The file is larger than %(most)s MB. Shorten it, or put it on a video site and give its address here.")
            % {"most": MOST_BYTES // 1024 // 1024},
            code="too_large",
        )
    if not _is_what_it_says(extension_of(file.name or ""), _head_of(file)):
        raise ValidationError(
            _("The file is not what its name says. Save it as MP4, WebM, MP3, M4A, OGG or WAV and choose it again."),
            code="wrong_type",
        )


def extension_of(name: str) -> str:
    """The ending of a file's name without its dot, in small letters."""
    return name.rpartition(".")[2].lower()


def _head_of(file: File) -> bytes:
    file.open()
    file.seek(0)
    head: bytes = file.read(_HEAD)
    file.seek(0)
    return head


def _is_what_it_says(extension: str, head: bytes) -> bool:
    match extension:
        case "mp4" | "m4a":
            return head[4:8] == b"ftyp"
        case "webm":
            return head.startswith(b"\x1a\x45\xdf\xa3")
        case "ogg":
            return head.startswith(b"OggS")
        case "wav":
            return head.startswith(b"RIFF") and head[8:12] == b"WAVE"
        case "mp3":
            return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)
    return False
