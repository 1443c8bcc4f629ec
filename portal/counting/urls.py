"""The addresses of `portal.counting`."""

from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("count/<int:code>/", views.count_view, name="count_view"),
    path("count/<int:code>.gif", views.count_view_without_script, name="count_view_without_script"),
    path("used/<int:code>/", views.ClassUseView.as_view(), name="class_use"),
    path("used/<int:code>/thanks/", views.class_use_thanks, name="class_use_thanks"),
    path("reach/<int:code>/", views.evidence, name="evidence"),
]
