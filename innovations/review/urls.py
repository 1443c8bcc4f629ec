"""Addresses below `/innovations/review/`."""

from django.urls import path

from . import guests, results, views, withdrawals

urlpatterns = [
    path("", views.queue, name="review_queue"),
    path("<int:pk>/", views.review, name="review"),
    path("<int:pk>/files/<slug:kind>/<int:key>/", views.file_of_work, name="review_file"),
    path("<int:pk>/guests/", guests.invite, name="review_guests"),
    path("<int:pk>/guests/<int:guest>/revoke/", guests.revoke, name="revoke_guest"),
    path("<int:pk>/result/", results.result, name="review_result"),
    path("guest/<str:token>/", guests.guest_review, name="guest_review"),
    path("guest/<str:token>/files/<slug:kind>/<int:key>/", guests.guest_file, name="guest_file"),
    path("withdraw/<int:work>/", withdrawals.withdraw, name="withdraw_work"),
    path("restore/<int:work>/", withdrawals.restore, name="restore_work"),
]
