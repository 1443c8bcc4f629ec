"""The one block that only manuals have: a group's tasks, drawn as a diagram."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from manuals.flowchart import draw_task_diagram
from portal.content.blocks import BODY_BLOCKS, LISTS


class TasksBlock(blocks.StructBlock):
    """A work group and its tasks; the diagram is drawn from the list."""

    title = blocks.CharBlock(label=_("Work group"), help_text=_("For example กลุ่มงานวัดและประเมินผลการศึกษา."))
    tasks = blocks.ListBlock(blocks.TextBlock(label=_("Task"), rows=1), label=_("Tasks"))

    def get_context(self, value, parent_context=None):
        """Add the drawing."""
        context = super().get_context(value, parent_context)
        context["drawing"] = draw_task_diagram(
            value["title"],
            list(value["tasks"]),
            description=gettext("%(group)s: %(tasks)s")
            % {"group": value["title"], "tasks": gettext("; ").join(value["tasks"])},
            ids=f"tasks-{(parent_context or {}).get('block_place', 0)}",
        )
        return context

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
