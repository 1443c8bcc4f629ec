"""What a work has to do with its review: always our workflow, and no way to publish past it."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from wagtail.models import PagePermissionTester, TaskState, Workflow, WorkflowState

from .own import barred_ids
from .setup import build

STEPS = ("completenesstask", "supervisortask", "committeetask")


class WorkPermissionTester(PagePermissionTester):
    """Publishing is what the end of the review does, and nothing else, for superusers too."""

    def can_publish(self) -> bool:
        """Never by hand."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """As for other pages: hiding is not publishing."""
        return super().can_publish()

    def can_unschedule(self) -> bool:
        """As for other pages: taking back is not publishing."""
        return super().can_publish()


class ShelfPermissionTester(PagePermissionTester):
    """No work is made and published in one go, nor published by copying."""

    def can_publish_subpage(self) -> bool:
        """Never by hand."""
        return False


class Reviewed:
    """Mixed into works."""

    def permissions_for_user(self, user) -> WorkPermissionTester:
        """Nobody publishes past the review."""
        return WorkPermissionTester(user, self)

    def get_workflow(self) -> Workflow:
        """The review, never none and never another that is assigned to a part of the page tree."""
        kinds = ContentType.objects.filter(app_label="innovations", model__in=STEPS)
        ours = Workflow.objects.filter(active=True, workflow_tasks__task__content_type__in=kinds)
        return ours.order_by("pk").first() or Workflow.objects.get(pk=build(apps.get_model).pk)

    def with_content_json(self, content):
        """What an older draft says of the withdrawal is not asked: publishing does not undo it."""
        work = super().with_content_json(content)
        work.withdrawn_at = self.withdrawn_at
        return work

    def check_approval(self, state: WorkflowState) -> None:
        """Raise unless each step of the review was approved for this page, and none by its owner or authors."""
        barred = barred_ids(self)
        approved = state.task_states.filter(status=TaskState.STATUS_APPROVED)
        if approved.filter(finished_by__in=barred).exists() or not approved.exists():
            raise PermissionDenied


class ShelfOfReviewed:
    """Mixed into the index pages of works."""

    def permissions_for_user(self, user) -> ShelfPermissionTester:
        """Nobody publishes past the review."""
        return ShelfPermissionTester(user, self)
