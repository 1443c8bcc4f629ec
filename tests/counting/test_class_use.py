"""A teacher says that a work was used; the office looks at it; the authors print what came of it."""

import pytest
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.cache import cache
from django.urls import reverse

from portal.content.models import PageReach
from portal.counting.models import ClassUse
from tests.factories import make_private, make_process, make_school

RESULT = "นักเรียนอ่านคล่องขึ้น"
LIST = "wagtailsnippets_counting_classuse"


@pytest.fixture(autouse=True)
def nothing_sent_yet():
    """Limits are kept in the cache."""
    cache.clear()


@pytest.fixture
def answers(monkeypatch) -> dict:
    """What a teacher sends, some minutes after the form was shown."""
    stamp = old_stamp(120)
    return {"level": "p1", "school_name": "บ้านห้วยครามวิทยา", "result": RESULT, "name": "นางสาวสุดา ใจดี", "stamp": stamp}


def old_stamp(seconds: int) -> str:
    import time

    class Past(signing.TimestampSigner):
        def timestamp(self) -> str:
            return signing.b62_encode(int(time.time()) - seconds)

    return Past(salt="portal.public_form").sign("shown")


def make_use(page, **fields) -> ClassUse:
    values = {"level": "p1", "school_name": "โรงเรียนไกล", "result": RESULT, **fields}
    return ClassUse.objects.create(page=page, **values)


def test_a_use_waits_then_is_shown_and_counted_without_the_name(manual, client, answers):
    school = make_school()
    assert client.post(f"/used/{manual.pk}/", answers)["Location"] == f"/used/{manual.pk}/thanks/"
    assert client.get(f"/used/{manual.pk}/thanks/").status_code == 200
    use = ClassUse.objects.get()
    assert (use.school, use.school_name, use.state) == (school, school.name, "waiting")
    assert RESULT not in client.get(manual.url).text

    use.state = ClassUse.State.APPROVED
    use.save()
    for address in (manual.url, f"/used/{manual.pk}/"):
        shown = client.get(address).text
        assert "อ่านคล่อง" in shown
        assert "สุดา" not in shown
    assert PageReach.objects.get(page=manual).uses == 1
    use.delete()
    assert PageReach.objects.get(page=manual).uses == 0


def test_a_page_with_uses_can_be_deleted(manual):
    make_use(manual, state="approved")
    manual.delete()
    assert not ClassUse.objects.exists()


@pytest.mark.parametrize("missing", ["level", "school_name", "result"])
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(manual, client, answers, missing):
    response = client.post(f"/used/{manual.pk}/", {**answers, missing: ""})
    assert response.status_code == 200
    assert 'class="errors"' in response.text
    assert "นางสาวสุดา" in response.text
    assert not ClassUse.objects.exists()


def test_a_machine_that_fills_in_everything_is_thanked_and_forgotten(manual, client, answers):
    response = client.post(f"/used/{manual.pk}/", {**answers, "website": "http://spam.example"})
    assert response.status_code == 302
    assert not ClassUse.objects.exists()


@pytest.mark.parametrize("stamp", ["", "forged", 0, 13 * 60 * 60])
def test_without_a_time_that_people_need_it_is_asked_to_send_again(manual, client, answers, stamp):
    sent = old_stamp(stamp) if isinstance(stamp, int) else stamp
    response = client.post(f"/used/{manual.pk}/", {**answers, "stamp": sent})
    assert response.status_code == 200
    assert RESULT in response.text
    assert not ClassUse.objects.exists()


def test_a_pupils_name_is_warned_of_and_sent_only_after_a_confirmation(manual, client, answers):
    named = {**answers, "result": "เด็กชายสมชาย ใจดี อ่านคล่องขึ้น"}
    response = client.post(f"/used/{manual.pk}/", named)
    assert 'name="is_sure"' in response.text
    assert not ClassUse.objects.exists()
    client.post(f"/used/{manual.pk}/", {**named, "is_sure": "on"})
    assert ClassUse.objects.count() == 1


def test_who_sends_too_much_is_told_to_wait_and_loses_nothing(manual, client, answers, settings):
    settings.RATELIMIT_ENABLE, settings.PUBLIC_FORM_RATE = True, "1/h"
    client.post(f"/used/{manual.pk}/", answers)
    response = client.post(f"/used/{manual.pk}/", answers)
    assert response.status_code == 429
    assert RESULT in response.text
    assert ClassUse.objects.count() == 1


def test_forms_of_pages_that_are_not_for_everybody_do_not_exist(manual, client, answers):
    draft = make_process(manual, live=False)
    make_private(manual)
    for page in (draft, manual):
        assert client.get(f"/used/{page.pk}/").status_code == 404
        assert client.post(f"/used/{page.pk}/", answers).status_code == 404
        assert client.get(f"/used/{page.pk}/thanks/").status_code == 404


def test_the_office_approves_and_refuses_many_at_once(manual, admin_client, admin):
    uses = [make_use(manual) for _ in range(3)]
    assert admin_client.get(reverse(f"{LIST}:list")).status_code == 200
    assert "/admin/snippets/counting/classuse/?state=waiting" in admin_client.get("/admin/").text
    address = reverse("wagtail_bulk_action", args=["counting", "classuse", "approve_use"])
    chosen = f"{address}?id={uses[0].pk}&id={uses[1].pk}"
    assert RESULT in admin_client.get(chosen).text
    admin_client.post(chosen)
    address = reverse("wagtail_bulk_action", args=["counting", "classuse", "refuse_use"])
    admin_client.post(f"{address}?id={uses[2].pk}")
    assert [use.state for use in ClassUse.objects.order_by("pk")] == ["approved", "approved", "refused"]
    assert ClassUse.objects.filter(decided_by=admin, decided_at__isnull=False).count() == 3
    assert PageReach.objects.get(page=manual).uses == 2


def test_the_office_decides_about_one_and_takes_the_list_with_it(manual, admin_client, admin):
    use = make_use(manual, result="=1+1")
    values = {
        "level": "p2",
        "school": "",
        "school_name": "โรงเรียนไกล",
        "result": "=1+1",
        "name": "",
        "state": "approved",
    }
    admin_client.post(reverse(f"{LIST}:edit", args=[use.pk]), values)
    use.refresh_from_db()
    assert (use.state, use.decided_by) == ("approved", admin)
    table = b"".join(admin_client.get(f"{reverse(f'{LIST}:list')}?export=csv")).decode()
    assert "'=1+1" in table
    assert admin_client.get(reverse(f"{LIST}:list") + "?q=ไกล").text.count("=1+1") >= 1


def test_nobody_of_the_office_adds_what_a_teacher_says(admin_client):
    assert admin_client.get(reverse(f"{LIST}:add")).status_code in (302, 403)


def test_only_owner_authors_and_office_see_the_evidence_sheet(manual, client, admin):
    owner, stranger = (
        get_user_model().objects.create_user(name, f"{name}@example.org", "a-long-password")
        for name in ("owner", "stranger")
    )
    type(manual).objects.filter(pk=manual.pk).update(owner=owner)
    make_use(manual, state="approved", school=make_school(network="ห้วยคราม"))
    make_use(manual, state="refused", result="ไม่แสดง")
    sheet = f"/reach/{manual.pk}/"
    assert client.get(sheet).status_code == 302
    client.force_login(stranger)
    assert client.get(sheet).status_code == 404
    for user in (owner, admin):
        client.force_login(user)
        shown = client.get(sheet).text
        assert "ห้วยคราม" in shown
        assert "ไม่แสดง" not in shown
