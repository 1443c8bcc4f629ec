"""The bare page."""

from django.db import models
from wagtail.models import Page


class BarePage(Page):
    """A title and a text, which its template writes as they are."""

    template = "bare/page.html"

    text = models.TextField()
