"""The engines behind one small interface; `get_backend()` gives the one that the settings choose."""

from .base import SearchBackend, SearchBusy, SearchUnavailable
from .choice import get_backend

__all__ = ["SearchBackend", "SearchBusy", "SearchUnavailable", "get_backend"]
