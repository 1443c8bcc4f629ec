"""The public pages of the registries, and the privacy notice."""

from django.urls import path

from . import views
from .held_files.serving import held_picture
from .media_files import media_file

urlpatterns = [
    path("held-pictures/<path:name>", held_picture, name="held_picture"),
    path("media-files/<int:media>/<str:name>", media_file, name="media_file"),
    path("privacy/", views.privacy, name="privacy"),
    path("glossary/", views.glossary, name="glossary"),
    path("glossary/<slug:slug>/", views.glossary_term, name="glossary_term"),
    path("laws/", views.laws, name="laws"),
    path("laws/<slug:slug>/", views.law, name="law"),
    path("forms/", views.forms, name="forms"),
    path("forms/<slug:slug>/", views.form, name="form"),
    path("forms/<slug:slug>/<int:number>/", views.form_version, name="form_version"),
]
