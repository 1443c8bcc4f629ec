"""A chapter of a manual: running text."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from manuals.blocks import CHAPTER_BLOCKS
from manuals.contents import contents_of, place_of, sections_of
from manuals.texts import body_text
from portal.citing.values import CitationDetails
from portal.content.models import KnowledgePage
from portal.thai.romanise import AnchorMaker

from .manual import WorkManualPage


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter, or the name of a group of tasks."""

    text: str
    anchor: str


class ManualChapterPage(KnowledgePage):
    """A chapter (บท) of a work manual."""

    template = "manuals/chapter.html"
    parent_page_types = ["manuals.WorkManualPage"]
    subpage_types: list[str] = []
    is_kept_offline = True
    page_description = _("Running text of a manual, for example the roles of the work groups or a calendar.")

    body = StreamField(CHAPTER_BLOCKS, blank=True, verbose_name=_("text"))
    import_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)

    content_panels = [*KnowledgePage.content_panels, FieldPanel("body"), *KnowledgePage.knowledge_panels]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def get_context(self, request, *args, **kwargs):
        """Add the neighbours in the manual, and the processes that follow this chapter."""
        context = super().get_context(request, *args, **kwargs)
        manual = WorkManualPage.objects.parent_of(self).published().first()
        entries = contents_of(manual) if manual else []
        sections = [one for one in sections_of(entries) if one.chapter and one.chapter.page.pk == self.pk]
        context.update(
            manual=manual,
            place=place_of(self, entries),
            section=sections[0] if sections else None,
            headings=self.headings,
        )
        return context

    @property
    def headings(self) -> list[Heading]:
        """The headings of the text and its groups of tasks, with the names of their permanent links."""
        name = AnchorMaker()
        named = [block for block in self.body if block.block_type in ("heading", "tasks")]
        texts = [str(block.value["title"] if block.block_type == "tasks" else block.value) for block in named]
        return [Heading(text, name(text)) for text in texts]

    def citation_details(self) -> CitationDetails:
        """Part of its manual."""
        return CitationDetails(kind="chapter")

    def text_parts(self) -> list[str]:
        """Title, summary, and the running text."""
        return [*super().text_parts(), body_text(self.body)]
