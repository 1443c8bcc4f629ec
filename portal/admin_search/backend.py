"""What `WAGTAILSEARCH_BACKENDS` names: the backend for the database in use."""

from typing import Any

from django.db import connection
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.backends.database import SearchBackend as DatabaseBackend


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """Ours on SQLite and PostgreSQL; Wagtail's own elsewhere. Modules for another database cannot even be imported."""
    own = DatabaseBackend(params)
    if connection.vendor == "postgresql":
        from .postgres import ThaiPostgresBackend

        return ThaiPostgresBackend(params)
    if type(own).__name__ == "SQLiteSearchBackend":
        from .sqlite import ThaiSQLiteBackend

        return ThaiSQLiteBackend(params)
    return own
