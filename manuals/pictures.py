"""The pictures of a manual: each kept once; what no browser shows is kept as a file to download."""

from __future__ import annotations

from hashlib import sha1
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from django.utils.html import format_html
from PIL import Image, UnidentifiedImageError

from portal.content.models import PortalDocument, PortalImage

from .outline import Block

SHOWN = {"PNG", "JPEG", "GIF", "WEBP"}  # what every browser shows and Wagtail resizes
LONGEST_TITLE = 255
UNREADABLE = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError)


class Pictures:
    """Saves the pictures of one import and knows which files it wrote, to take them away when the import fails."""

    def __init__(self) -> None:
        self._written: list[FieldFile] = []

    def raw_block(self, block: Block) -> dict[str, Any]:
        """The body block of a picture: itself, or a link to its file."""
        content = _as_shown(block.image)
        if content is None:
            document = self._document(block)
            link = format_html(
                '<p><a linktype="document" id="{}">{}</a></p>', document.pk, block.text or document.title
            )
            return {"type": "paragraph", "value": link}
        image = self._image(block, content)
        value = {"image": image.pk, "alt_text": block.text, "decorative": not block.text}
        return {"type": "image", "value": value}

    def undo(self) -> None:
        """Delete the files; the records go with the transaction."""
        for file in self._written:
            file.storage.delete(str(file.name))

    def _image(self, block: Block, content: bytes) -> PortalImage:
        digest = _hash(content)
        image = PortalImage.objects.filter(file_hash=digest).first()
        if image is None:
            name = block.image_name or "picture.png"
            image = PortalImage(title=(block.text or name)[:LONGEST_TITLE], description=block.text[:LONGEST_TITLE])
            image.file = ContentFile(content, name)
            image.file_hash = digest
            image.save()
            self._written.append(image.file)
        return image

    def _document(self, block: Block) -> PortalDocument:
        digest = _hash(block.image)
        document = PortalDocument.objects.filter(file_hash=digest).first()
        if document is None:
            name = block.image_name or "picture"
            document = PortalDocument(title=(block.text or name)[:LONGEST_TITLE], file=ContentFile(block.image, name))
            document.file_hash = digest
            document.save()
            self._written.append(document.file)
        return document


def _as_shown(content: bytes) -> bytes | None:
    """The picture in a format that browsers show; None when it cannot be read."""
    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
            if picture.format in SHOWN:
                return content
            png = BytesIO()
            picture.save(png, "PNG")
            return png.getvalue()
    except UNREADABLE:
        return None


def _hash(content: bytes) -> str:
    return sha1(content, usedforsecurity=False).hexdigest()
