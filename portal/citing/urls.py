"""The addresses of `portal.citing`."""

from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("w/<int:code>/", views.short_link, name="short_link"),
    path("w/<int:code>/qr.svg", views.qr_svg, name="qr_svg"),
    path("w/<int:code>/qr.png", views.qr_png, name="qr_png"),
    path("cite/<int:code>.<slug:ending>", views.cite, name="cite"),
]
