"""The pictures of README, handbook and guides: which page, whose, how wide, and what is done before the shot."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from . import actions
from .browser import VISITOR, People, keep, settle
from .demo import ROOT

FOLDER = ROOT / "docs" / "pictures"
PHONE, HALF, DESK = 360, 760, 1100  # pixels, as wide as the text shows them


@dataclass(frozen=True, slots=True)
class Picture:
    """`address` is one of `addresses.py`, or begins with `/`; `first` is done on the page; `part` is what is shown."""

    name: str
    address: str
    who: str = VISITOR
    width: int = DESK
    height: int = 720
    first: Callable[[Page], None] | None = None
    part: str = ""


PICTURES = (
    Picture("home", "/", width=1280, height=1000),
    Picture("process", "process", width=1280, height=1000, first=actions.to_the_chart),
    Picture("search-phone", "/search/?q=การนิเทศ", width=PHONE, height=700),
    Picture("sign-in", "sign_in", width=HALF, height=620),
    Picture("admin-home", "/admin/", "moderator"),
    Picture("pages", "manual:list", "moderator"),
    Picture("edit-chapter", "chapter:edit", "moderator"),
    Picture("publish", "chapter:edit", "moderator", first=actions.open_actions),
    Picture("schedule", "chapter:edit", "moderator", first=actions.open_schedule),
    Picture("history", "chapter:history", "moderator", height=420),
    Picture("steps", "process:edit", "moderator", height=900, first=actions.to_the_steps),
    Picture("chart", "process", width=HALF, first=actions.to_the_chart, part=".flow"),
    Picture("import-upload", "/admin/manuals/import/", "moderator", height=480),
    Picture("import-preview", "/admin/manuals/import/", "moderator", first=actions.send_manual),
    Picture("glossary", "/admin/snippets/content/glossaryterm/", "moderator"),
    Picture("law", "law:edit", "moderator"),
    Picture("form", "form:edit", "moderator"),
    Picture("people", "/admin/snippets/content/person/", "moderator"),
    Picture("schools", "/admin/schools/import/", "admin", height=420, first=actions.send_schools),
    Picture("invite", "/admin/contributors/invite/", "admin", height=480),
    Picture("queue", "review_queue", "supervisor", width=HALF),
    Picture("decide", "decide", "supervisor", height=1000, first=actions.to_the_decision),
    Picture("score", "score", "committee2", height=900),
    Picture("promotion", "/admin/searchpicks/add/", "moderator"),
    Picture("synonyms", "/admin/snippets/search/synonymgroup/add/", "moderator", height=480),
    Picture("overview", "overview"),
    Picture("year", "/admin/reports/year/", "admin"),
    Picture("feedback", "/admin/snippets/feedback/feedback/", "moderator"),
    Picture("uses", "/admin/snippets/counting/classuse/", "moderator"),
    Picture("extensions", "/admin/extensions/", "admin"),
    Picture("office", "/admin/settings/content/officesettings/", "admin", height=1000),
    Picture("my-works", "my_works:list", "teacher1", width=HALF, height=900),
    Picture("my-work-phone", "draft:section", "teacher1", width=PHONE, height=700),
)


def take(picture: Picture, people: People, found: dict[str, str]) -> Path:
    """Take it; where it lies."""
    page = people.page_of(picture.who, picture.width, picture.height)
    page.goto(found.get(picture.address, picture.address))
    settle(page)
    if picture.first:
        picture.first(page)
        settle(page)
    path = FOLDER / f"{picture.name}.webp"
    keep(page.locator(picture.part).first if picture.part else page, path)
    page.context.close()
    return path
