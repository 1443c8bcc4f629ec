"""Running text whose lists take the number of the part they stand in, and the names of steps' links."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from manuals.models.rows import fetched
from manuals.numbering import step_anchor as anchor_of
from portal.content.models import KnowledgePage, PageAttachment

register = template.Library()


@register.simple_tag(takes_context=True)
def body(context: template.Context, value: StreamValue, number: str = "", heading_level: int = 3) -> SafeString:
    """The blocks of a body. In part 2 the items of its numbered lists are 2.1, 2.2, going on over all its lists."""
    surroundings: dict[Any, Any] = context.flatten()
    rendered, counted = [], 0
    for place, block in enumerate(value, start=1):
        given = {"list_prefix": number, "list_start": counted, "heading_level": heading_level, "block_place": place}
        rendered.append(block.render(context={**surroundings, **given}))
        if number and block.block_type == "numbered_list":
            counted += len(block.value["items"])
    return mark_safe("\n".join(rendered))  # noqa: S308 - each block is rendered by its own template


@register.simple_tag
def attachments(page: KnowledgePage) -> list[PageAttachment]:
    """The files that belong to a page, in two queries."""
    return fetched(page.attachments, "document")


@register.filter
def step_anchor(number: str) -> str:
    """The name of a step's permanent link."""
    return anchor_of(number)
