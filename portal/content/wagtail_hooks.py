"""Puts the registers into the admin's menu."""

from wagtail.snippets.models import register_snippet

from .viewsets import RegistryGroup

register_snippet(RegistryGroup)
