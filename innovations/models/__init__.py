"""The models of the app `innovations`, a file a concept."""

from .choices import Licence, Phase, ResearchKind
from .contributors import Contributor, ReviewAnswer
from .indexes import BestPracticeIndexPage, InnovationIndexPage, ResearchIndexPage, WorkIndexPage
from .kinds import BestPracticePage, InnovationPage, ResearchPage
from .recognition import RecognitionLevel
from .rows import PdcaStep, WorkBasis, WorkEvidence, WorkMedia, WorkPicture, WorkVideo
from .work import WorkPage

__all__ = [
    "BestPracticeIndexPage",
    "BestPracticePage",
    "Contributor",
    "InnovationIndexPage",
    "InnovationPage",
    "Licence",
    "PdcaStep",
    "Phase",
    "RecognitionLevel",
    "ResearchIndexPage",
    "ResearchKind",
    "ResearchPage",
    "ReviewAnswer",
    "WorkBasis",
    "WorkEvidence",
    "WorkIndexPage",
    "WorkMedia",
    "WorkPage",
    "WorkPicture",
    "WorkVideo",
]
