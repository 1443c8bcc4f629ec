"""The one block that only manuals have: a group's tasks, listed beside the diagram drawn from them."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from manuals.flowchart import draw_task_diagram
from portal.content.blocks import BODY_BLOCKS, LISTS
from portal.content.site_digits import site_digits


class TasksBlock(blocks.StructBlock):
    """A work group and its tasks; the diagram is drawn from the list. Both bear the same numbers."""

    title = blocks.CharBlock(label=_("Work group"), help_text=_("For example กลุ่มงานวัดและประเมินผลการศึกษา."))
    tasks = blocks.ListBlock(blocks.TextBlock(label=_("Task"), rows=1), label=_("Tasks"))

    def get_context(self, value, parent_context=None):
        """Add the numbers, counted over the groups of the page, and the drawing."""
        context = super().get_context(value, parent_context)
        group, request = context.get("task_group", 1), context.get("request")
        digits = site_digits(request)
        rows = [(digits(f"{group}.{place}"), task) for place, task in enumerate(value["tasks"], start=1)]
        ids = f"tasks-{context.get('block_place', 0)}"
        drawing = draw_task_diagram(
            f"{digits(str(group))} {value['title']}",
            [f"{number} {task}" for number, task in rows],
            description=gettext("%(group)s: %(tasks)s")
            % {"group": value["title"], "tasks": gettext("; ").join(value["tasks"])},
            ids=ids,
        )
        return {**context, "number": digits(str(group)), "rows": rows, "drawing": drawing, "list_id": f"{ids}-list"}

    class Meta:
        icon = "sitemap"
        label = _("Tasks of a work group")
        group = LISTS
        template = "manuals/blocks/tasks.html"
        description = _("A list of tasks without numbers: the portal numbers them and draws the diagram.")
        preview_value = {
            "title": "กลุ่มงานวัดและประเมินผลการศึกษา",
            "tasks": ["งานส่งเสริมการวัดและประเมินผลการศึกษา", "งานทดสอบทางการศึกษา"],
        }


CHAPTER_BLOCKS = [*BODY_BLOCKS, ("tasks", TasksBlock())]
