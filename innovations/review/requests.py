"""What views behind `login_required` are given."""

from django.http import HttpRequest

from portal.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request of somebody who signed in; for type checkers."""

    user: User
