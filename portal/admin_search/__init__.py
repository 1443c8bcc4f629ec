"""Wagtail's own search, which the admin's lists, choosers and bulk actions ask, in Thai: on SQLite and PostgreSQL."""


def rebuild() -> None:
    """Index again everything that the admin searches; while it runs, what was found before stays found."""
    from django.core.management import call_command

    call_command("update_index", verbosity=0)
