"""The addresses of `portal.feedback`."""

from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("useful/<int:code>/", views.FeedbackView.as_view(), name="feedback"),
    path("useful/<int:code>/thanks/", views.feedback_thanks, name="feedback_thanks"),
]
