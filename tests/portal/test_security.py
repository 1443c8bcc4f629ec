"""What an attacker tries: headers missing, pages framed, scripts in fields, hostile addresses, files and passwords."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from home.models import HomePage
from manuals.models import ProcessDefinition, ProcessForm, ProcessLaw
from portal.accounts.client_address import behind_proxy
from portal.content.models import FormTemplate, GlossaryTerm, LegalReference, OfficeSettings, PortalDocument
from tests import factories
from tests.manuals.making import make_chapter, make_process_with, paragraph, placed, step
from tests.portal.test_settings import run

ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"
POLICY = ("default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'")
SCRIPTED = re.compile(r"^\s*(javascript|data|vbscript):", re.I)
ACTIVE = {"script", "style", "iframe", "object", "embed", "base"}


class ActiveContent(HTMLParser):
    """Collects what could run or restyle: inline scripts and styles, handlers, addresses that are scripts."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        is_own_script = tag == "script" and (values.get("src") or "").startswith("/static/")
        is_data = tag == "script" and values.get("type") == "application/ld+json"  # no browser runs it
        if tag in ACTIVE and not is_own_script and not is_data:
            self.found.append(tag)
        if tag == "img" and values.get("src") == "x":
            self.found.append("planted img")
        self.found += [f"{tag} {name}" for name in values if name.startswith("on") or name == "style"]
        self.found += [f"{tag} {name}={v}" for name, v in values.items() if v and SCRIPTED.match(v)]

    handle_startendtag = handle_starttag


def active_content(html):
    parser = ActiveContent()
    parser.feed(html)
    return parser.found


@pytest.fixture
def attacked(home, manual_index):
    """A portal in which every field that an editor fills holds an attack; the addresses of its public pages."""
    office = OfficeSettings.for_site(home.get_site())
    for field in ("portal_name", "office_name", "short_name", "division", "welcome", "address", "email", "phone"):
        setattr(office, field, f"office {ATTACK}"[: office._meta.get_field(field).max_length])
    office.save()
    HomePage.objects.update(title=ATTACK, seo_title=ATTACK, search_description=ATTACK)
    term = factories.make_term(f"คำ {ATTACK}", f"ความหมาย {ATTACK}", also=f"การนิเทศ, {ATTACK}")
    law = factories.make_law(
        f"กฎ {ATTACK}", number=ATTACK, url="https://example.org/?q=%22%3E<script>alert(3)</script>"
    )
    form = factories.make_form(f"แบบ {ATTACK}", code=ATTACK[:50])
    manual = factories.make_manual(
        manual_index,
        title=f"เล่ม {ATTACK}", summary=ATTACK, office=ATTACK, owner_position=ATTACK, owner_group=ATTACK,
        edition=ATTACK, cover_text=ATTACK, seo_title=ATTACK, search_description=ATTACK,
    )  # fmt: skip
    chapter = make_chapter(manual, f"บท {ATTACK}", summary=ATTACK, body=attacked_body())
    process = make_process_with(
        manual,
        step(ATTACK, actor=ATTACK, time=ATTACK[:80], detail=ATTACK, documents=[form]),
        step(ATTACK, (ATTACK[:80], "1"), (ATTACK[:80], "end"), chart_label=ATTACK, actor=f"อีกคน {ATTACK}"),
        title=f"กระบวนงาน {ATTACK}",
        summary=ATTACK,
        name=ATTACK,
        definitions=placed([ProcessDefinition(term=ATTACK, meaning=ATTACK, link_word=ATTACK[:40])]),
        forms=placed([ProcessForm(form=form, shown_as=ATTACK, detail=ATTACK)]),
        laws=placed([ProcessLaw(law=law, shown_as=ATTACK, detail=ATTACK)]),
    )
    records = [record.get_absolute_url() for record in (term, law, form)]
    pages = [page.url for page in (manual_index, manual, chapter, process)]
    return ["/", *pages, *records, "/glossary/", "/laws/", "/forms/"]


def attacked_body():
    listed = {"items": [{"text": ATTACK, "children": [ATTACK]}]}
    table = {"data": [[ATTACK, ATTACK], [ATTACK, ATTACK]], "table_caption": ATTACK, "first_row_is_table_header": True}
    escaped = ATTACK.replace("<", "&lt;").replace(">", "&gt;")
    return [
        {"type": "heading", "value": ATTACK},
        *paragraph(escaped),
        {"type": "numbered_list", "value": listed},
        {"type": "bullet_list", "value": listed},
        {"type": "table", "value": {**table, "first_col_is_header": True, "cell": [], "mergeCells": []}},
        {"type": "unrecognised", "value": ATTACK},
        {"type": "tasks", "value": {"title": ATTACK, "tasks": [ATTACK, ATTACK]}},
    ]


def test_nothing_that_an_editor_writes_becomes_markup(client, attacked, search_index):
    assert search_index.pages
    asked = [
        *attacked,
        "/search/?q=" + "กระบวนงาน",
        f"/search/?q={ATTACK}&page={ATTACK}",
        f"/?x={ATTACK}",
        f"/{ATTACK}/",
    ]
    for address in asked:
        text = client.get(address).text
        assert not active_content(text), address
        assert "<script>alert" not in text
        assert "49" not in re.findall(r"onerror=alert\(2\)&gt;(\S{2})", text)


def test_no_public_page_needs_inline_script_or_style(client, manual):
    chapter = make_chapter(manual, body=paragraph("ข้อความ"))
    factories.make_private(make_chapter(manual, "ปิด"))
    for address in ("/", manual.url, chapter.url, "/no-such-page/", "/_util/login/", "/search/?q=x", "/glossary/"):
        response = client.get(address)
        assert not active_content(response.text), address
        assert all(part in response["Content-Security-Policy"] for part in POLICY), address


def test_errors_carry_the_same_headers(client, home, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr(HomePage, "get_context", lambda *args, **kwargs: {}[""])
    failed, missing = client.get("/"), client.get("/no-such-page/")
    refused = client.get("/", headers={"host": "evil.example"})
    assert (failed.status_code, missing.status_code, refused.status_code) == (500, 404, 400)
    for response in (failed, missing, refused):
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "evil.example" not in response.text
        assert not active_content(response.text)


def test_public_pages_cannot_be_framed(client, home):
    response = client.get("/")
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


def test_without_its_database_the_portal_says_so(client, home, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("could not connect to postgres://portal:hunter2@db/portal")

    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)
        page, missing, health, alive = (client.get(path) for path in ("/", "/no-such-page/", "/readyz", "/healthz"))
    assert [answer.status_code for answer in (page, missing, health, alive)] == [500, 500, 503, 200]
    assert "ระบบขัดข้อง" in page.text
    assert "hunter2" not in page.text + missing.text + health.text


@pytest.mark.parametrize(
    "address",
    [
        "/%ff/", "/%00/", "/a%00b/", "/glossary/%00/", "/theme/999.css", "/theme/99999999999999999999.css",
        "/forms/x/99999999999999999999/", "/documents/99999999999999999999/x/", "/documents/1/..%2f..%2fetc%2fpasswd",
        "/media/documents/", "/imports/", "/private/", "/portal.sqlite3", "/.env", "/.git/config",
        "/_util/authenticate_with_password/99999999999999999999/1/", "/sitemap.xml?p=%00",
    ],
)  # fmt: skip
def test_hostile_addresses_are_not_found(client, home, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/media/../portal.sqlite3", "/media/..%2fdevelopment-secret", "/media/%2e%2e/x"])
def test_nothing_beside_the_media_is_served(client, home, address):
    assert client.get(address).status_code in (400, 404)


@pytest.mark.parametrize("query", ["q=%ff%00&page=%ff", "q=" + "ก" * 3000, "%00=%00", "page=-1&q=x", "q[]=1&q[]=2"])
@pytest.mark.parametrize("path", ["/", "/search/", "/glossary/", "/robots.txt", "/readyz"])
def test_hostile_queries_do_no_harm(client, home, search_index, path, query):
    assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("method", ["head", "options", "post", "put", "delete", "patch", "trace"])
@pytest.mark.parametrize("path", ["/", "/search/", "/laws/", "/language/en/", "/sitemap.xml", "/theme/1.css", "/none/"])
def test_no_method_is_an_error(client, home, search_index, method, path):
    assert getattr(client, method)(path).status_code < 500


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_neither_language_nor_signing_in_leads_to_another_site(client, home, admin, target):
    assert client.get("/language/en/", {"next": target})["Location"] == "/"
    signed_in = {"username": admin.username, "password": "a-long-password", "next": target}
    for path in ("/admin/login/", "/_util/login/"):
        assert "evil" not in client.post(path, signed_in)["Location"]
        client.logout()


@pytest.mark.parametrize("path", ["/admin/login/", "/_util/login/"])
def test_many_wrong_passwords_lock_the_way_in_for_a_while(client, home, admin, settings, path):
    settings.AXES_ENABLED = True
    wrong, right = ({"username": admin.username, "password": password} for password in ("wrong", "a-long-password"))
    assert [client.post(path, wrong).status_code for _attempt in range(8)] == [200] * 7 + [429]
    locked = client.post(path, right)
    assert locked.status_code == 429
    assert "ระงับการเข้าสู่ระบบ" in locked.text
    assert client.post(path, right, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_right_password_forgives_the_wrong_ones(client, home, admin, settings):
    settings.AXES_ENABLED = True
    wrong, right = ({"username": admin.username, "password": password} for password in ("wrong", "a-long-password"))
    for _round in range(2):
        assert {client.post("/admin/login/", wrong).status_code for _attempt in range(7)} == {200}
        assert client.post("/admin/login/", right).status_code == 302
        client.logout()


def test_a_forgotten_password_does_not_tell_who_has_an_account(client, home, admin):
    known = client.post("/admin/password_reset/", {"email": admin.email}, follow=True)
    unknown = client.post("/admin/password_reset/", {"email": "nobody@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert _without_tokens(known.text) == _without_tokens(unknown.text)


def _without_tokens(text):
    return re.sub(r'"[A-Za-z0-9]{32,64}"', '""', text)


@pytest.mark.parametrize("kind", ["page", "collection"])
def test_the_password_of_a_page_or_collection_cannot_be_guessed_at_leisure(client, manual, settings, kind):
    settings.AXES_ENABLED = True
    if kind == "page":
        restriction = PageViewRestriction.objects.create(page=manual, restriction_type="password", password="sesame")
        address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, manual.pk])
    else:
        collection = Collection.get_first_root_node().add_child(name="ภายใน")
        restriction = CollectionViewRestriction.objects.create(
            collection=collection, restriction_type="password", password="sesame"
        )
        address = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    wrong, right = ({"password": password, "return_url": manual.url} for password in ("wrong", "sesame"))
    assert [client.post(address, wrong).status_code for _try in range(8)] == [200] * 7 + [429]
    assert client.post(address, right).status_code == 429
    assert client.get(address).status_code == 200
    assert client.post(address, right, REMOTE_ADDR="192.0.2.7")["Location"] == manual.url


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [("198.51.100.9, 203.0.113.5", "203.0.113.5"), ("203.0.113.5", "203.0.113.5"), ("<script>", "127.0.0.1")],
)
def test_behind_a_proxy_the_address_is_what_the_proxy_saw(rf, forwarded, address):
    assert behind_proxy(rf.get("/", headers={"x-forwarded-for": forwarded})) == address


def test_behind_a_proxy_without_the_header_it_is_the_proxy(rf):
    assert behind_proxy(rf.get("/")) == "127.0.0.1"


def test_production_trusts_the_proxy_only_when_told(tmp_path):
    code = "from django.conf import settings as s; print(getattr(s, 'AXES_CLIENT_IP_CALLABLE', None))"
    for told, used in (("false", "None"), ("true", "portal.accounts.client_address.behind_proxy")):
        environment = {"SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "portal.example.org", "BEHIND_PROXY": told}
        environment |= {"PORTAL_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.production"}
        assert run(code, **environment).stdout.strip() == used


@pytest.mark.parametrize(
    "name", ["page.svg", "page.html", "shell.php", "x.exe", "a.pdf.js", "noextension", ".htaccess"]
)
def test_documents_of_other_kinds_are_refused(admin_client, name):
    upload = SimpleUploadedFile(name, b"<script>alert(1)</script>")
    admin_client.post(reverse("wagtaildocs:add"), {"title": "เอกสาร", "files[]": upload, "collection": 1})
    admin_client.post(reverse("wagtaildocs:add_multiple"), {"title": "เอกสาร", "files[]": upload, "collection": 1})
    assert not PortalDocument.objects.exists()


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("../../etc/cron.d/x.pdf", "x.pdf"),
        ("..\\..\\boot.pdf", "boot.pdf"),
        ("แบบฟอร์มที่ ๑ น้ำ.pdf", "baepfom-thi-1-nam.pdf"),
        ("ก" * 300 + ".pdf", None),
        ("a\x00b.php.pdf", "ab-php.pdf"),
        ('"><script>.pdf', "script.pdf"),
        ("CON.pdf", "con.pdf"),
    ],
)
def test_hostile_file_names_become_harmless(db, name, stored, settings):
    document = factories.make_document(name=name.rpartition("/")[2])
    path = document.file.path
    assert path.startswith(str(settings.PRIVATE_FILES_ROOT))
    assert re.fullmatch(r"[a-z0-9_.-]{1,100}", document.filename)
    assert stored is None or document.filename.removesuffix(".pdf").startswith(stored.removesuffix(".pdf")[:8])


def picture(kind, size=(8, 8)):
    file = BytesIO()
    Image.new("1", size).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("emblem.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("emblem.png", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("emblem.php", picture("PNG")),
        ("emblem.jpg", picture("PNG")),
        ("bomb.png", picture("PNG", (20_000, 20_000))),
    ],
    ids=["svg", "svg named png", "php", "png named jpg", "bomb"],
)
def test_pictures_that_are_none_are_refused(admin_client, home, name, content):
    answer = admin_client.post(
        reverse("wagtailimages:add"), {"title": "ตรา", "file": SimpleUploadedFile(name, content), "collection": 1}
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>"])
def test_a_law_links_only_to_the_web(admin_client, home, url):
    values = {"title": "กฎ", "kind": "act", "status": "in_force", "url": url, "document": ""}
    answer = admin_client.post(reverse("wagtailsnippets_content_legalreference:add"), values)
    assert answer.status_code == 200
    assert not LegalReference.objects.exists()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_exported_cells_are_never_formulas(admin_client, home, start):
    GlossaryTerm.objects.bulk_create([GlossaryTerm(term=f"{start}HYPERLINK(1)", meaning="x", slug="x", key="x")])
    FormTemplate.objects.bulk_create([FormTemplate(title=f"{start}1+1", slug="x", key="x")])
    for register in ("glossaryterm", "formtemplate"):
        address = reverse(f"wagtailsnippets_content_{register}:list")
        exported = b"".join(admin_client.get(address, {"export": "csv"})).decode()
        cells = [cell.strip('"') for row in exported.splitlines()[1:] for cell in row.split(",")]
        assert not [cell for cell in cells if cell.startswith(start)]
        assert b"".join(admin_client.get(address, {"export": "xlsx"}))
