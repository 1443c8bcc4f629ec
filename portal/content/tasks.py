"""Where the portal's background tasks run: at once, in the request that asked for them."""

from __future__ import annotations

from typing import Any

from asgiref.local import Local
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.immediate import ImmediateBackend

INDEX_TASK = "modelsearch.tasks.insert_or_update_object_task"

NotedObject = tuple[str, str, str]  # app label, model name, key

noting = Local()  # `noting.objects` is the set of a thread that writes many objects; see index_updates


class PortalTasks(ImmediateBackend):
    """Django's immediate backend. A thread that writes many objects only has noted which of them to index."""

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> TaskResult:
        """Run the task, or note its object; a noted task is returned as not yet run."""
        objects: set[NotedObject] | None = getattr(noting, "objects", None)
        if objects is None or task.module_path != INDEX_TASK:
            return super().enqueue(task, args, kwargs)
        objects.add(tuple(args))
        return TaskResult(
            task=task,
            id="",
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
