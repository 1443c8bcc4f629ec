"""The works of a district that does not exist, for the demo: schools, people and results are invented."""

from innovations.demo.load import load

__all__ = ["load"]
