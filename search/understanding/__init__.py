"""A typed question -> what it asks for: its syntax, its words with what else they may be called, and the tree."""

from .question import Understood, understand

__all__ = ["Understood", "understand"]
