"""What a visitor may not read is named nowhere: not in lists, counts, neighbours, search, addresses or redirects."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from manuals.models import ProcessDefinition, ProcessForm, ProcessLaw, WorkProcessPage
from portal.content.models import GlossaryTerm, PageAttachment, PortalDocument
from tests import factories
from tests.manuals.making import make_chapter, make_process_with, placed, step

SECRET, SECRET_SLUG, SECRET_WORDS = "เรื่องที่ยังไม่เผยแพร่", "hidden-subject", "สรุปเรื่องที่ปิดไว้"
PAST, FUTURE = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(hours=1)


def restrict(page, kind):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")
    restriction.groups.set(Group.objects.all()[:1])


def withdraw(page):
    WorkProcessPage.objects.filter(pk=page.pk).update(withdrawn_at=PAST)


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=PAST)


def unpublish(page):
    page.specific.unpublish()


def remove_plugin(page):
    Page.objects.filter(pk=page.pk).update(content_type=ContentType.objects.create(app_label="gone", model="gonepage"))


HIDDEN_BY = {
    "login": lambda page: restrict(page, PageViewRestriction.LOGIN),
    "password": lambda page: restrict(page, PageViewRestriction.PASSWORD),
    "groups": lambda page: restrict(page, PageViewRestriction.GROUPS),
    "withdrawn": withdraw,
    "expired": expire,
    "unpublished": unpublish,
    "removed": remove_plugin,
}
hidden = pytest.mark.parametrize("hide", HIDDEN_BY.values(), ids=HIDDEN_BY)


@pytest.fixture
def records(db):
    """What the hidden process uses, and others may use too."""
    return factories.make_term("การนิเทศภายใน"), factories.make_law(), factories.make_form("แบบบันทึก")


@pytest.fixture
def secret(manual, records, search_index):
    """A published process between two others, found by the search; the tests hide it, without a word to the index."""
    term, law, form = records
    make_process_with(manual, step("สำรวจ"), title="กระบวนงานก่อนหน้า")
    process = make_process_with(
        manual,
        step("ประชุม", documents=[form]),
        title=SECRET,
        slug=SECRET_SLUG,
        summary=SECRET_WORDS,
        definitions=placed([ProcessDefinition(term=term.term, meaning="ความหมาย", glossary_term=term)]),
        laws=placed([ProcessLaw(law=law)]),
        forms=placed([ProcessForm(form=form)]),
    )
    make_process_with(manual, step("ติดตาม"), title="กระบวนงานถัดไป")
    search_index.catch_up()
    return process


def public_addresses(manual, records):
    """Every public page that could name a process."""
    pages = [page.url for page in manual.get_children().live().exclude(slug=SECRET_SLUG)]
    searches = [f"/search/?q={words}" for words in (SECRET, SECRET_WORDS, "เรื่อง", "กระบวนงาน", "ไม่มีคำนี้แน่นอน")]
    registers = ["/glossary/", "/laws/", "/forms/", *(record.get_absolute_url() for record in records)]
    return ["/", manual.url, manual.get_parent().url, *pages, *searches, *registers, "/sitemap.xml", "/no-such-page/"]


def texts_of(client, addresses):
    return {address: client.get(address).content.decode() for address in addresses}


def assert_unnamed(texts):
    named = {
        a: w for a, text in texts.items() for w in (f">{SECRET}", SECRET_SLUG, SECRET_WORDS) if w in _unasked(text)
    }
    assert not named


def _unasked(text):
    """The text without what the visitor typed, which the results page repeats."""
    for asked in (f'value="{SECRET_WORDS}"', f"“{SECRET_WORDS}”", f"<title>{SECRET}", f"<title>{SECRET_WORDS}"):
        text = text.replace(asked, "")
    return text


def test_a_published_page_is_named_everywhere(client, manual, records, secret):
    texts = texts_of(client, public_addresses(manual, records))
    naming = {address for address, text in texts.items() if SECRET_SLUG in text}
    assert {"/", manual.url, "/sitemap.xml", *(record.get_absolute_url() for record in records)} <= naming
    assert any(address.startswith("/search/") for address in naming)


@hidden
def test_a_hidden_page_is_named_nowhere(client, manual, records, secret, hide):
    hide(secret)
    assert_unnamed(texts_of(client, public_addresses(manual, records)))


@hidden
def test_neighbours_and_numbers_close_the_gap(client, manual, secret, hide):
    hide(secret)
    before = manual.get_children().get(title="กระบวนงานก่อนหน้า")
    assert manual.get_children().get(title="กระบวนงานถัดไป").url in client.get(before.url).text


@hidden
def test_a_hidden_page_itself_says_nothing_of_its_contents(client, secret, hide):
    hide(secret)
    response = client.get(secret.url, follow=True)
    assert SECRET_WORDS not in response.text
    assert 'rel="canonical"' not in response.text
    if hide is not withdraw:
        assert SECRET not in response.text


@hidden
def test_what_stands_below_a_hidden_page_does_not_name_it(client, manual_index, hide):
    above = factories.make_manual(
        manual_index, title=SECRET, slug=SECRET_SLUG, summary=SECRET_WORDS, edition="ฉบับลับเฉพาะ"
    )
    chapter = make_chapter(above, "บทที่เหลืออยู่")
    process = make_process_with(above, step("สำรวจ"), title="กระบวนงานที่เหลืออยู่")
    if hide is withdraw:
        type(above).objects.filter(pk=above.pk).update(withdrawn_at=PAST)
    else:
        hide(above)
    for page in (chapter, process):
        text = client.get(page.url, follow=True).text
        assert f">{SECRET}<" not in text or hide is withdraw  # of a withdrawn work it is said that it was withdrawn
        assert "ฉบับลับเฉพาะ" not in text


@pytest.mark.parametrize("fields", [{"live": False}, {"live": False, "go_live_at": FUTURE}], ids=["draft", "scheduled"])
def test_drafts_and_scheduled_pages_are_named_nowhere(client, manual, records, fields):
    factories.make_process(manual, title=SECRET, slug=SECRET_SLUG, summary=SECRET_WORDS, **fields)
    assert_unnamed(texts_of(client, public_addresses(manual, records)))


def test_a_draft_of_a_published_page_is_not_shown(client, manual, records, secret):
    draft = secret.get_latest_revision_as_object()
    draft.title, draft.summary = "หัวเรื่องฉบับร่าง", "สรุปฉบับร่าง"
    draft.save_revision()
    texts = texts_of(client, [*public_addresses(manual, records), secret.url])
    assert not [address for address, text in texts.items() if "ฉบับร่าง" in text]


@pytest.mark.parametrize("hide", [hide for hide in HIDDEN_BY.values() if hide is not withdraw])
def test_a_redirect_does_not_tell_the_address_of_a_hidden_page(
    client, secret, hide, django_capture_on_commit_callbacks
):
    old = secret.url
    secret.slug = "renamed-in-secret"
    with django_capture_on_commit_callbacks(execute=True):
        secret.save_revision().publish()
    assert "renamed-in-secret" in client.get(old)["Location"]
    hide(secret)
    response = client.get(old)
    assert "renamed-in-secret" not in response.headers.get("Location", "") + response.text


def test_a_redirect_leads_on_for_those_who_may_read_the_page(client, admin, secret, django_capture_on_commit_callbacks):
    old = secret.url
    secret.slug = "renamed-in-secret"
    with django_capture_on_commit_callbacks(execute=True):
        secret.save_revision().publish()
    factories.make_private(secret)
    assert client.get(old)["Location"] == f"/_util/login/?next={old}"
    client.force_login(admin)
    assert client.get(old, follow=True).redirect_chain[-1][0] == WorkProcessPage.objects.get(pk=secret.pk).url


def test_the_definitions_of_a_private_process_stay_out_of_the_glossary(client, manual):
    factories.make_private(manual)
    rows = placed([ProcessDefinition(term="คำเฉพาะของกลุ่ม", meaning="ความหมายที่ปิดไว้")])
    process = make_process_with(manual, step("สำรวจ"), title=SECRET, definitions=rows)
    assert not GlossaryTerm.objects.filter(term="คำเฉพาะของกลุ่ม").exists()
    PageViewRestriction.objects.all().delete()
    process.save_revision().publish()
    assert GlossaryTerm.objects.filter(term="คำเฉพาะของกลุ่ม").exists()


def test_the_menu_forgets_an_index_that_has_expired(client, manual_index):
    assert f'href="{manual_index.url}"' in client.get("/glossary/").text
    expire(manual_index)
    assert f'href="{manual_index.url}"' not in client.get("/glossary/").text


def test_private_pages_are_kept_by_no_cache(client, admin, secret):
    factories.make_private(secret)
    assert "no-store" in client.get(secret.url)["Cache-Control"]
    client.force_login(admin)
    response = client.get(secret.url)
    assert (response.status_code, "private" in response["Cache-Control"]) == (200, True)


@pytest.fixture
def private_document(db):
    """A document in a collection that asks for signing in."""
    collection = Collection.get_first_root_node().add_child(name="ภายใน")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    file = ContentFile(b"only for those who sign in", name="internal.txt")
    return PortalDocument.objects.create(title="บันทึกภายใน", file=file, collection=collection)


def test_a_document_of_a_private_collection_is_only_for_those_who_sign_in(client, home, admin, private_document):
    assert client.get(private_document.url).status_code == 302
    client.force_login(admin)
    assert b"".join(client.get(private_document.url)) == b"only for those who sign in"


def test_documents_have_no_address_that_passes_by_the_check(client, home, private_document):
    for name in ("internal.txt", "documents/internal.txt", private_document.file.name):
        assert client.get(f"/media/{name}").status_code == 404


def test_a_published_attachment_is_served_as_a_download(client, manual):
    document = factories.make_document(name="แบบฟอร์มที่ ๑ น้ำ.txt")
    chapter = make_chapter(manual, attachments=placed([PageAttachment(document=document)]))
    assert document.url in client.get(chapter.url).text
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_previews_and_revisions_are_for_editors(client, secret):
    revision = secret.latest_revision
    for address in (
        f"/admin/pages/{secret.pk}/edit/preview/",
        f"/admin/pages/{secret.pk}/view_draft/",
        f"/admin/pages/{secret.pk}/revisions/{revision.pk}/view/",
        f"/admin/pages/{secret.pk}/revisions/{revision.pk}/revert/",
        f"/admin/pages/{secret.pk}/history/",
    ):
        response = client.get(address)
        assert (response.status_code, response["Location"].startswith("/admin/login/")) == (302, True)


def test_those_who_may_read_a_private_manual_see_its_contents(client, admin, manual):
    chapter, closed = make_chapter(manual), make_chapter(manual, "บทที่ปิดไว้อีกชั้น")
    factories.make_private(manual)
    factories.make_private(closed)
    client.force_login(admin)
    text = client.get(manual.url).text
    assert chapter.url in text
    assert closed.url not in text
