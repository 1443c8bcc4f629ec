"""The addresses of the search, under /search/."""

from django.urls import path

from . import views
from .feeds import ResultsFeed, RssResultsFeed

urlpatterns = [
    path("", views.search, name="search"),
    path("live/", views.live, name="search_live"),
    path("feed/", ResultsFeed(), name="search_feed"),
    path("feed/rss/", RssResultsFeed(), name="search_feed_rss"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
