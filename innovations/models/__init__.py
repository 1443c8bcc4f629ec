"""The models of the app `innovations`, a file a concept."""

from .choices import Licence, Phase, ResearchKind
from .contributors import Contributor, ReviewAnswer
from .indexes import BestPracticeIndexPage, InnovationIndexPage, ResearchIndexPage, WorkIndexPage
from .kinds import BestPracticePage, InnovationPage, ResearchPage
from .recognition import RecognitionLevel
from .review import (
    CommitteeTask,
    CompletenessTask,
    Criterion,
    Invitation,
    Mark,
    Responsibility,
    ReviewState,
    Rubric,
    Score,
    SupervisorTask,
    Withdrawal,
)
from .rows import PdcaStep, WorkBasis, WorkEvidence, WorkMedia, WorkPicture, WorkVideo
from .work import WorkPage

__all__ = [
    "BestPracticeIndexPage",
    "BestPracticePage",
    "CommitteeTask",
    "CompletenessTask",
    "Contributor",
    "Criterion",
    "InnovationIndexPage",
    "InnovationPage",
    "Invitation",
    "Licence",
    "Mark",
    "PdcaStep",
    "Phase",
    "RecognitionLevel",
    "ResearchIndexPage",
    "ResearchKind",
    "ResearchPage",
    "Responsibility",
    "ReviewAnswer",
    "ReviewState",
    "Rubric",
    "Score",
    "SupervisorTask",
    "Withdrawal",
    "WorkBasis",
    "WorkEvidence",
    "WorkIndexPage",
    "WorkMedia",
    "WorkPage",
    "WorkPicture",
    "WorkVideo",
]
