"""Pictures as phones and scanners make them: checked before they are decoded, drawn anew without what they tell."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from .names import ending_of
from .refusing import refuse

LARGEST_FILE: Final = 30 * 1024 * 1024  # bytes
LONGEST_EDGE: Final = 2400  # pixels of what is kept: more than any screen of a school shows
MOST_PIXELS: Final = 50_000_000  # decoded whole, about 200 MB of memory
MOST_PIXELS_OF_JPEG: Final = 120_000_000  # the cameras of phones; decoded at a part of its edges
_LARGEST_DRAWING: Final = 1_500_000  # bytes of a PNG; above it is a photograph
_QUALITY: Final = 85
_FORMATS: Final[dict[str, tuple[str, ...]]] = {
    ".jpg": ("JPEG", "MPO"),
    ".jpeg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
    ".gif": ("GIF",),
    ".heic": ("HEIF",),
    ".heif": ("HEIF",),
}
_READ: Final = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")  # MPO, several pictures in one file, is opened as JPEG


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture that may be shown: its file, and the ending that goes with it."""

    content: bytes
    ending: str
    size: tuple[int, int]


def clean_picture(upload: UploadedFile) -> Cleaned:
    """Return the picture upright, at most `LONGEST_EDGE` wide and high, in sRGB, with no metadata."""
    ending = _ending(upload)
    if not upload.size:
        refuse("empty", _("The file is empty. Take or save the picture again and upload it."))
    if upload.size > LARGEST_FILE:
        refuse(
            "too_large",
            _("The picture is larger than 30 MB. Send it in a smaller size, for example by LINE to yourself."),
        )
    register_heif_opener()
    upload.seek(0)
    try:
        with Image.open(upload, formats=_READ) as picture:
            _check(picture, ending)
            return _encoded(_reduced(picture))
    except Image.DecompressionBombError:
        refuse("too_many_pixels", _("The picture has too many pixels to open safely. Make it smaller and upload it."))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        return _refuse_unreadable(upload)


def _ending(upload: UploadedFile) -> str:
    name = (upload.name or "").lower()
    if name.endswith((".svg", ".svgz")):
        refuse("svg", _("SVG drawings can hold programs. Export the drawing as PNG and upload that."))
    return ending_of(
        upload.name,
        _FORMATS,
        _("Pictures can be JPG, PNG, WebP, GIF or HEIC. Save the picture as JPG and upload that."),
    )


def _check(picture: Image.Image, ending: str) -> None:
    if picture.format not in _FORMATS[ending]:
        refuse(
            "misnamed",
            _("The file is called %(ending)s but is a %(format)s picture. Give it its right ending, or save it as JPG.")
            % {"ending": ending, "format": picture.format},
        )
    most = MOST_PIXELS_OF_JPEG if picture.format in ("JPEG", "MPO") else MOST_PIXELS
    if picture.width * picture.height > most:
        refuse(
            "too_many_pixels",
            _("The picture has %(width)s x %(height)s pixels, too many to open safely. Make it smaller and upload it.")
            % {"width": picture.width, "height": picture.height},
        )
    if min(picture.size) < 2:
        refuse("too_small", _("The picture is a single line of pixels. Choose the picture itself."))


def _reduced(picture: Image.Image) -> Image.Image:
    """Upright, shrunk and in sRGB, as a new picture that knows nothing of where it comes from."""
    picture.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))  # JPEG only: decode no more than is kept
    if picture.width * picture.height > MOST_PIXELS:
        refuse("too_many_pixels", _("The picture has too many pixels to open safely. Make it smaller and upload it."))
    upright = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    if upright.mode != "CMYK":
        upright = upright.convert(mode)
    upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    upright = _in_srgb(upright, profile, mode)
    new = Image.new(mode, upright.size)
    new.paste(upright)
    new.info["drawing"] = picture.format in ("PNG", "GIF")
    return new


def _in_srgb(picture: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """Phones keep colours in spaces of their own, which are lost with the metadata."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
            return converted or picture
        except ImageCms.PyCMSError:  # a profile that does not fit its picture: browsers ignore it as well
            return picture.convert(mode)
    return picture.convert(mode)


def _encoded(picture: Image.Image) -> Cleaned:
    is_drawing = picture.info.pop("drawing", False)
    has_holes = picture.mode == "RGBA"
    if is_drawing or has_holes:
        content = _saved(picture, "PNG", optimize=True)
        if has_holes or len(content) <= _LARGEST_DRAWING:
            return Cleaned(content, ".png", picture.size)
    content = _saved(picture, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Cleaned(content, ".jpg", picture.size)


def _saved(picture: Image.Image, format_name: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, format_name, **options)
    return target.getvalue()


def _refuse_unreadable(upload: UploadedFile) -> Cleaned:
    upload.seek(0)
    head = upload.read(1024).lstrip().lower()
    if head.startswith((b"<", b"\xef\xbb\xbf<")):
        refuse(
            "not_a_picture",
            _("This is a web page or drawing with the name of a picture. Save the picture itself as JPG."),
        )
    refuse("broken", _("The picture is damaged or is no picture. Open it, save it again as JPG, and upload that."))
