"""Wagtail's own search in Thai."""
