"""The one block that only manuals have: a group's tasks, drawn as a diagram."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.content.blocks import BODY_BLOCKS, LISTS


class TasksBlock(blocks.StructBlock):
    """A work group and its tasks; the diagram is drawn from the list."""

    title = blocks.CharBlock(label=_("Work group"), help_text=_("For example กลุ่มงานวัดและประเมินผลการศึกษา."))
    tasks = blocks.ListBlock(blocks.TextBlock(label=_("Task"), rows=1), label=_("Tasks"))

    class Meta:
        icon = "sitemap"
        label = _("Tasks of a work group")
        group = LISTS
        template = "manuals/blocks/tasks.html"
        description = _("A list of tasks; the portal draws the diagram.")
        preview_value = {
            "title": "กลุ่มงานวัดและประเมินผลการศึกษา",
            "tasks": ["งานส่งเสริมการวัดและประเมินผลการศึกษา", "งานทดสอบทางการศึกษา"],
        }


CHAPTER_BLOCKS = [*BODY_BLOCKS, ("tasks", TasksBlock())]
