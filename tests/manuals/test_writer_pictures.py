"""Pictures of a manual are kept once, whatever their format, and leave no file behind when the import fails."""

from io import BytesIO

import pytest
from PIL import Image

from manuals.models import ManualChapterPage
from manuals.outline import Block, BlockKind, ChapterOutline, ManualOutline
from manuals.writer import save_manual, saving_manual
from portal.content.models import PortalDocument, PortalImage

EMF = b"\x01\x00\x00\x00" + bytes(200)


def picture(kind: str = "PNG") -> bytes:
    content = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, kind)
    return content.getvalue()


def manual(*contents: bytes, name: str = "ผัง.png", text: str = "ผังโครงสร้าง") -> ManualOutline:
    blocks = tuple(Block(BlockKind.IMAGE, text, image=content, image_name=name) for content in contents)
    return ManualOutline("คู่มือ", (ChapterOutline("บท", blocks),))


def files(media) -> list:
    """Pictures, and beside them the private files."""
    return [path for path in media.parent.rglob("*") if path.is_file()]


def test_the_same_picture_is_kept_once(manual_index):
    for _ in range(2):
        save_manual(manual(picture(), picture()), manual_index, publish=True)
    assert PortalImage.objects.count() == 1
    blocks = ManualChapterPage.objects.get().body
    assert [block.block_type for block in blocks] == ["image", "image"]
    assert blocks[0].value.contextual_alt_text == "ผังโครงสร้าง"


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_a_picture_that_browsers_do_not_show_becomes_one_that_they_do(manual_index, kind):
    save_manual(manual(picture(kind)), manual_index)
    with PortalImage.objects.get().file.open() as file:
        assert Image.open(file).format == "PNG"


def test_a_picture_that_nobody_can_read_is_kept_as_a_file(manual_index):
    save_manual(manual(EMF, name="chart.emf"), manual_index, publish=True)
    assert not PortalImage.objects.exists()
    document = PortalDocument.objects.get()
    assert f'id="{document.pk}"' in ManualChapterPage.objects.get().body.raw_data[0]["value"]
    with document.file.open("rb") as file:
        assert file.read() == EMF


def test_no_file_stays_of_an_import_that_failed(manual_index, media):
    saving = saving_manual(manual(picture(), EMF), manual_index)
    next(saving)
    next(saving)
    assert len(files(media)) == 2
    saving.close()
    assert files(media) == []
    assert not PortalImage.objects.exists()
