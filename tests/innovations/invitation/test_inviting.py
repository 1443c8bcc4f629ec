"""Inviting schools by CSV: checked first, all or nothing, safe to repeat, a letter to everybody new."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation
from post_office.models import Email

from innovations.invitation import invite
from innovations.models import Contributor
from tests import factories

LIST = """ชื่อ-สกุล,อีเมล,รหัสโรงเรียน
นางสาวพิมพ์ใจ ริมคราม,Pimjai@School.example,9902010001
โรงเรียนบ้านโนนฝ้ายงาม,nonfai@school.example,๙๙๐๒๐๑๐๐๐๒
"""
SCREEN = "invitation:index"


@pytest.fixture(autouse=True)
def schools(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return [factories.make_school(), factories.make_school("9902010002", "โรงเรียนบ้านโนนฝ้ายงาม")]


def test_everybody_new_gets_an_account_without_rights_and_a_letter_that_opens_it(client, home):
    report = invite(LIST.encode())
    assert (report.created, report.letters, report.problems) == (2, 2, ())
    user = get_user_model().objects.get(username="pimjai@school.example")
    assert (user.first_name, user.last_name, user.contributor.school.code) == ("นางสาวพิมพ์ใจ", "ริมคราม", "9902010001")
    assert not user.has_usable_password()
    assert not user.get_all_permissions()
    letter = Email.objects.get(to="pimjai@school.example")
    link = re.search(r"http://[^/]+(/accounts/password/set/\S+)", letter.message)[1]
    form = client.get(link, follow=True)
    words = {"new_password1": "คำลับยาวพอสมควร", "new_password2": "คำลับยาวพอสมควร"}
    assert client.post(form.request["PATH_INFO"], words)["Location"] == reverse("my_works:list")
    assert reverse("my_works:list") in client.get(reverse("my_works:list")).content.decode()


def test_a_second_run_changes_nothing_and_writes_to_nobody():
    invite(LIST.encode())
    report = invite(LIST.encode())
    assert (report.created, report.unchanged, report.letters) == (0, 2, 0)
    assert (Contributor.objects.count(), Email.objects.count()) == (2, 2)


def test_who_has_an_account_keeps_it_and_follows_the_file_to_another_school(schools):
    known = get_user_model().objects.create_user("pim", "PIMJAI@school.example", "a-long-password")
    invite(LIST.encode())
    known.refresh_from_db()
    assert known.check_password("a-long-password")
    report = invite(LIST.replace("9902010001", "9902010002").encode())
    assert (report.moved, report.unchanged) == (1, 1)
    assert Contributor.objects.get(user=known).school == schools[1]


def test_a_dry_run_makes_nobody_and_writes_to_nobody():
    assert invite(LIST.encode(), is_dry_run=True).created == 2
    assert not get_user_model().objects.exists()
    assert not Email.objects.exists()


BAD = """name,email,school code
ก,ไม่ใช่อีเมล,9902010001
,a@school.example,9902010001
ข,a@school.example,123
"""


def test_each_bad_cell_is_named_and_nothing_is_saved():
    with translation.override("en"):
        problems = invite(BAD.encode()).problems
    assert [(problem.row, problem.column) for problem in problems] == [
        (2, "e-mail"),
        (3, "name"),
        (4, "school code"),
        (4, "e-mail"),
    ]
    assert not get_user_model().objects.exists()


def test_the_command_checks_and_invites(tmp_path, capsys):
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="cp874")
    call_command("invite_contributors", file, "--dry-run")
    assert not Contributor.objects.exists()
    call_command("invite_contributors", file)
    assert Contributor.objects.count() == 2
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("invite_contributors", file)


def test_a_supervisor_checks_a_list_and_invites_on_the_screen(client):
    supervisor = get_user_model().objects.create_user("supervisor", "s@office.example", "a-long-password")
    supervisor.groups.add(Group.objects.get(name="ผู้จัดทำเนื้อหา"))
    client.force_login(supervisor)
    response = client.post(reverse(SCREEN), {"file": SimpleUploadedFile("list.csv", LIST.encode())})
    assert not Contributor.objects.exists()
    checked = re.search(r'name="checked" value="([^"]+)"', response.content.decode())[1]
    client.post(reverse(SCREEN), {"checked": checked})
    assert Contributor.objects.filter(invited_by=supervisor).count() == 2
    assert (
        "โรงเรียนบ้านห้วยครามวิทยา" in client.get(reverse("wagtailsnippets_innovations_contributor:list")).content.decode()
    )


def test_letters_go_once_more_to_those_who_have_not_begun(admin_client):
    invite(LIST.encode())
    begun = get_user_model().objects.get(username="nonfai@school.example")
    begun.set_password("a-long-password")
    begun.save()
    admin_client.post(reverse(SCREEN), {"again": "1"})
    letters = [Email.objects.filter(to=to).count() for to in ("pimjai@school.example", "nonfai@school.example")]
    assert letters == [2, 1]


def test_contributors_invite_nobody(client, schools):
    user = get_user_model().objects.create_user("teacher", "t@school.example", "a-long-password")
    Contributor.objects.create(user=user, school=schools[0])
    client.force_login(user)
    assert client.get(reverse(SCREEN)).status_code == 302
