"""Opens a manual's file, whatever it is, and returns its paragraphs."""

from pathlib import Path

from manuals.importer.paragraph import BadManual, Paragraph
from manuals.importer.reading_text import read_text


def read_manual(source: Path, name: str) -> list[Paragraph]:
    return read_text(source.read_bytes())
