"""Loads the demo content of every installed app that brings some."""

from django.core.management.base import BaseCommand
from django.db import transaction

from portal.management.demo_modules import demo_modules


class Command(BaseCommand):
    """`manage.py load_demo`: calls `load()` of each app's module `demo`, in the order of the installed apps."""

    help = "Load the demo content. What is there already stays as it is."

    def handle(self, *args, **options) -> None:
        """All or nothing."""
        with transaction.atomic():
            for module in demo_modules():
                module.load()
                self.stdout.write(f"{module.__name__.removesuffix('.demo').split('.')[-1]}: demo content is there.")
