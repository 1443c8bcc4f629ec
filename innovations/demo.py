"""The empty shelf of the works, for the demo."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from .models import InnovationIndexPage

TITLE = "นวัตกรรมและผลงาน"
INTRODUCTION = "นวัตกรรมการนิเทศ วิธีปฏิบัติที่เป็นเลิศ และผลงานวิจัยของศึกษานิเทศก์และสถานศึกษาในสังกัด"


@transaction.atomic
def load() -> None:
    """Make and publish the index once."""
    home = Page.objects.select_for_update().get(pk=Site.objects.get(is_default_site=True).root_page_id)
    if not InnovationIndexPage.objects.child_of(home).exists():
        index = home.add_child(instance=InnovationIndexPage(title=TITLE, introduction=INTRODUCTION, live=False))
        index.save_revision().publish()
