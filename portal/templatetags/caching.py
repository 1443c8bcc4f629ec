"""`{% keep "main" %}…{% endkeep %}`: a part of a page that is made once and shown until something changes."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from portal.caching.parts import part

register = template.Library()


class KeepNode(template.Node):
    """Renders what stands inside, or gives what was rendered before."""

    def __init__(self, name: str, nodelist: template.NodeList, *, for_all: bool) -> None:
        self.name = name
        self.nodelist = nodelist
        self.for_all = for_all

    def render(self, context: template.Context) -> SafeString:
        """Safe as it was when it was rendered."""

        def make() -> str:
            return self.nodelist.render(context)

        kept = part(context.get("request"), self.name, make, for_all=self.for_all)
        return mark_safe(kept)  # noqa: S308 - what a template rendered


@register.tag
def keep(parser: template.base.Parser, token: template.base.Token) -> KeepNode:
    """`{% keep "header" anonymous %}` is kept for visitors who are not signed in, and made anew for others."""
    _tag, name, *words = token.split_contents()
    if words not in ([], ["anonymous"]):
        raise template.TemplateSyntaxError("keep takes the name of a part, and perhaps the word anonymous")
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name.strip("\"'"), nodelist, for_all=not words)
