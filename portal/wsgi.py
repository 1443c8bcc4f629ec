"""The WSGI entry point for a server; production settings unless the environment names others."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from portal.plugins.removed import warn_at_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()
warn_at_start()
import_module("portal.warming").warm_up()  # models can only be imported from here on
