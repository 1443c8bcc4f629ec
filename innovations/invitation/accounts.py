"""Makes the accounts through django-import-export: one transaction, known people kept, a dry run undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets
from tablib import Dataset

from innovations.models import Contributor
from innovations.my_works.people import split_name
from portal.content.csv_import import ProblemInRow, refused
from portal.content.models import School

from .letters import send_invitations
from .reading import InvitedRow, problems_in, read_invited

if TYPE_CHECKING:
    from portal.accounts.models import User

COLUMNS = ("user", "school")


@dataclass(frozen=True, slots=True)
class InvitationReport:
    """What an invitation did, or would do. With problems nothing was saved and no letter written."""

    is_dry_run: bool
    created: int = 0
    moved: int = 0
    unchanged: int = 0
    letters: int = 0
    problems: tuple[ProblemInRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """For people."""
        counts = {"created": self.created, "moved": self.moved, "unchanged": self.unchanged}
        return _("Invited: %(created)s. Of another school now: %(moved)s. As before: %(unchanged)s.") % counts


def invite(content: bytes, by: User | None = None, *, is_dry_run: bool = False) -> InvitationReport:
    """Make a contributor of each row of a CSV file, and write to those who are new. Raises `UnreadableFile`.

    A person is known by the e-mail address: who is there already keeps the account and its password, and gets no
    second letter; only the school follows the file."""
    rows = read_invited(content)
    if problems := problems_in(rows):
        return InvitationReport(is_dry_run, problems=tuple(problems))
    with transaction.atomic():
        resource = ContributorResource({row.email: row for row in rows}, by)
        result = resource.import_data(
            Dataset(*([row.email, row.school] for row in rows), headers=COLUMNS),
            dry_run=is_dry_run,
            use_transactions=True,
            rollback_on_validation_errors=True,
        )
        failed = tuple(refused(result, rows))
        new = [] if failed else resource.new_emails(result)
        if not is_dry_run and not failed:
            send_invitations(Contributor.objects.filter(user__email__in=new))
    return InvitationReport(
        is_dry_run,
        created=result.totals["new"],
        moved=result.totals["update"],
        unchanged=result.totals["skip"],
        letters=len(new),
        problems=failed,
    )


class AccountByEmail(widgets.Widget):
    """The account of an address, however that is spelt; made without a password where there is none."""

    def __init__(self, rows: dict[str, InvitedRow]) -> None:
        super().__init__()
        self.rows = rows

    def clean(self, value, row=None, **kwargs):
        """The account."""
        users = get_user_model().objects
        known = users.filter(email__iexact=value).order_by("pk").first()
        if known is not None:
            return known
        prefix, given, family = split_name(self.rows[value].name)
        user = users.model(username=value, email=value, first_name=f"{prefix}{given}", last_name=family)
        user.set_unusable_password()
        user.full_clean(exclude=["password"])
        user.save()
        return user

    def render(self, value, obj=None, **kwargs) -> str:
        """For the comparison with what is stored."""
        return value.email if value else ""


class ContributorResource(resources.ModelResource):
    """One row, one contributor."""

    class Meta:
        model = Contributor
        fields = COLUMNS
        import_id_fields = ("user",)
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True

    def __init__(self, rows: dict[str, InvitedRow], by: User | None) -> None:
        super().__init__()
        self.by = by
        self.emails = list(rows)
        self.fields["user"] = fields.Field("user", "user", widget=AccountByEmail(rows))
        self.fields["school"] = fields.Field("school", "school", widget=widgets.ForeignKeyWidget(School, "code"))

    def before_save_instance(self, instance, row, **kwargs) -> None:
        """Who invited."""
        if instance.pk is None:
            instance.invited_by = self.by

    def new_emails(self, result) -> list[str]:
        """The addresses of the rows that made a contributor."""
        pairs = zip(self.emails, result.rows, strict=False)
        return [email for email, row in pairs if row.import_type == row.IMPORT_TYPE_NEW]
