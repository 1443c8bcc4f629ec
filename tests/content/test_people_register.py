"""The register of people: each kept once, and two records of one person merged without losing a work."""

import pytest
from django.contrib.auth.models import Group

from innovations.models import BestPracticePage
from portal.content.merging_people import CannotMerge, merge
from portal.content.models import PageAuthor, Person, School
from tests.directory.making import make_person, make_work
from tests.factories import make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(home):
    """The same teacher, entered twice."""
    return make_person("สมหญิง", "ใจงาม", position="ครู"), make_person("สมหญิง", "ใจงาม", school=make_school())


def test_the_list_counts_works_and_finds_thai_names(admin_client, home, twice):
    make_work(home, person=twice[0])
    page = admin_client.get("/admin/snippets/content/person/?q=หญิง").content.decode()
    assert page.count("สมหญิง ใจงาม") >= 2
    assert f"/admin/snippets/content/person/merge/{twice[0].pk}/" in page
    assert "ใช้ในหน้า" in page or "Where used" in page


def test_merging_moves_works_and_drafts_and_fills_in_what_was_missing(client, admin_client, home, twice):
    duplicate, kept = twice
    work = make_work(home, "อ่านคล่อง", person=duplicate)
    draft = BestPracticePage.objects.get(pk=work.pk)
    draft.title = "ฉบับแก้ไข"
    draft.save_revision()
    response = admin_client.post(f"/admin/snippets/content/person/merge/{duplicate.pk}/", {"kept": kept.pk})
    assert response.status_code == 302
    kept.refresh_from_db()
    assert not Person.objects.filter(pk=duplicate.pk).exists()
    assert (kept.position, kept.school) == ("ครู", School.objects.get())
    assert work.title in client.get(kept.get_absolute_url()).content.decode()
    latest = BestPracticePage.objects.get(pk=work.pk).get_latest_revision_as_object()
    assert [row.person for row in latest.authors.all()] == [kept]
    latest.save_revision().publish()
    assert PageAuthor.objects.get().person == kept


def test_a_work_of_both_names_the_one_person_once(home, twice):
    duplicate, kept = twice
    work = make_work(home, person=kept)
    work.authors.add(PageAuthor(person=duplicate))
    work.save_revision().publish()
    merge(duplicate, kept)
    assert [row.person for row in PageAuthor.objects.all()] == [kept]
    latest = BestPracticePage.objects.get().get_latest_revision_as_object()
    assert [row.person for row in latest.authors.all()] == [kept]


def test_two_accounts_and_one_record_are_not_merged(home, twice, admin, django_user_model):
    duplicate, kept = twice
    with pytest.raises(CannotMerge):
        merge(kept, kept)
    duplicate.user, kept.user = admin, django_user_model.objects.create_user("other")
    duplicate.save()
    kept.save()
    with pytest.raises(CannotMerge):
        merge(duplicate, kept)
    assert Person.objects.count() == 2


def test_an_editor_keeps_the_register_and_does_not_merge(client, home, twice, django_user_model):
    editor = django_user_model.objects.create_user("editor", password="a-long-password")
    editor.groups.set(Group.objects.filter(name="ผู้จัดทำเนื้อหา"))
    client.force_login(editor)
    assert client.get("/admin/snippets/content/person/").status_code == 200
    address = f"/admin/snippets/content/person/merge/{twice[0].pk}/"
    assert client.post(address, {"kept": twice[1].pk}).status_code == 302
    assert Person.objects.count() == 2
