"""The addresses of the import screens, below the admin."""

from django.urls import path

from .views import PreviewView, ReportView, ResultView, UploadView

app_name = "manual_import"
urlpatterns = [
    path("", UploadView.as_view(), name="upload"),
    path("<str:token>/", PreviewView.as_view(), name="preview"),
    path("<str:token>/result/", ResultView.as_view(), name="result"),
    path("<str:token>/report.json", ReportView.as_view(), name="report"),
]
