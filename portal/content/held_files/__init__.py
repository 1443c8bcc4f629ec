"""Files of what is not published yet: kept apart, shown to few, moved when a page is published."""

from .collection import held_collection

__all__ = ["held_collection"]
