"""What the groups that come with the software may do in the admin, without anybody having set a right."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

EDITORS, MODERATORS = "ผู้จัดทำเนื้อหา", "ผู้พิจารณา"
REGISTRIES = ("glossaryterm", "formtemplate", "legalreference", "school", "schoolnetwork", "knowledgetag")


@pytest.fixture
def sign_in(client, db):
    """`sign_in(group)`: a browser in which somebody of that group is signed in."""

    def signed_in(group: str):
        user = get_user_model().objects.create_user("somebody", "somebody@example.org", "a-long-password")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return signed_in


@pytest.mark.parametrize("group", [EDITORS, MODERATORS])
def test_the_groups_may_sign_in_keep_the_registries_and_bring_files(sign_in, group, manual):
    browser = sign_in(group)
    screens = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:add_subpage", args=[manual.pk]),
        reverse("wagtailimages:add"),
        reverse("wagtaildocs:add"),
        reverse("wagtaildocs_chooser:choose"),
        reverse("manual_import:upload"),
        reverse("school_import:index"),
        *(reverse(f"wagtailsnippets_content_{model}:add") for model in REGISTRIES),
        reverse("wagtailsnippets_content_workgroup:list"),
    ]

    assert {screen: browser.get(screen).status_code for screen in screens} == dict.fromkeys(screens, 200)


@pytest.mark.parametrize("group", [EDITORS, MODERATORS])
def test_the_groups_leave_the_settings_to_the_administrator(sign_in, group):
    browser = sign_in(group)
    page = browser.get(reverse("wagtailadmin_home")).content.decode()

    for screen in (
        reverse("portal_plugins:index"),
        reverse("wagtailsettings:edit", args=["content", "officesettings"]),
    ):
        assert browser.get(screen).status_code in (302, 403)
        assert screen not in page


def test_editors_take_nothing_out_of_a_registry_and_publish_nothing(sign_in, manual):
    browser = sign_in(EDITORS)

    assert not browser.get("/admin/").wsgi_request.user.has_perm("content.delete_legalreference")
    assert not manual.permissions_for_user(get_user_model().objects.get()).can_publish()


def test_moderators_publish_and_tidy_the_registries(sign_in, manual):
    browser = sign_in(MODERATORS)

    assert browser.get("/admin/").wsgi_request.user.has_perm("content.delete_legalreference")
    assert manual.permissions_for_user(get_user_model().objects.get()).can_publish()
