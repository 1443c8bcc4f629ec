"""For whatever watches the server: is it alive, can it answer? No secrets, no details."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from search.backends import SearchUnavailable, get_backend


@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """The database and the search answer; 503 and which of them does not."""
    checks = {"database": _database_answers(), "search": _search_answers()}
    is_ready = all(checks.values())
    body = {
        "status": "ok" if is_ready else "unavailable",
        **{name: "ok" if ok else "down" for name, ok in checks.items()},
    }
    return JsonResponse(body, status=200 if is_ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _search_answers() -> bool:
    try:
        get_backend().check()
    except (SearchUnavailable, DatabaseError):
        return False
    return True
