"""A contributor of a school, and the shelves on which works stand."""

import re
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from innovations.models import BestPracticeIndexPage, BestPracticePage, Contributor, InnovationIndexPage
from innovations.my_works.kinds import KINDS
from innovations.my_works.starting import start_work
from portal.content.models import LearningArea
from tests import factories


def make_contributor(username: str, school, **fields):
    """A teacher with an account, invited for a school."""
    user = get_user_model().objects.create_user(username, f"{username}@school.example", "a-long-password", **fields)
    Contributor.objects.create(user=user, school=school)
    return user


@pytest.fixture
def shelves(home):
    """Two of the three."""
    return [
        factories.make_page(home, BestPracticeIndexPage, "วิธีปฏิบัติที่เป็นเลิศ"),
        factories.make_page(home, InnovationIndexPage, "นวัตกรรมการนิเทศ"),
    ]


@pytest.fixture
def school(db):
    return factories.make_school()


@pytest.fixture
def teacher(school):
    return make_contributor("pimjai", school, first_name="พิมพ์ใจ", last_name="ริมคราม")


@pytest.fixture
def work(shelves, teacher) -> BestPracticePage:
    """A best practice that has only just been started."""
    return start_work(KINDS[0], "อ่านคล่องด้วยบัตรคำ", teacher)


@pytest.fixture
def browser(client, teacher):
    """The teacher, signed in."""
    client.force_login(teacher)
    return client


@pytest.fixture
def picture() -> SimpleUploadedFile:
    """A photograph."""
    file = BytesIO()
    Image.new("RGB", (800, 600), "teal").save(file, "JPEG")
    return SimpleUploadedFile("ห้องเรียน.jpg", file.getvalue(), "image/jpeg")


class Writer:
    """Fills in parts as a browser does: what the page holds, with what somebody changes."""

    def __init__(self, browser, work):
        self.browser, self.work = browser, work

    def address(self, key: str) -> str:
        return reverse("my_works:section", args=[self.work.pk, key])

    def fields(self, key: str, query: str = "") -> dict:
        """All that the form of a part would post."""
        response = self.browser.get(self.address(key) + query)
        assert response.status_code == 200, response
        editor = response.context["editor"]
        data = {"seen": response.context["seen"], **_values(editor.form)}
        for formset in editor.formsets:
            data |= _values(formset.management_form)
            for form in formset.forms:
                data |= _values(form)
            order = re.findall(rf'name="({formset.relation}-\d+-ORDER)" value="(\d+)"', response.content.decode())
            data |= dict(order)
        return data

    def save(self, key: str, *, query: str = "", autosave: bool = False, **changed):
        """Post the part."""
        headers = {"X-Portal-Autosave": "1"} if autosave else {}
        data = {**self.fields(key, query), **{name.replace("__", "-"): value for name, value in changed.items()}}
        return self.browser.post(self.address(key), data, headers=headers)

    def draft(self):
        return type(self.work).objects.get(pk=self.work.pk).get_latest_revision_as_object()


def _values(form) -> dict:
    shown = {
        field.html_name: field.value() for field in form if getattr(field.field.widget, "input_type", "") != "file"
    }
    return {name: value for name, value in shown.items() if value not in (None, "") and value is not False}


@pytest.fixture
def writer(browser, work) -> Writer:
    return Writer(browser, work)


@pytest.fixture
def complete(writer) -> Writer:
    """The same with all that is needed."""
    area = LearningArea.objects.get(code="th")
    writer.save("about", query="?add=authors", summary="บัตรคำช่วยให้อ่านคล่อง", learning_areas=[area.pk], levels=["p1"],
                academic_year="2568", authors__0__name="นางพิมพ์ใจ ริมคราม")  # fmt: skip
    texts = {"importance": "importance", "objectives": "objectives", "process": "process", "results": "results",
             "factors": "success_factors", "lessons": "lessons"}  # fmt: skip
    for key, name in texts.items():
        writer.save(key, **{name: "เด็กอ่านออกเขียนได้"})
    return writer
