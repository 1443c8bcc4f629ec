"""Addresses of Wagtail's reports in whose place the portal has its own: bookmarks lead on, with their filters."""

from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [
    path("reports/aging-pages/", RedirectView.as_view(pattern_name="statistics_aging", query_string=True)),
    path(
        "reports/aging-pages/results/",
        RedirectView.as_view(pattern_name="statistics_aging_results", query_string=True),
    ),
]
