"""Works of areas, networks, schools and people."""

from innovations.models import BestPracticeIndexPage, BestPracticePage
from portal.content.models import LearningArea, PageAuthor, PageReach, PageSchool, Person
from tests.factories import make_page


def make_shelf(home):
    """The index of best practices."""
    return BestPracticeIndexPage.objects.first() or make_page(home, BestPracticeIndexPage, "วิธีปฏิบัติที่เป็นเลิศ")


def make_person(given_name: str = "สมหญิง", family_name: str = "ใจงาม", **fields) -> Person:
    """An author."""
    return Person.objects.create(given_name=given_name, family_name=family_name, **fields)


def make_work(home, title: str = "อ่านคล่องใน 60 วัน", *, area="th", school=None, person=None, uses=0, **fields):
    """A published best practice; `live=False` for a draft."""
    is_live = fields.pop("live", True)
    page = make_page(make_shelf(home), BestPracticePage, title, live=False, **fields)
    page.learning_areas.set(LearningArea.objects.filter(code=area))
    if school:
        page.page_schools = [PageSchool(school=school)]
    if person:
        page.authors = [PageAuthor(person=person)]
    revision = page.save_revision()
    if is_live:
        revision.publish()
    else:
        page.save()  # the rows of a draft are in the tables, too
    if uses:
        PageReach.objects.update_or_create(page_id=page.pk, defaults={"uses": uses})
    return BestPracticePage.objects.get(pk=page.pk)
