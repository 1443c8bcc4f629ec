"""The user of the portal."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Django's own user, under our name from the first migration."""
