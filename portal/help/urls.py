"""The addresses of `portal.help`."""

from django.urls import path

from . import views

urlpatterns = [
    path("help/", views.show_help, name="help"),
    path("help/<slug:name>/", views.show_help, name="help_text"),
]
