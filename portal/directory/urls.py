"""The public pages of what knowledge belongs to, and the feeds."""

from django.urls import path, re_path

from . import feeds, views

urlpatterns = [
    path("areas/", views.areas, name="areas"),
    path("areas/<slug:code>/", views.area, name="area"),
    path("networks/", views.networks, name="networks"),
    path("networks/<slug:slug>/", views.network, name="network"),
    path("schools/", views.schools, name="schools"),
    path("schools/<slug:code>/", views.school, name="school"),
    path("people/", views.people, name="people"),
    path("people/<slug:slug>/", views.person, name="person"),
    path("feeds/", views.feeds, name="feeds"),
    re_path(r"^feeds/(?P<form>atom|rss)\.xml$", feeds.feed, name="feed"),
    re_path(r"^feeds/(?P<kind>[a-z]+)/(?P<key>[-\w]+)/(?P<form>atom|rss)\.xml$", feeds.feed, name="shelf_feed"),
]
