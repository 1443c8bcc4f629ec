"""`{% explain_terms page %}…{% endexplain_terms %}`: underlines the first use of each glossary term and explains it."""

from functools import lru_cache

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal.content.models import GlossaryTerm
from portal.content.term_finder import Match, TermFinder
from portal.content.term_markup import mark_terms

register = template.Library()


class ExplainTermsNode(template.Node):
    """Works on what the tags inside have rendered. A term is explained once a page, though the page has many blocks."""

    def __init__(self, page: template.base.FilterExpression, nodelist: template.NodeList) -> None:
        self.page = page
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The HTML with its terms marked, and after it the explanations of those."""
        html = self.nodelist.render(context)
        page = self.page.resolve(context)
        terms, explained = _state(context.get("request"), getattr(page, "pk", None))
        new = {slug: term for slug, term in terms.items() if slug not in explained}
        used: list[str] = []

        def button(match: Match[str], use: str) -> str:
            used.append(match.key)
            return f'<button type="button" class="term" popovertarget="gloss-{match.key}">{use}</button>'

        marked = mark_terms(html, _finder(tuple((slug, tuple(term.wordings)) for slug, term in new.items())), button)
        explained.update(used)
        return mark_safe(marked + _explanations([new[slug] for slug in used]))  # noqa: S308 - rendered HTML, slugs


@register.tag
def explain_terms(parser: template.base.Parser, token: template.base.Token) -> ExplainTermsNode:
    """Mark the terms of the glossary in what stands up to `endexplain_terms`: flow content, whole elements."""
    parts = token.split_contents()
    if len(parts) != 2:
        raise template.TemplateSyntaxError(f"{parts[0]} takes the page whose text it explains")
    nodelist = parser.parse(("endexplain_terms",))
    parser.delete_first_token()
    return ExplainTermsNode(parser.compile_filter(parts[1]), nodelist)


def _explanations(terms: list[GlossaryTerm]) -> SafeString:
    see = _("See it in the glossary")
    return format_html_join(
        "",
        '<span class="gloss" id="gloss-{}" popover role="note"><b>{}</b> {} {}</span>',
        ((t.slug, t.term, t.meaning, format_html('<a href="{}">{}</a>', t.get_absolute_url(), see)) for t in terms),
    )


def _state(request, page_pk) -> tuple[dict[str, GlossaryTerm], set[str]]:
    """The terms, asked of the database once a request, and the slugs of those explained on that page."""
    if request is None:
        return _terms(), set()
    if not hasattr(request, "_glossary"):
        request._glossary = (_terms(), {})
    terms, explained = request._glossary
    return terms, explained.setdefault(page_pk, set())


def _terms() -> dict[str, GlossaryTerm]:
    terms = GlossaryTerm.objects.filter(is_underlined=True).only("slug", "term", "also", "meaning")
    return {term.slug: term for term in terms}


@lru_cache(maxsize=8)
def _finder(wordings: tuple[tuple[str, tuple[str, ...]], ...]) -> TermFinder[str]:
    return TermFinder((slug, escape(wording)) for slug, every in wordings for wording in every)
