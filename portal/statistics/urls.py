"""The addresses of `portal.statistics`."""

from django.urls import path

from . import views

urlpatterns = [
    path("overview/", views.overview, name="overview"),
    path("overview/<slug:table>.csv", views.overview_csv, name="overview_csv"),
]
