"""Saves one page of a manual: what the file says for each field, and which of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.content.models import KnowledgePage, WorkGroup

from .changes import changed_fields, digests_of, note_import
from .definitions import register_term
from .lengths import fit_child, fit_manual
from .matching import child_keys
from .models import WorkProcessPage
from .outline import ChapterOutline, ManualOutline, ProcessOutline
from .pictures import Pictures
from .process_writer import ROWS, assign_rows, insert_rows, process_bodies, process_fields
from .streams import keep_edited, raw_stream

if TYPE_CHECKING:
    from wagtail.models import PageLogEntry, Revision

    from portal.accounts.models import User

FIELDS = ("title", "office", "owner_position", "owner_group", "fiscal_year", "edition", "effective_date", "preface")
ORDER = "order"  # what the file says of a manual beside its fields: the order of its chapters and processes


class Outcome(StrEnum):
    """What an import did with a page."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page as saved."""

    page: KnowledgePage
    outcome: Outcome


def manual_values(outline: ManualOutline) -> dict[str, Any]:
    """What the file says for each field of the manual's page."""
    fitted = fit_manual(outline)
    values = {name: getattr(fitted, name) for name in FIELDS}
    values["cover_text"] = "\n".join(fitted.cover_lines)
    values[ORDER] = child_keys(outline.children)
    return values | ({"summary": fitted.summary} if fitted.summary else {})


def child_values(outline: ChapterOutline | ProcessOutline) -> dict[str, Any]:
    """What the file says for each field of a chapter or a process."""
    fitted = fit_child(outline)
    if isinstance(fitted, ProcessOutline):
        values = process_bodies(fitted) | process_fields(fitted)
    else:
        values = {"body": fitted.blocks}
    return {"title": fitted.title} | values | ({"summary": fitted.summary} if fitted.summary else {})


@dataclass(frozen=True, slots=True)
class PageWriter:
    """How one import saves its pages: published or as drafts, in whose name."""

    publish: bool
    user: User | None
    pictures: Pictures

    def save(self, page: KnowledgePage, parent: Page, values: dict[str, Any], last: PageLogEntry | None) -> SavedPage:
        """Save a new page below `parent`; of one that stands, write what the file changed since `last`."""
        is_new = page.pk is None
        digests = digests_of(values)
        changed = changed_fields(digests, last)
        if not changed:
            self._publish_import(page, last)
            return SavedPage(page, Outcome.UNCHANGED)
        if is_new:
            self._add(page, parent, values)
        else:
            self._need_permission(page)
            page = page.get_latest_revision_as_object()
            self._assign(page, {name: values[name] for name in changed})
        revision = page.save_revision(user=self.user)
        note_import(page, digests, revision, self.user)
        if self.publish:
            self._publish(revision, page, is_new)
        return SavedPage(page, Outcome.NEW if is_new else Outcome.UPDATED)

    def _add(self, page: KnowledgePage, parent: Page, values: dict[str, Any]) -> None:
        """Rows are saved with a draft too, so that the forms and laws they name are known to be used."""
        rows = {name: value for name, value in values.items() if name in ROWS}
        self._assign(page, {name: value for name, value in values.items() if name not in ROWS})
        page.live, page.owner = False, self.user
        parent.add_child(instance=page)
        if isinstance(page, WorkProcessPage):
            self._assign(page, rows)
            insert_rows(page)

    def _publish(self, revision: Revision, page: KnowledgePage, is_new: bool) -> None:
        if is_new:
            # What stands in the database is what the revision holds; to compare them row by row takes half the import.
            standing = type(page).objects.get(pk=page.pk)
            revision.as_object = lambda: standing
        revision.publish(user=self.user)

    def _assign(self, page: KnowledgePage, values: dict[str, Any]) -> None:
        if self.publish:
            for one in values.get("definitions", ()):
                register_term(one.term, one.meaning)
        for name, value in values.items():
            if name in ROWS:
                assign_rows(page, name, value)
            elif name == "work_group":
                page.work_group = WorkGroup.objects.filter(number=value).first() or page.work_group
            elif name != ORDER:
                setattr(page, name, self._field_value(page, name, value))

    def _field_value(self, page: KnowledgePage, name: str, value: Any) -> Any:
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            return keep_edited(raw_stream(value, self.pictures, has_tasks=name == "body"), getattr(page, name))
        return field.to_python(value or None) if field.null else value

    def _publish_import(self, page: KnowledgePage, last: PageLogEntry | None) -> None:
        """Publish what an earlier import left as a draft; the draft that an editor is working on stays one."""
        is_ours = last is not None and page.latest_revision_id == last.revision_id
        if self.publish and page.latest_revision and (not page.live or (page.has_unpublished_changes and is_ours)):
            self._need_permission(page)
            page.latest_revision.publish(user=self.user)

    def _need_permission(self, page: KnowledgePage) -> None:
        if self.user and not page.permissions_for_user(self.user).can_edit():
            raise PermissionDenied(_("You may not change the page “%(title)s”.") % {"title": page.title})
