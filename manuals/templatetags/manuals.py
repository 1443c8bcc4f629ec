"""Running text whose lists take the number of the part they stand in, and the names of steps' links."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from manuals.contents import Entry
from manuals.numbering import step_anchor as anchor_of
from manuals.one_page import loaded, text_of
from portal.content.models import KnowledgePage, PageAttachment
from portal.content.rows import fetched

register = template.Library()


@register.simple_tag(takes_context=True)
def body(context: template.Context, value: StreamValue, number: str = "", heading_level: int = 3) -> SafeString:
    """The blocks of a body. In part 2 the items of its numbered lists are 2.1, 2.2, going on over all its lists.

    Groups of tasks are counted over the body; below a heading of the body theirs are one level deeper.
    """
    surroundings: dict[Any, Any] = context.flatten()
    given: dict[str, Any] = {"list_prefix": number, "list_start": 0, "heading_level": heading_level}
    given |= {"task_group": 1, "task_level": heading_level}
    rendered = []
    for place, block in enumerate(value, start=1):
        rendered.append(block.render(context={**surroundings, **given, "block_place": place}))
        if number and block.block_type == "numbered_list":
            given["list_start"] += len(block.value["items"])
        elif block.block_type == "tasks":
            given["task_group"] += 1
        elif block.block_type == "heading":
            given["task_level"] = heading_level + 1
    return mark_safe("\n".join(rendered))  # noqa: S308 - each block is rendered by its own template


@register.simple_tag
def attachments(page: KnowledgePage) -> list[PageAttachment]:
    """The files that belong to a page, in two queries."""
    return fetched(page.attachments, "document")


@register.simple_tag
def whole_pages(entries: list[Entry]) -> dict[int, KnowledgePage]:
    """The pages of a manual's contents, with all that they show."""
    return loaded(entries)


@register.simple_tag(takes_context=True)
def one_page_text(context: template.Context, entry: Entry, pages: dict[int, KnowledgePage]) -> SafeString:
    """A chapter or process as a part of the whole manual."""
    return text_of(entry, pages[entry.page.pk], context["request"])


@register.filter
def step_anchor(number: str) -> str:
    """The name of a step's permanent link."""
    return anchor_of(number)
