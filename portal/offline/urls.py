"""What a phone asks for. The service worker stands at the top: its place in the tree is what it may look after."""

from django.urls import path

from . import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("offline/", views.offline, name="offline"),
    path("app-icon/<slug:key>/<slug:name>.png", views.app_icon, name="app_icon"),
]
