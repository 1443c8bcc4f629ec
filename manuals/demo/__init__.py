"""The work manual of a district that does not exist, one file a work group, for the demo."""

from manuals.demo.load import load
from manuals.demo.manual import demo_manual

__all__ = ["demo_manual", "load"]
