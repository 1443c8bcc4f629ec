"""How works are reviewed: rubrics, who is responsible, the steps of the workflow, scores, guests."""

from .invitations import Invitation
from .responsibility import Responsibility
from .rubrics import Criterion, Rubric
from .scores import Mark, Score
from .states import ReviewState
from .tasks import CommitteeTask, CompletenessTask, SupervisorTask
from .withdrawals import Withdrawal

__all__ = [
    "CommitteeTask",
    "CompletenessTask",
    "Criterion",
    "Invitation",
    "Mark",
    "Responsibility",
    "ReviewState",
    "Rubric",
    "Score",
    "SupervisorTask",
    "Withdrawal",
]
