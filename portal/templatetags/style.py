"""Draws a sample of the page of all components."""

from django import template
from django.template.loader import render_to_string

from portal.content.style_sample import StyleSample

register = template.Library()


@register.simple_tag(takes_context=True)
def style_sample(context: template.Context, sample: StyleSample) -> str:
    """The sample's own template with its own values, the request and the office, as on a page."""
    values = {"office": context["office"], "settings": context["settings"], **sample.context}
    return render_to_string(sample.template, values, context["request"])
