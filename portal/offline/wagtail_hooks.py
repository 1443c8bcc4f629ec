"""Wagtail asks here while it serves a page."""

from wagtail import hooks

from .keeping import keep_public_pages

hooks.register("on_serve_page", keep_public_pages, order=-100)  # the first is the outermost
