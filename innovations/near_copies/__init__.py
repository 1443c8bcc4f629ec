"""What of a work stands nearly word for word in something else: shown to reviewers, so that reuse can be credited."""

from .comparing import Overlap, Passage, overlaps

__all__ = ["Overlap", "Passage", "overlaps"]
