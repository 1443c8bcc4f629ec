"""`manage.py send_digests`: what is new, by e-mail, to those who asked for it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.mail.letters import send_waiting
from portal.subscriptions.digests import send_digests


class Command(BaseCommand):
    """Safe to run twice: no page is told of twice."""

    help = "Write the weekly digest to all subscribers, and send it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was done."""
        sent = send_digests()
        if not sent.is_ours:
            self.stdout.write("Another process is writing the digest; nothing was done.")
            return
        self.stdout.write(f"{sent.pages} new pages, {sent.letters} letters.")
        if not send_waiting():
            self.stderr.write("Some letters could not be sent; they wait, and the timer tries again.")
