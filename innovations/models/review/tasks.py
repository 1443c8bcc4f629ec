"""The steps of the review, as tasks of Wagtail's workflows. Nobody takes a step of their own work."""

from collections.abc import Iterator
from contextlib import contextmanager

from asgiref.local import Local
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from .own import barred_ids
from .responsibility import Responsibility
from .rubrics import Rubric
from .states import ReviewState

_asking = Local()  # `_asking.leaves_works_out`: for this thread, while a block of that name runs


@contextmanager
def works_left_out() -> Iterator[None]:
    """Inside, nobody has a work to moderate: Wagtail's first screen asks nine queries for each that it lists."""
    _asking.leaves_works_out = True
    try:
        yield
    finally:
        _asking.leaves_works_out = False


class WorkTask(AbstractGroupApprovalTask):
    """What the three steps share: who is asked, until when, and that owner and authors never decide."""

    days = models.PositiveSmallIntegerField(
        _("days"), default=7, validators=[MinValueValidator(1)], help_text=_("The step is due after so many days.")
    )

    remind_every = models.PositiveSmallIntegerField(
        _("reminder every so many days"),
        default=3,
        help_text=_(
            "Who has not acted when the step is overdue gets a letter, and another each so many days. 0: none."
        ),
    )

    task_state_class = ReviewState
    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "days", "remind_every"]

    class Meta:
        abstract = True

    def candidates(self, state: ReviewState) -> tuple[list, bool]:
        """Who is asked, and whether only because nobody else was found."""
        return self.members(), False

    def members(self) -> list:
        """The active people of the groups."""
        users = get_user_model().objects.filter(is_active=True, groups__in=self.groups.all())
        return list(users.distinct().order_by("pk"))

    def state_of(self, obj) -> ReviewState | None:
        """The open state of this step for `obj`, which may be a plain page."""
        states = ReviewState.objects.filter(task=self.task_ptr, status=TaskState.STATUS_IN_PROGRESS)
        return states.filter(work_id=obj.pk).select_related("work").first()

    def may_take(self, obj, user) -> bool:
        """Whether `user` may take this step of `obj` now."""
        state = self.state_of(obj)
        return state is not None and state.may_be_taken_by(user)

    def get_actions(self, obj, user):
        """Return with comments, or approve."""
        if not self.may_take(obj, user):
            return []
        return [
            ("reject", _("Return with comments"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        """Asked again at the last moment: a screen may have been open since before."""
        if not task_state.specific.may_be_taken_by(user):
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """The open states this person was asked for; all for superusers; never of own works."""
        if getattr(_asking, "leaves_works_out", False):
            return TaskState.objects.none()
        states = ReviewState.objects.filter(task=self.task_ptr, status=TaskState.STATUS_IN_PROGRESS)
        if not user.is_superuser:
            states = states.filter(reviewers=user)
        return TaskState.objects.filter(pk__in=states.exclude(barred=user).values("pk"))

    def user_can_access_editor(self, obj, user) -> bool:
        """Wagtail's list of what waits leads there. It is locked: who may take the step reads and decides."""
        return self.may_take(obj, user)

    def locked_for_user(self, obj, user) -> bool:
        """What is being reviewed stays as it was sent, for everybody."""
        return True

    def user_can_lock(self, obj, user) -> bool:
        """There is nothing more to lock."""
        return False


class CompletenessTask(WorkTask):
    """Somebody of the office looks whether all is there."""

    class Meta:
        verbose_name = _("completeness check")
        verbose_name_plural = _("completeness checks")

    @classmethod
    def get_description(cls):
        """For the list of task types."""
        return _("Members of the groups look whether a work is complete.")


class SupervisorTask(WorkTask):
    """The supervisors responsible for the learning area and the network review; the groups where nobody is."""

    class Meta:
        verbose_name = _("review by the supervisors responsible")
        verbose_name_plural = _("reviews by the supervisors responsible")

    @classmethod
    def get_description(cls):
        """For the list of task types."""
        return _("The supervisors that the register of responsibilities names; the groups when it names nobody.")

    def candidates(self, state: ReviewState) -> tuple[list, bool]:
        """Those of the register who may decide; without any the whole group, and that is said."""
        work = state.revision.as_object()
        areas, networks = [area.pk for area in work.learning_areas.all()], networks_of(work)
        rows = Responsibility.objects.for_work(areas, networks).filter(user__is_active=True)
        named = {row.user_id: row.user for row in rows.select_related("user")}
        barred = barred_ids(state.work)
        free = [user for pk, user in named.items() if pk not in barred]
        return (free, False) if free else (self.members(), True)


class CommitteeTask(WorkTask):
    """Several members of the committee score by a rubric, each alone; the mean gives the level of recognition."""

    rubric = models.ForeignKey(Rubric, verbose_name=_("rubric"), on_delete=models.PROTECT, related_name="tasks")
    hides_names = models.BooleanField(_("hide the names of authors and schools from those who score"), default=True)

    admin_form_fields = [*WorkTask.admin_form_fields, "rubric", "hides_names"]

    class Meta:
        verbose_name = _("committee score")
        verbose_name_plural = _("committee scores")

    @classmethod
    def get_description(cls):
        """For the list of task types."""
        return _("Members of the groups and invited guests score by a rubric; the mean decides.")

    def user_can_access_editor(self, obj, user) -> bool:
        """The editor shows names, and scores are given on the review's own page."""
        return False

    def get_actions(self, obj, user):
        """The score itself decides; a member can only send a work back."""
        return [("reject", _("Return with comments"), True)] if self.may_take(obj, user) else []

    def on_action(self, task_state, user, action_name, **kwargs):
        """Nobody approves past the scores."""
        if action_name == "approve":
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)


def networks_of(work) -> list[int]:
    """The networks that the work names, and those of its schools, else of its authors' schools."""
    named = {network.pk for network in work.school_networks.all()}
    schools = {row.school.network_id for row in work.page_schools.all()}
    authors = {school.network_id for row in work.authors.all() if (school := row.shown_school)}
    return sorted(named | schools or authors)
