"""A chapter of a manual: running text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from manuals.blocks import CHAPTER_BLOCKS
from portal.content.models import KnowledgePage


class ManualChapterPage(KnowledgePage):
    """A chapter (บท) of a work manual."""

    template = "manuals/chapter.html"
    parent_page_types = ["manuals.WorkManualPage"]
    subpage_types = []

    body = StreamField(CHAPTER_BLOCKS, blank=True, verbose_name=_("text"))
    import_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)

    content_panels = [*KnowledgePage.content_panels, FieldPanel("body"), *KnowledgePage.knowledge_panels]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
