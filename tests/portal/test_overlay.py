"""The overlay fits the Wagtail and Django that are installed, and no editor's screen is left in English."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Workflow

from portal.content.models import PortalMedia

OVERLAY = Path(settings.LOCALE_PATHS[1]) / "th" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")
MARKUP = re.compile(r"<[^>]+>")
READ_ALOUD = ("title", "placeholder", "aria-label", "data-w-dialog-title-value")

# Wagtail 8.0 shows these past its own catalogue: a label in a template, form fields without one, a hidden counter.
WRITTEN_INTO_WAGTAIL = {"Actions", "Page", "Password", "None"}

SCREENS = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtaildocs:index",
    "wagtaildocs:add_multiple",
    "wagtailadmin_collections:index",
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "wagtailusers_groups:index",
    "wagtailusers_groups:add",
    "wagtailsites:index",
    "wagtailsites:add",
    "wagtailredirects:index",
    "wagtailredirects:add",
    "wagtailsearchpromotions:index",
    "wagtailsearchpromotions:add",
    "wagtailsnippets_search_abbreviation:list",
    "wagtailsnippets_search_synonymgroup:add",
    "wagtailsnippets_search_dictionaryword:list",
    "search_reports:asked",
    "search_reports:failed",
    "search_reports:forget",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add",
    "wagtailadmin_workflows:task_index",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_account",
    "wagtailmedia:index",
    "statistics_aging",
]
SCREENS_OF_A_PAGE = [
    "wagtailadmin_explore",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:add_subpage",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:workflow_history",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:delete",
]


class ShownText(HTMLParser):
    """Collects what a person reads or hears of a page, with the data from which Wagtail's scripts draw the menus."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.script = dict(attrs).get("type") or "code"
        self.texts.update(value for name, value in attrs if name in READ_ALOUD and value)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.script = None

    def handle_data(self, data: str) -> None:
        if self.script == "application/json":
            self.texts.update(text for text in strings_of(json.loads(data)) if text[:1].isupper())
        elif self.script is None:
            self.texts.add(" ".join(data.split()))


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_a_text_of_the_package_it_names(domain):
    stale = [
        entry.msgid
        for entry in overlay(domain)
        if identity(entry) not in originals(entry.occurrences[0][0].replace("/", "."), domain)
    ]
    assert not stale, "an upgrade dropped or changed these texts: remove or translate them anew"


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_translated_and_fills_the_same_placeholders(domain):
    for entry in overlay(domain):
        text = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
        assert text.strip() and not entry.fuzzy and not entry.obsolete, entry.msgid
        wanted = entry.msgid_plural or entry.msgid
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(wanted)), entry.msgid
        assert sorted(MARKUP.findall(text)) == sorted(MARKUP.findall(wanted)), entry.msgid


@pytest.mark.parametrize("domain", DOMAINS)
def test_all_of_the_wagtail_that_is_installed_is_translated(domain):
    translated = {identity(entry) for entry in overlay(domain)}
    for package in wagtail_packages():
        translated |= {identity(entry) for entry in catalogue(package, "th", domain) if entry.translated()}
    missing = {key for package in wagtail_packages() for key in originals(package, domain)} - translated
    assert not missing, "an upgrade brought these texts"


@pytest.mark.parametrize("name", SCREENS)
def test_an_editors_screen_is_thai(admin_client, home, name):
    assert english_on(admin_client.get(reverse(name))) == set()


@pytest.mark.parametrize("name", SCREENS_OF_A_PAGE)
def test_an_editors_screen_of_a_page_is_thai(admin_client, home, manual, name):
    assert english_on(admin_client.get(reverse(name, args=[home.pk]))) == set()


def test_the_screens_of_videos_and_sounds_are_thai(admin_client, admin, home):
    media = PortalMedia.objects.create(
        title="เพลงกล่อมคำ", type="audio", file=ContentFile(b"ID3", "a.mp3"), uploaded_by_user=admin
    )
    for name in ("edit", "delete", "media_usage"):
        assert english_on(admin_client.get(reverse(f"wagtailmedia:{name}", args=[media.pk]))) == set()
    for kind in ("audio", "video"):
        assert english_on(admin_client.get(reverse("wagtailmedia:add", args=[kind]))) == set()
        chooser = admin_client.get(reverse("wagtailmedia:chooser_typed", args=[kind]))
        assert english_in(chooser.json()["html"]) == set()


def test_a_locked_page_under_review_is_thai_wherever_it_is_shown(admin_client, admin, home):
    home.locked, home.locked_by, home.locked_at = True, admin, timezone.now()
    home.save()
    home.save_revision(user=admin)
    Workflow.objects.earliest("pk").start(home, admin)
    explore, edit = (reverse(name, args=[home.pk]) for name in SCREENS_OF_A_PAGE[:2])
    reports = (reverse(f"wagtailadmin_reports:{name}") for name in ("locked_pages", "workflow", "workflow_tasks"))
    for screen in (explore, edit, reverse("wagtailadmin_home"), *reports):
        assert english_on(admin_client.get(screen)) == set()


def test_the_steps_of_a_review_are_edited_in_thai(admin_client, home):
    for workflow in Workflow.objects.all():
        assert english_on(admin_client.get(reverse("wagtailadmin_workflows:edit", args=[workflow.pk]))) == set()


def test_the_scripts_of_the_admin_speak_the_overlays_thai(admin_client):
    script = admin_client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    catalog = json.JSONDecoder().raw_decode(script.split("newcatalog = ", 1)[1])[0]
    for entry in overlay("djangojs"):
        expected = [entry.msgstr_plural[0]] if entry.msgid_plural else entry.msgstr
        assert catalog[entry.msgid] == expected


def english_on(response) -> set[str]:
    """The English texts of Wagtail and Django on a screen, for which there is Thai."""
    assert response.status_code == 200
    return english_in(response.content.decode())


def english_in(html: str) -> set[str]:
    """The same of a piece of a screen."""
    page = ShownText()
    page.feed(html)
    return page.texts & english_texts()


@cache
def english_texts() -> frozenset[str]:
    """Every plain text of the installed packages that Thai says otherwise."""
    packages = [*wagtail_packages(), "django.contrib.auth", "taggit"]
    entries = [entry for package in packages for entry in catalogue(package, "en", "django")]
    with translation.override("th"):
        texts = {" ".join(entry.msgid.split()) for entry in entries if translation.gettext(entry.msgid) != entry.msgid}
    return frozenset(texts - WRITTEN_INTO_WAGTAIL)


def overlay(domain: str) -> polib.POFile:
    return polib.pofile(str(OVERLAY / f"{domain}.po"))


def wagtail_packages() -> list[str]:
    """Those in use that show texts."""
    return [app.name for app in apps.get_app_configs() if app.name.split(".")[0] in ("wagtail", "wagtailmedia")]


@cache
def catalogue(package: str, language: str, domain: str) -> polib.POFile | list[polib.POEntry]:
    """A package's own catalogue; empty where it has none."""
    path = package_folder(package) / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path)) if path.exists() else []


@cache
def originals(package: str, domain: str) -> frozenset[tuple[str, str]]:
    """What a package says."""
    return frozenset(identity(entry) for entry in catalogue(package, "en", domain) if not entry.obsolete)


def package_folder(package: str) -> Path:
    """Where an installed package lies."""
    return Path(import_module(package).__path__[0])


def identity(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def strings_of(value) -> list[str]:
    """Every text inside parsed JSON."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in inside for text in strings_of(item)]
