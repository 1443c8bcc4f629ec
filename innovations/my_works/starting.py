"""A new work: empty, or as a copy of an own one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from innovations.models import WorkPage
from portal.content.models import PageAuthor, PageSchool

from .kinds import Kind, kind_of
from .ownership import contributor_of

if TYPE_CHECKING:
    from portal.accounts.models import User

NOT_COPIED: Final = ("has_consent", "learning_areas", "tags")


@transaction.atomic
def start_work(kind: Kind, title: str, user: User) -> WorkPage:
    """A draft of that kind below its shelf, of the user's school. Raises `ValidationError` where there is no shelf."""
    return _place(kind.model(title=title), kind, user)


@transaction.atomic
def copy_work(draft: WorkPage, user: User) -> WorkPage:
    """A new draft with what stands in another; only what is true of that one alone is left out."""
    kind = kind_of(draft)
    fields = [name for section in draft.sections() for name in section.fields if name not in NOT_COPIED]
    copy = kind.model(**{name: getattr(draft, name) for name in fields})
    copy.title = _("%(title)s (copy)") % {"title": draft.title[:240]}
    for name in (name for section in draft.sections() for name in section.rows):
        getattr(copy, name).set([_copy_row(row) for row in getattr(draft, name).all()])
    copy.learning_areas.set(list(draft.learning_areas.all()))
    copy.tags.set(list(draft.tags.all()))
    return _place(copy, kind, user)


def _copy_row(row):
    values = model_to_dict(row, exclude=["id", "page"])
    names = {field.name: field.attname for field in row._meta.concrete_fields}
    return type(row)(**{names[name]: value for name, value in values.items()}, sort_order=row.sort_order)


def _place(work: WorkPage, kind: Kind, user: User) -> WorkPage:
    shelf = kind.shelf.objects.live().order_by("path").first()
    if shelf is None or not kind.model.can_create_at(shelf):
        raise ValidationError(_("The office has not opened this shelf yet. Ask the supervisor of your network."))
    work.live, work.owner = False, user
    _tell_where_from(work, user)
    shelf.add_child(instance=work)
    work.save_revision(user=user)
    return work


def _tell_where_from(work: WorkPage, user: User) -> None:
    """The contributor's school and its network; the contributor as first author where the register knows the person."""
    contributor = contributor_of(user)
    if contributor:
        work.page_schools.set([PageSchool(school=contributor.school)])
        work.school_networks.set([contributor.school.network])
    person = getattr(user, "person", None)
    if person and not work.authors.all():
        work.authors.set([PageAuthor(person=person)])
