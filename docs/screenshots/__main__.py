"""`python -m docs.screenshots`: the pictures of README and handbook, and all templates for people to look at."""

import argparse
import sys
import time
from pathlib import Path

from .addresses import addresses
from .browser import People, chromium, settle
from .demo import ROOT, throw_away_demo
from .gallery import shoot, write_index
from .pictures import FOLDER, PICTURES, take
from .templates import VIEWS

GALLERY = ROOT / "build" / "screenshots"


def main() -> None:
    """Both kinds, or one of them."""
    parser = argparse.ArgumentParser(prog="python -m docs.screenshots", description=__doc__)
    parser.add_argument("--only", choices=("pictures", "templates"), help="one of the two kinds")
    parser.add_argument("--picture", action="append", default=[], help="only pictures whose name contains this")
    parser.add_argument("--gallery", type=Path, default=GALLERY, help="where the templates' pictures go")
    chosen = parser.parse_args()
    began = time.monotonic()
    with throw_away_demo() as demo:
        say(f"The demo answers after {time.monotonic() - began:.0f} s")
        found = addresses()
        with chromium() as browser:
            people = People(browser, demo)
            if chosen.only != "templates":
                take_pictures(people, found, chosen.picture)
            if chosen.only != "pictures":
                take_templates(people, found, chosen.gallery)
    say(f"Done after {time.monotonic() - began:.0f} s")


def take_pictures(people: People, found: dict[str, str], wanted: list[str]) -> None:
    """Those of README and handbook, into docs/pictures."""
    for picture in PICTURES:
        if not wanted or any(part in picture.name for part in wanted):
            path = take(picture, people, found)
            say(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")
    total = sum(path.stat().st_size for path in FOLDER.glob("*.webp"))
    say(f"{total // 1024} KB in all")


def take_templates(people: People, found: dict[str, str], folder: Path) -> None:
    """Each template at each width, light and dark, with a page that shows them all."""
    wrong = []
    for view in VIEWS:
        page = people.page_of(view.who, width=1280)
        answer = page.goto(found.get(view.address, view.address))
        if answer is None or answer.status != view.status:
            wrong.append(f"{view.name} answers {answer and answer.status}, not {view.status}: {page.url}")
        settle(page)
        shoot(page, view.name, folder)
        page.context.close()
    say(f"{write_index(folder, [view.name for view in VIEWS])}")
    if wrong:
        raise SystemExit("\n".join(wrong))


def say(text: str) -> None:
    """To whoever waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
