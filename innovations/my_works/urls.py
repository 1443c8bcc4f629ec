"""The addresses of My works, below /innovations/my/."""

from django.urls import path

from . import editing, views

app_name = "my_works"
urlpatterns = [
    path("", views.ListView.as_view(), name="list"),
    path("start/", views.StartView.as_view(), name="start"),
    path("token/", views.TokenView.as_view(), name="token"),
    path("<int:pk>/", views.WorkView.as_view(), name="work"),
    path("<int:pk>/edit/<slug:key>/", editing.SectionView.as_view(), name="section"),
    path("<int:pk>/preview/", views.PreviewView.as_view(), name="preview"),
    path("<int:pk>/send/", views.SendView.as_view(), name="send"),
    path("<int:pk>/take-back/", views.TakeBackView.as_view(), name="take_back"),
    path("<int:pk>/copy/", views.CopyView.as_view(), name="copy"),
    path("<int:pk>/delete/", views.DeleteView.as_view(), name="delete"),
]
