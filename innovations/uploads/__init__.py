"""What contributors upload: checked, cleaned, and kept where only those see it who may see the work."""

from .accepting import accept_document, accept_picture, accept_recording

__all__ = ["accept_document", "accept_picture", "accept_recording"]
