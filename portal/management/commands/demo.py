"""Prepares a portal that one can try, says where it is, and serves it."""

import os
import secrets
import socket
import subprocess
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from portal.accounts.demo_account import demo_password
from portal.management.demo_modules import demo_modules

ADMIN = "admin"


class Command(BaseCommand):
    """`manage.py demo --port 8000 [--manual FILE]`; what `make demo` runs."""

    help = "Migrate, load the demo content, make an admin login and serve the portal on this machine."

    def add_arguments(self, parser) -> None:
        """The port, and a manual to import beside the demo's own."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--manual", default="", help="a manual to import and publish: .txt, .docx or .md")
        parser.add_argument("--no-server", action="store_true", help="prepare only")

    def handle(self, *args, **options) -> None:
        """Each part may run again: it uses what is there and loses nothing."""
        port = options["port"]
        if not options["no_server"]:
            _need_free_port(port)
        call_command("migrate", verbosity=0)
        self._prepare_search()
        call_command("load_demo")
        _name_site(port)
        if options["manual"]:
            call_command("import_manual", options["manual"], publish=True)
        password = self._password()
        self.stdout.write(
            f"\n  The portal:  http://127.0.0.1:{port}/\n"
            f"  The editors' side:  http://127.0.0.1:{port}/admin/\n"
            f"  Sign in as {ADMIN!r} with {password}\n"
        )
        self._print_accounts(f"http://127.0.0.1:{port}")
        self.stdout.write("\n  Stop it with Ctrl-C.\n")
        self.stdout.flush()
        if not options["no_server"]:
            _serve(port)

    def _print_accounts(self, site: str) -> None:
        """The accounts that the apps' demo modules made: each app may offer `accounts()` beside `load()`."""
        found = [account for module in demo_modules() if hasattr(module, "accounts") for account in module.accounts()]
        if any(account.has_demo_password and account.username for account in found):
            self.stdout.write(f"\n  One account a role, all with the password {demo_password()}\n")
        for account in found:
            known = "" if account.has_demo_password else " (with the password you gave it)"
            self.stdout.write(f"  {account.username or '-':12} {account.role}{known}: {site}{account.address}\n")

    def _prepare_search(self) -> None:
        """An index before there are pages: what is published is in it at once. The portal runs without one too."""
        try:
            call_command("rebuild_search_index", if_needed=True, no_check=True, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            self.stderr.write(self.style.WARNING(f"The search will not answer: {error}"))

    def _password(self) -> str:
        """The password made for this demo; a changed one is the owner's secret and stays."""
        note = settings.DATA_DIR / "demo-password"
        user, is_new = get_user_model().objects.get_or_create(
            username=ADMIN, defaults={"is_staff": True, "is_superuser": True, "email": "admin@example.org"}
        )
        if is_new or not note.exists():
            if not is_new and user.has_usable_password():
                return "the password you gave it"
            password = secrets.token_urlsafe(9)
            user.set_password(password)
            user.save()
            note.touch(mode=0o600)
            note.write_text(password, encoding="ascii")
        password = note.read_text(encoding="ascii")
        return f"the password {password}" if user.check_password(password) else "the password you gave it"


def _name_site(port: int) -> None:
    """Canonical links lead to where the demo is served now; a name that somebody gave the site stays."""
    for site in Site.objects.filter(is_default_site=True, hostname="127.0.0.1").exclude(port=port):
        site.port = port
        site.save()


def _need_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"Port {port} is in use. Choose another one: make demo PORT={port + 80}") from error


def _serve(port: int) -> None:
    """Become the server, so that Ctrl-C and signals reach it. The timer runs beside it and ends with it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    os.environ.setdefault("PORTAL_BASE_URL", f"http://127.0.0.1:{port}")  # where letters lead
    subprocess.Popen([sys.executable, sys.argv[0], "run_timer", "--with-parent", str(os.getpid())])
    server = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    os.execv(
        sys.executable, [*server, "--workers", "2", "--threads", "4", "--timeout", "300", "--log-level", "warning"]
    )
