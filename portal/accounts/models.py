"""The user of the portal."""

from django.contrib.auth.models import AbstractUser
from wagtail.search import index


class User(index.Indexed, AbstractUser):
    """Django's own user, under our name from the first migration; found in the admin by names and address."""

    search_fields = [
        index.AutocompleteField("username"),
        index.AutocompleteField("first_name"),
        index.AutocompleteField("last_name"),
        index.AutocompleteField("email"),
    ]
