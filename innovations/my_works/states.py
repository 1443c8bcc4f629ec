"""Where a work stands, in the words of its contributor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from innovations.models import WorkPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import Promise

Key: TypeAlias = Literal["draft", "review", "returned", "published", "withdrawn"]
_LOOK: Final[dict[Key, tuple[str | Promise, str, str]]] = {
    "draft": (_("Draft"), "pencil", ""),
    "review": (_("In review"), "clock", "state-wait"),
    "returned": (_("Returned with comments"), "message-square-text", "state-act"),
    "published": (_("Published"), "check", "state-done"),
    "withdrawn": (_("Withdrawn"), "x", ""),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a work is: `key`, the workflow it is in or came back from. `is_revised`: published, with a new draft."""

    key: Key
    workflow: WorkflowState | None = None
    is_revised: bool = False

    @property
    def label(self) -> str | Promise:
        """For the mark beside the title."""
        task = self.task_state
        return task.task.name if self.key == "review" and task else _LOOK[self.key][0]

    @property
    def icon(self) -> str:
        """Of the mark."""
        return _LOOK[self.key][1]

    @property
    def look(self) -> str:
        """Its CSS class."""
        return _LOOK[self.key][2]

    @property
    def task_state(self) -> TaskState | None:
        """The step of the review where it is, or from which it came back."""
        return self.workflow.current_task_state if self.workflow else None

    @property
    def is_editable(self) -> bool:
        """While somebody reads it, it stays as it was sent; what was withdrawn stays withdrawn."""
        return self.key not in ("review", "withdrawn")

    @property
    def waits_for_contributor(self) -> bool:
        """A draft, or what came back."""
        return self.key in ("draft", "returned") or (self.key == "published" and self.is_revised)


def standing_of(work: WorkPage) -> Standing:
    """Where one work is."""
    return standings_of([work])[work.pk]


def standings_of(works: Iterable[WorkPage]) -> dict[int, Standing]:
    """Where each work is, by its key; one query for all."""
    works = list(works)
    states = WorkflowState.objects.active().filter(object_id__in=[str(work.pk) for work in works])
    states = states.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    by_work = {int(state.object_id): state for state in states.select_related("workflow", "current_task_state__task")}
    return {work.pk: _standing(work, by_work.get(work.pk)) for work in works}


def _standing(work: WorkPage, state: WorkflowState | None) -> Standing:
    if work.withdrawn_at:
        return Standing("withdrawn")
    is_revised = work.live and work.has_unpublished_changes
    if state is not None:
        is_back = state.status == WorkflowState.STATUS_NEEDS_CHANGES
        return Standing("returned" if is_back else "review", state, is_revised)
    return Standing("published" if work.live else "draft", None, is_revised)
