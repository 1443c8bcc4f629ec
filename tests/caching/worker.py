"""One process of a portal, told through its standard input what to do: `get <path>` or `call <function>` of here."""

import json
import os
import sys

import django


def main() -> None:
    """Answer each line with a line of JSON."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    django.setup()
    from django.conf import settings
    from django.test import Client

    settings.PAGE_CACHE_MEGABYTES = settings.PAGE_PARTS_MEGABYTES = 8
    settings.SEARCH_URL = f"embedded://{settings.DATA_DIR}/search"
    client = Client()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        word, what = line.split()
        sys.stdout.write(json.dumps(_got(client, what) if word == "get" else globals()[what]()) + "\n")
        sys.stdout.flush()


def _got(client, path) -> dict:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    return {"status": response.status_code, "html": response.content.decode(), "queries": len(queries)}


def start() -> str:
    """A published manual; its address."""
    from home.models import HomePage
    from portal.content.models import OfficeSettings
    from tests.factories import make_manual, make_manual_index

    manual = make_manual(make_manual_index(HomePage.objects.get()))
    OfficeSettings.for_site(manual.get_site())  # made when it is asked for first
    return manual.url


def rename() -> None:
    """Publish it under another title."""
    page = _manual()
    page.title = "คู่มือฉบับใหม่"
    page.save_revision().publish()


def rename_the_office() -> None:
    """The office's settings."""
    from portal.content.models import OfficeSettings

    office = OfficeSettings.for_site(_manual().get_site())
    office.portal_name = "คลังความรู้ของเรา"
    office.save()


def restrict() -> None:
    """Only who signs in may read it."""
    from tests.factories import make_private

    make_private(_manual())


def open_again() -> None:
    """Everybody may."""
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.all().delete()


def unpublish() -> None:
    """Nobody may."""
    _manual().unpublish()


def _manual():
    from manuals.models import WorkManualPage

    return WorkManualPage.objects.get()


if __name__ == "__main__":
    main()
