"""Writing a work: part by part, saved by itself, rows without JavaScript, nothing typed is lost."""

import pytest
from django.urls import reverse
from wagtail.models import Revision

from innovations.models import BestPracticePage
from portal.content.models import KnowledgeTag, Person
from tests import factories


def test_a_work_is_started_below_its_shelf_as_the_schools_draft(browser, shelves, school):
    browser.post(reverse("my_works:start"), {"kind": "best-practice", "title": "น้ำใสในโรงเรียน"})
    work = BestPracticePage.objects.get()
    assert (work.live, work.owner.username, work.slug) == (False, "pimjai", "nam-sai-nai-rongrian")
    assert [row.school for row in work.page_schools.all()] == [school]
    assert work.get_parent().specific == shelves[0]


def test_without_its_shelf_a_work_says_whom_to_ask(browser, home):
    answer = browser.post(reverse("my_works:start"), {"kind": "research", "title": "วิจัยในชั้นเรียน"})
    assert answer.status_code == 422
    assert "วิจัยในชั้นเรียน" in answer.content.decode()


def test_every_part_of_every_kind_opens(browser, shelves, teacher):
    for kind in ("best-practice", "innovation"):
        browser.post(reverse("my_works:start"), {"kind": kind, "title": kind})
    for page in browser.get(reverse("my_works:list")).context["cards"].to_do:
        for section in page.work.sections():
            assert browser.get(reverse("my_works:section", args=[page.page.pk, section.key])).status_code == 200


def test_what_is_filled_in_is_in_the_draft_and_the_gauge_counts_it(complete):
    draft = complete.draft()
    assert draft.progress.is_complete
    assert (draft.academic_year, draft.levels) == (2568, ["p1"])
    assert [str(row.person) for row in draft.authors.all()] == ["นางพิมพ์ใจ ริมคราม"]
    assert not BestPracticePage.objects.get().live


@pytest.mark.parametrize(("typed", "stored"), [("๒๕๖๘", 2568), ("2025", 2568)])
def test_a_year_is_understood_in_thai_digits_and_as_a_christian_one(writer, typed, stored):
    writer.save("about", academic_year=typed)
    assert writer.draft().academic_year == stored


def test_a_wrong_value_is_named_and_everything_typed_is_shown_again(writer):
    answer = writer.save("about", summary="ข้อความที่พิมพ์ไว้นาน", academic_year="ปีนี้")
    assert answer.status_code == 422
    assert [problem.control for problem in answer.context["problems"]] == ["id_academic_year"]
    assert "ข้อความที่พิมพ์ไว้นาน" in answer.content.decode()


def test_rows_are_added_moved_and_removed_by_buttons_alone(writer):
    writer.save("evidence", query="?add=evidence", evidence__0__measure="การอ่าน", evidence__0__after="๑,๒๐๐.๕")
    answer = writer.save("evidence", row="evidence-add")
    assert answer["Location"].endswith("?add=evidence#rows-evidence")
    writer.save("evidence", query="?add=evidence", evidence__1__measure="การเขียน")
    assert [row.measure for row in writer.draft().evidence.all()] == ["การอ่าน", "การเขียน"]
    assert writer.draft().evidence.all()[0].after == pytest.approx(1200.5)
    writer.save("evidence", row="evidence-up-1")
    assert [row.measure for row in writer.draft().evidence.all()] == ["การเขียน", "การอ่าน"]
    writer.save("evidence", row="evidence-remove-0")
    assert [row.measure for row in writer.draft().evidence.all()] == ["การอ่าน"]


def test_an_author_whom_the_register_knows_is_not_entered_twice(writer, school):
    known = Person.objects.create(given_name="สมศรี", family_name="ใจดี", school=school)
    writer.save("about", query="?add=authors", authors__0__name="นางสาวสมศรี  ใจดี")
    assert [row.person for row in writer.draft().authors.all()] == [known]
    assert Person.objects.count() == 1


def test_the_contributors_own_name_is_joined_to_the_account(writer, teacher):
    writer.save("about", query="?add=authors", authors__0__name="พิมพ์ใจ ริมคราม")
    assert Person.objects.get().user == teacher


def test_pictures_from_a_phone_become_rows_and_stay_when_another_field_is_wrong(writer, picture):
    answer = writer.save("files", **{"new-pictures-files": [picture], "row": "pictures-upload"})
    assert answer.status_code == 302
    writer.save("files", pictures__0__alternative="ห้องเรียน", pictures__0__has_pupils="on")
    (row,) = writer.draft().pictures.all()
    assert (row.alternative, row.has_pupils, row.image.uploaded_by_user) == ("ห้องเรียน", True, writer.work.owner)
    picture.seek(0)
    answer = writer.save("files", query="?add=videos", **{"new-pictures-files": [picture], "videos__0__url": "ไม่ใช่"})
    assert answer.status_code == 422
    assert len(answer.context["editor"].formsets[0].forms) == 2


def test_somebody_elses_picture_cannot_be_put_into_a_work(writer, admin):
    from io import BytesIO

    from django.core.files.images import ImageFile
    from PIL import Image

    from portal.content.models import PortalImage

    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    foreign = PortalImage.objects.create(title="x", file=ImageFile(file, name="x.png"), uploaded_by_user=admin)
    data = {"pictures__TOTAL_FORMS": 1, "pictures__0__image": foreign.pk, "pictures__0__alternative": "x"}
    assert writer.save("files", **data).status_code == 422
    assert not writer.draft().pictures.all()


def test_a_page_it_builds_on_is_found_by_its_address_while_it_is_public(writer, manual):
    manual.refresh_from_db()
    data = {"bases__0__address": manual.full_url}
    writer.save("rights", query="?add=bases", **data)
    assert [row.built_on.pk for row in writer.draft().bases.all()] == [manual.pk]
    factories.make_private(manual)
    writer.save("rights", row="bases-remove-0")
    assert writer.save("rights", query="?add=bases", **data).status_code == 422


def test_the_draft_saves_itself_in_one_revision_a_sitting(writer):
    before = Revision.objects.count()
    for text in ("เด็ก", "เด็กอ่าน", "เด็กอ่านออก"):
        answer = writer.save("importance", importance=text, autosave=True)
        assert answer.status_code == 200
        assert answer.json()["parts"][1] == "on"
    assert writer.draft().importance == "เด็กอ่านออก"
    assert Revision.objects.count() - before <= 1


def test_half_typed_names_and_tags_make_nobody_and_nothing(writer):
    answer = writer.save("about", query="?add=authors", authors__0__name="นางสา", tags="คณ", autosave=True)
    assert answer.status_code == 200
    assert not Person.objects.exists()
    assert not KnowledgeTag.objects.exists()


def test_signed_out_meanwhile_the_autosave_says_so(writer, client):
    fields = writer.fields("importance")
    client.logout()
    answer = client.post(writer.address("importance"), fields, headers={"X-Portal-Autosave": "1"})
    assert answer.status_code == 401
    assert answer.json()["message"]


def test_a_second_window_overwrites_nothing_unseen(writer):
    stale = writer.fields("importance")
    writer.save("importance", importance="จากหน้าต่างแรก")
    answer = writer.browser.post(writer.address("importance"), {**stale, "importance": "จากหน้าต่างที่สอง"})
    assert answer.status_code == 409
    assert "จากหน้าต่างที่สอง" in answer.content.decode()
    assert writer.draft().importance == "จากหน้าต่างแรก"
    again = {**stale, "importance": "จากหน้าต่างที่สอง", "seen": answer.context["seen"]}
    writer.browser.post(writer.address("importance"), again)
    assert writer.draft().importance == "จากหน้าต่างที่สอง"


def test_two_windows_on_different_parts_do_not_disturb_each_other(writer):
    stale = writer.fields("objectives")
    writer.save("importance", importance="ความสำคัญ")
    writer.browser.post(writer.address("objectives"), {**stale, "objectives": "จุดประสงค์"})
    assert (writer.draft().importance, writer.draft().objectives) == ("ความสำคัญ", "จุดประสงค์")


def test_a_copy_holds_what_the_work_holds_but_is_a_draft_of_its_own(complete):
    complete.save("evidence", query="?add=evidence", evidence__0__measure="การอ่าน", evidence__0__after="5")
    complete.browser.post(reverse("my_works:copy", args=[complete.work.pk]))
    copy = BestPracticePage.objects.exclude(pk=complete.work.pk).get().get_latest_revision_as_object()
    assert (copy.importance, copy.live, len(copy.authors.all())) == ("เด็กอ่านออกเขียนได้", False, 1)
    assert [row.measure for row in copy.evidence.all()] == ["การอ่าน"]
    assert [area.code for area in copy.learning_areas.all()] == ["th"]


def test_an_upload_that_shows_how_far_it_is_says_where_to_go_and_what_is_wrong(writer, picture, client):
    fields, upload = writer.fields("files"), {"X-Portal-Upload": "1"}
    sent = {**fields, "new-pictures-files": [picture], "row": "pictures-upload"}
    answer = client.post(writer.address("files"), sent, headers=upload)
    assert answer.json() == {"goto": f"{writer.address('files')}#rows-pictures"}
    wrong = {**writer.fields("files"), "new-media-files": [picture], "row": "media-upload"}
    refused = client.post(writer.address("files"), wrong, headers=upload)
    assert refused.status_code == 422
    assert [problem.control for problem in refused.context["problems"]] == ["id_new-media-files"]
    client.logout()
    assert client.post(writer.address("files"), fields, headers=upload).status_code == 401
