"""Loads the demo content of every installed app that brings some."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction


class Command(BaseCommand):
    """`manage.py load_demo`: calls `load()` of each app's module `demo`, in the order of the installed apps."""

    help = "Load the demo content. What is there already stays as it is."

    def handle(self, *args, **options) -> None:
        """All or nothing."""
        with transaction.atomic():
            for config in apps.get_app_configs():
                if find_spec(f"{config.name}.demo"):
                    import_module(f"{config.name}.demo").load()
                    self.stdout.write(f"{config.label}: demo content is there.")
