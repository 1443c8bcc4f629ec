"""Everything that visitors see empties the cache; what they do not see leaves it alone."""

from datetime import timedelta
from time import sleep, time

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction, Site

from manuals.models import WorkProcessPage
from portal.caching import generation
from portal.content.models import (
    FormTemplate,
    GlossaryTerm,
    KnowledgeTag,
    LearningArea,
    LegalReference,
    OfficeSettings,
    PageReach,
    Person,
    School,
)
from portal.counting.adding import count, sum_uses
from portal.plugins.models import SwitchedOffPlugin
from search import outbox
from search.models import IndexChange, SynonymGroup
from tests import factories
from tests.sample_plugin.notices.models import NoticeIndexPage

CHANGES = {
    "publish": lambda page: page.save_revision().publish(),
    "unpublish": lambda page: page.unpublish(),
    "move": lambda page: page.move(page.get_parent().get_parent(), "last-child"),
    "delete": lambda page: page.delete(),
    "withdraw": lambda page: WorkProcessPage.objects.filter(pk=page.pk).update(withdrawn_at=timezone.now()),
    "expire in bulk": lambda page: Page.objects.filter(pk=page.pk).update(live=False, expired=True),
    "restrict": lambda page: factories.make_private(page),
    "tag": lambda page: (page.tags.add("ต้นแบบ"), page.save()),
    "area of a page": lambda page: (page.learning_areas.add(LearningArea.objects.first()), page.save()),
    "term": lambda page: factories.make_term(),
    "law": lambda page: factories.make_law(),
    "form": lambda page: FormTemplate.objects.create(title="แบบ"),
    "network and school": lambda page: factories.make_school(),
    "area": lambda page: LearningArea.objects.first().save(),
    "areas in bulk": lambda page: LearningArea.objects.update(name_en="Area"),
    "person": lambda page: Person.objects.create(given_name="นภา", family_name="ใจดี"),
    "file": lambda page: factories.make_document(),
    "vocabulary in bulk": lambda page: KnowledgeTag.objects.bulk_create([KnowledgeTag(name="ก", slug="ko")]),
    "office": lambda page: OfficeSettings.for_site(page.get_site()).save(),
    "site": lambda page: Site.objects.get().save(),
    "extension": lambda page: SwitchedOffPlugin.objects.create(label="notices"),
    "redirect": lambda page: Redirect.add_redirect("/old", page),
    "promotion": lambda page: SearchPromotion.objects.create(query=Query.get("ก"), page=page, sort_order=0),
    "synonym": lambda page: SynonymGroup.objects.bulk_create([SynonymGroup()]),
    "page of an extension": lambda page: factories.make_page(page.get_site().root_page, NoticeIndexPage, "ประกาศ"),
    "use in class": lambda page: sum_uses(page.pk),
    "search index": lambda page: IndexChange.objects.update(done_at=timezone.now()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_that_visitors_see_empties_the_cache(db, process, change):
    if change == "search index":
        outbox.look_again([process.pk])
    before = generation.current()
    CHANGES[change](process)
    assert generation.current() != before


UNSEEN = {
    "draft": lambda page: page.save_revision(),
    "view": lambda page: count(page.pk, "views"),
    "download": lambda page: count(page.pk, "downloads"),
    "sign in": lambda page: get_user_model().objects.get_or_create(username="a")[0].save(update_fields=["last_login"]),
    "nothing found to change": lambda page: GlossaryTerm.objects.filter(term="ไม่มี").update(meaning="x"),
    "reading": lambda page: (list(School.objects.all()), list(LegalReference.objects.all())),
}


@pytest.mark.parametrize("change", UNSEEN)
def test_what_nobody_sees_leaves_the_cache_alone(db, process, change):
    get_user_model().objects.create(username="a")
    PageReach.objects.get_or_create(page_id=process.pk)
    before = generation.current()
    UNSEEN[change](process)
    assert generation.current() == before


def test_one_row_a_transaction_and_none_of_what_is_rolled_back(db):
    from portal.caching.models import Change

    before = generation.current()
    rows = Change.objects.count()
    with transaction.atomic():
        for number in range(5):
            factories.make_law(f"กฎหมาย {number}")
    assert Change.objects.count() == rows + 1
    after = generation.current()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        factories.make_law("ไม่บันทึก")
        1 / 0  # noqa: B018
    assert generation.current() == after != before
    factories.make_law("บันทึก")
    assert generation.current() != after


def test_visitors_see_a_change_with_their_next_request(cached, process):
    cached.get(process.url)
    process.title = "การนิเทศภายใน"
    process.save_revision().publish()
    assert "การนิเทศภายใน" in cached.get(process.url).content.decode()
    restriction = factories.make_private(process)
    assert cached.get(process.url).status_code == 302
    restriction.delete()
    assert cached.get(process.url).status_code == 200
    process.unpublish()
    assert cached.get(process.url).status_code == 404


def test_a_page_made_before_a_change_and_stored_after_it_is_not_given(cached, process, monkeypatch):
    serve = WorkProcessPage.serve

    def slowly(page, request):
        response = serve(page, request).render()
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        return response

    monkeypatch.setattr(WorkProcessPage, "serve", slowly)
    assert cached.get(process.url).status_code == 200
    monkeypatch.setattr(WorkProcessPage, "serve", serve)
    assert cached.get(process.url).status_code == 302


def test_a_page_is_gone_when_its_time_has_come_and_so_is_what_lists_it(cached, process, is_kept):
    end = timezone.now() + timedelta(seconds=1.5)
    WorkProcessPage.objects.filter(pk=process.pk).update(expire_at=end)
    cached.get(process.url)
    cached.get("/")
    sleep(max(0, (end - timezone.now()).total_seconds()) + 0.01)
    assert not is_kept("/") and is_kept("/")
    assert cached.get(process.url).status_code == 404


def test_nothing_is_kept_longer_than_some_minutes(cached, process, is_kept, monkeypatch):
    cached.get(process.url)
    assert is_kept(process.url)
    monkeypatch.setattr("portal.caching.middleware.time", lambda: time() + 301)
    assert not is_kept(process.url)


def test_old_changes_are_dropped(db):
    from portal.caching.models import Change

    factories.make_law()
    Change.objects.update(at=timezone.now() - timedelta(days=2))
    before = generation.current()
    generation.bump()
    assert generation.forget_old() >= 1
    assert Change.objects.count() == 1 and generation.current() != before
