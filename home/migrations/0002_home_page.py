"""A home page instead of Wagtail's welcome page, and the site that begins there."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import migrations


def make_home_page(apps, schema_editor):
    """Historical models have no tree methods: the first child of the root is written as treebeard would."""
    home = apps.get_model("home", "HomePage")
    if home.objects.exists():
        return
    page = apps.get_model("wagtailcore", "Page")
    site = apps.get_model("wagtailcore", "Site")
    home_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(model="homepage", app_label="home")
    thai, _ = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="th")
    page.objects.filter(depth=2, slug="home", content_type__app_label="wagtailcore").delete()
    root = page.objects.get(depth=1)
    made = home.objects.create(
        title="หน้าแรก",
        draft_title="หน้าแรก",
        slug="home",
        content_type=home_type,
        locale=thai,
        path=f"{root.path}0001",
        depth=2,
        numchild=0,
        url_path="/home/",
        live=True,
    )
    page.objects.filter(pk=root.pk).update(numchild=1)
    site.objects.all().delete()
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)  # PORTAL_BASE_URL: what canonical links and the sitemap begin with
    port = address.port or (443 if address.scheme == "https" else 80)
    site.objects.create(hostname=address.hostname, port=port, root_page_id=made.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(make_home_page, migrations.RunPython.noop)]
