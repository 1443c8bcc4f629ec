"""The pages of work manuals and the rows of their processes."""

from .chapter import ManualChapterPage
from .index import ManualIndexPage
from .manual import WorkManualPage
from .process import WorkProcessPage
from .rows import PartHeading, ProcessDefinition, ProcessForm, ProcessLaw
from .steps import ProcessStep, StepBranch, StepDocumentUse

__all__ = [
    "ManualChapterPage",
    "ManualIndexPage",
    "PartHeading",
    "ProcessDefinition",
    "ProcessForm",
    "ProcessLaw",
    "ProcessStep",
    "StepBranch",
    "StepDocumentUse",
    "WorkManualPage",
    "WorkProcessPage",
]
