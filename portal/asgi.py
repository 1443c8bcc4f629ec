"""The ASGI entry point for a server; production settings unless the environment names others."""

import os

from django.core.asgi import get_asgi_application

from portal.plugins.removed import warn_at_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_asgi_application()
warn_at_start()
