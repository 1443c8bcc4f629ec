"""The addresses of subscribing by e-mail."""

from django.urls import path

from . import views

urlpatterns = [
    path("subscribe/", views.subscribe, name="subscribe"),
    path("subscribe/sent/", views.sent, name="subscribe_sent"),
    path("subscribe/confirm/<str:token>/", views.confirm, name="subscribe_confirm"),
    path("subscribe/manage/<str:key>/", views.manage, name="subscribe_manage"),
    path("subscribe/leave/<str:key>/", views.leave, name="subscribe_leave"),
]
