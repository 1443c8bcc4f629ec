"""What has to happen by the clock. Any installed app brings jobs: `timed_jobs()` of its configuration lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.apps import apps


@dataclass(slots=True)
class Job:
    """Something done every so often; `run` gives False for what it has already said went wrong.

    `name` is what the log says could not be done. Each job is run when the timer starts, too."""

    name: str
    run: Callable[[], object]
    every: timedelta
    last: float | None = None

    def is_due(self, now: float) -> bool:
        """Whether it has to run at `now`, in seconds of a clock that only goes on."""
        return self.last is None or now - self.last >= self.every.total_seconds()


def brought() -> Iterator[Job]:
    """The jobs of all apps, in the order of the installed apps."""
    for config in apps.get_app_configs():
        if (bring := getattr(config, "timed_jobs", None)) is not None:
            yield from bring()
