"""The accessibility statement: what was looked at, how, and what is known to be missing.

The tests under `tests/browser` look at just these screens in just these views (`tests/office` compares the two), so
that the statement says nothing that is not tested, and a new screen has to be named here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.utils.functional import Promise

STANDARD: Final = "WCAG 2.2"
LEVEL: Final = "AA"
TESTED_ON: Final = date(2026, 11, 23)
AXE_VERSION: Final = "4.14.1"


@dataclass(frozen=True, slots=True)
class View:
    """A window in which every screen is looked at: colours, and width in CSS pixels."""

    scheme: str
    width: int
    label: str | Promise


VIEWS: Final = (
    View("light", 1280, _("desk, light")),
    View("light", 640, _("desk at 200 % zoom, light")),
    View("dark", 360, _("phone, dark")),
)
NARROWEST: Final = 320  # CSS pixels without scrolling sideways: a desk at 400 %

# The public screens by the names that the tests know them by.
PUBLIC: Final = {
    "home": _("Home"),
    "results": _("Search results"),
    "filtered results": _("Search results with filters"),
    "corrected results": _("Results of a corrected question"),
    "too narrow filters": _("Filters that leave nothing"),
    "nothing found": _("Nothing found"),
    "no question": _("Search"),
    "not found": _("Page that does not exist"),
    "glossary": _("Glossary"),
    "term": _("Term of the glossary"),
    "laws": _("Laws and regulations"),
    "law": _("Law or regulation"),
    "forms": _("Forms"),
    "form": _("Form"),
    "interface for programs": _("API for developers"),
    "manuals": _("List of work manuals"),
    "manual": _("Work manual"),
    "chapter": _("Chapter of a manual"),
    "process": _("Work process with its flow chart"),
    "best practices": _("List of best practices"),
    "best practice": _("Best practice"),
    "innovation": _("Supervision innovation"),
    "research": _("Research"),
    "people": _("Authors"),
    "person": _("Author"),
    "areas": _("Learning areas"),
    "area": _("Learning area"),
    "networks": _("School networks"),
    "network": _("School network"),
    "schools": _("Schools"),
    "school": _("School"),
    "feeds": _("News feeds"),
    "overview": _("Overview of the district"),
    "subscribe": _("Weekly digest by e-mail"),
    "feedback": _("Tell the office"),
    "used in class": _("I used it in class"),
    "sign in": _("Sign in"),
    "whole manual": _("Whole manual on one page"),
    "chart": _("Flow chart by itself, large"),
    "offline": _("Reading without a connection"),
    "reading settings": _("Reading settings"),
    "handbook": _("Editors' handbook"),
    "guide": _("Guide on one page"),
    "privacy": _("Privacy notice"),
    "accessibility": _("Accessibility statement"),
}
# Behind the public screens, by the groups in which the tests open them.
GROUPS: Final = (
    _("My works: list, every section of every kind of work, files, sending, what came back"),
    _("Review: queue, reading beside scoring, result, decision, invited reviewers"),
    _("Accounts: signing in, forgotten and new password, locked out, error pages"),
)
HOW: Final = (
    _("All rules of axe-core, none switched off, also the size of targets, on every screen and in every window below."),
    _("Nothing scrolls sideways in a window of 320 pixels, nor with letters twice as large."),
    _("Every screen has one main heading, its headings skip no level, and its parts are landmarks with names."),
    _("Everything works with the keyboard alone; where it stands is always seen, and nothing holds it."),
    _("Everything works without script; a script only makes it quicker."),
    _("Contrast is measured in all 360 hues that an office can choose, light and dark: at least 4.5 to 1 for text."),
    _("Every flow chart and every statistical picture stands beside the same in words or as a table."),
    _("What moves does so only if the device does not ask for less motion."),
)
LIMITS: Final = (
    _("Files that schools attach (PDF, Word, PowerPoint) stay as they came; many are not tagged for screen readers."),
    _("Videos and recordings of schools often have no captions. Each stands beside a text that says what it is about."),
    _("Pictures have the descriptions that their authors wrote; some say too little."),
    _("The editors' side is that of Wagtail; only what the portal adds to it was looked at."),
    _("It was tested in Chromium with tools, and read with no screen reader by a person who depends on one yet."),
)


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """`/accessibility/`"""
    context = {
        "standard": STANDARD,
        "level": LEVEL,
        "tested_on": TESTED_ON,
        "axe_version": AXE_VERSION,
        "views": VIEWS,
        "public": PUBLIC.values(),
        "groups": GROUPS,
        "how": HOW,
        "limits": LIMITS,
    }
    return render(request, "office/accessibility.html", context)
