"""Every address of the portal, composed by name."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from portal.plugins.urls import plugin_urls

from .accessibility import statement
from .health import alive, ready
from .language import choose_language
from .preferences import choose_preference, reading_settings
from .robots import robots
from .sitemap import SITEMAPS
from .style_page.views import style_page
from .theme import admin_theme_css, theme_css

handler400 = "portal.errors.bad_request"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    path("healthz", alive, name="healthz"),
    path("readyz", ready, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("theme/<int:hue>.css", theme_css, name="theme_css"),
    path("theme/admin/<int:hue>.css", admin_theme_css, name="admin_theme_css"),
    path("_style/", style_page, name="style_page"),
    path("accessibility/", statement, name="accessibility"),
    path("language/<str:language>/", choose_language, name="choose_language"),
    path("", include("portal.offline.urls")),
    path("reading/", reading_settings, name="reading_settings"),
    path("reading/<str:name>/<str:value>/", choose_preference, name="choose_preference"),
    path("admin/", include("portal.statistics.replaced_reports")),
    path("admin/", include(wagtailadmin_urls)),
    path("accounts/", include("portal.accounts.urls")),
    path("", include("portal.accounts.page_passwords")),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("api/", include("search.api_urls")),
    path("", include("portal.content.urls")),
    path("", include("portal.counting.urls")),
    path("", include("portal.citing.urls")),
    path("", include("portal.feedback.urls")),
    path("", include("portal.directory.urls")),
    path("", include("portal.subscriptions.urls")),
    path("", include("portal.statistics.urls")),
    path("", include("portal.help.urls")),
    *plugin_urls(),
]
if getattr(settings, "SERVE_MEDIA", False):
    # A changed picture has another name.
    serve_media = cache_control(public=True, max_age=30 * 24 * 60 * 60)(serve)
    urlpatterns += [re_path(r"^media/(?P<path>.*)$", serve_media, {"document_root": settings.MEDIA_ROOT})]
urlpatterns += [path("", include(wagtail_urls))]
