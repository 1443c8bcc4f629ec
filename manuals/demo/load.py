"""Puts the demo manual on the shelf of a portal that has not seen it yet."""

from __future__ import annotations

from manuals.demo.manual import demo_manual
from manuals.index_page import index_to_import_below
from manuals.matching import manual_page
from manuals.writer import save_manual


def load() -> None:
    """Save and publish the demo manual once; what editors made of it since stays theirs."""
    index = index_to_import_below(publish=True)
    manual = demo_manual()
    if manual_page(manual, index) is None:
        save_manual(manual, index, publish=True)
