"""Fixed choices of works."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Licence(models.TextChoices):
    """Creative Commons 4.0 licences; what others may do with a work."""

    BY = "by", _("CC BY: others may use and change it, naming the authors")
    BY_SA = "by-sa", _("CC BY-SA: the same, and what they make of it is shared alike")
    BY_NC = "by-nc", _("CC BY-NC: not for commercial use")
    BY_NC_SA = "by-nc-sa", _("CC BY-NC-SA: not for commercial use, shared alike")
    BY_ND = "by-nd", _("CC BY-ND: unchanged only")
    BY_NC_ND = "by-nc-nd", _("CC BY-NC-ND: unchanged and not for commercial use")

    @property
    def short(self) -> str:
        """As it is written: CC BY-NC-SA 4.0."""
        return f"CC {self.value.upper()} 4.0"

    @property
    def meaning(self) -> str:
        """What it allows, without its name."""
        return str(self.label).partition(": ")[2]

    @property
    def url(self) -> str:
        """The licence's own page."""
        return f"https://creativecommons.org/licenses/{self.value}/4.0/deed.th"


class Phase(models.TextChoices):
    """The four phases of the Deming cycle."""

    PLAN = "plan", pgettext_lazy("PDCA", "Plan")
    DO = "do", pgettext_lazy("PDCA", "Do")
    CHECK = "check", pgettext_lazy("PDCA", "Check")
    ACT = "act", pgettext_lazy("PDCA", "Act")


class ResearchKind(models.TextChoices):
    """Kinds of research done in schools and offices."""

    CLASSROOM = "classroom", _("Classroom action research")
    DEVELOPMENT = "development", _("Research and development")
    EXPERIMENTAL = "experimental", _("Experimental research")
    SURVEY = "survey", _("Survey research")
    EVALUATION = "evaluation", _("Evaluation research")
    QUALITATIVE = "qualitative", _("Qualitative research")
    MIXED = "mixed", _("Mixed methods research")
    SYNTHESIS = "synthesis", _("Research synthesis")
