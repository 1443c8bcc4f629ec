"""The demo attaches files of several kinds, and what stands in them can be read for the search."""

import pytest

from manuals.demo import load
from manuals.demo.attachments import FILES
from portal.content.attachment_text.records import catch_up, text_of
from portal.content.attachment_text.values import Problem
from portal.content.models import DocumentText, PageAttachment

pytestmark = pytest.mark.django_db


def test_the_files_are_attached_and_readable(home):
    load()
    catch_up(60)
    attached = PageAttachment.objects.select_related("document", "page")
    assert {row.page.title for row in attached} == set(FILES)
    assert {row.document.file_extension for row in attached} == {"pdf", "docx", "pptx", "xlsx"}
    assert not DocumentText.objects.exclude(problem=Problem.NONE).exists()
    texts = text_of([row.document_id for row in attached])
    said = {row.page.title: texts[row.document_id] for row in attached}
    assert "หัวหน้าสนามสอบทันทีและไม่เปิดกล่อง" in said["งานทดสอบทางการศึกษาระดับชาติ"]
    assert any("กัลยาณมิตร" in text for text in texts.values())
    assert all(len(text) > 200 for text in texts.values())
