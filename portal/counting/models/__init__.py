"""The models of the app `counting`, a file a concept."""

from .class_use import ClassUse
from .page_day import PageDay

__all__ = ["ClassUse", "PageDay"]
