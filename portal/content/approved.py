"""What the end of a review publishes: what was reviewed, whoever took the last step."""

from django.core.exceptions import PermissionDenied


def publish_approved(workflow_state, user=None) -> None:
    """Publish the revision that the last step approved, not one that came later.

    Wagtail's own action asks whether who approved may also publish; here the review is the permission. A page type
    with `check_approval(workflow_state)` raises there when the review is not one it accepts. Without a last step
    (a workflow with none) nothing was reviewed."""
    last = workflow_state.current_task_state
    if last is None:
        raise PermissionDenied
    page = workflow_state.content_object
    page = getattr(page, "specific", page)
    if (check := getattr(page, "check_approval", None)) is not None:
        check(workflow_state)
    last.revision.publish(user=user, skip_permission_checks=True)
