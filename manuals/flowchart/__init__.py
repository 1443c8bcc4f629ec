"""Draws a process's steps as a flow chart and a work group's tasks as a tree, both as SVG made on the server."""

from .describe import describe
from .svg import draw_flow_chart
from .tasks import draw_task_diagram
from .values import ChartBranch, ChartStep, Drawing

__all__ = ["ChartBranch", "ChartStep", "Drawing", "describe", "draw_flow_chart", "draw_task_diagram"]
