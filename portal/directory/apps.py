"""The pages of learning areas, school networks, schools and people, each with its feed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """See the module."""

    name = "portal.directory"
    label = "directory"
    verbose_name = _("Directory")
