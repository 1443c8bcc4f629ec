"""Signing in and out and passwords, for everybody: those without access to the admin have no other way in."""

from django.urls import path

from . import views

urlpatterns = [
    path("sign-in/", views.SignInView.as_view(), name="sign_in"),
    path("sign-out/", views.SignOutView.as_view(), name="sign_out"),
    path("password/", views.ChangePasswordView.as_view(), name="change_password"),
    path("password/forgotten/", views.ForgottenPasswordView.as_view(), name="forgotten_password"),
    path("password/forgotten/sent/", views.LetterSentView.as_view(), name="password_letter_sent"),
    path("password/set/<uidb64>/<token>/", views.SetPasswordView.as_view(), name="set_password"),
]
