"""Whose work it is. Who wrote or sent a work never decides about it, whatever else that person may do."""

from wagtail.models import Page, Revision, TaskState

from portal.content.models import PageAuthor, Person


def barred_ids(page: Page) -> set[int]:
    """The accounts of the owner and of all authors: of the published page, of the latest draft, and of every draft
    that was sent, so that nobody leaves the authors only to decide."""
    people = set(PageAuthor.objects.filter(page_id=page.pk).values_list("person_id", flat=True))
    for content in _contents(page):
        people.update(row["person"] for row in content.get("authors", ()) if row.get("person"))
    users = set(Person.objects.filter(pk__in=people, user__isnull=False).values_list("user_id", flat=True))
    return users | ({page.owner_id} if page.owner_id else set())


def is_own(page: Page, user) -> bool:
    """Whether `user` sent the work or is one of its authors."""
    return user.pk is not None and user.pk in barred_ids(page)


def _contents(page: Page):
    sent = TaskState.objects.for_instance(page).values("revision_id")
    latest = Page.objects.filter(pk=page.pk).values("latest_revision_id")
    ids = [*sent.values_list("revision_id", flat=True), *latest.values_list("latest_revision_id", flat=True)]
    return Revision.objects.filter(pk__in=[pk for pk in ids if pk]).values_list("content", flat=True)
