"""Whose portal this is: the settings an office makes its own."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import PreviewableMixin

from ..office_admin.widgets import HuePicker, SectionOrder
from ..palette import HUES, LEAST, USUAL_HUE, Measured, weakest

THEME_COOKIE = "reading_theme"  # where a reader's choice is kept; a preview chooses by it


@register_setting(icon="home", order=1)
class OfficeSettings(PreviewableMixin, BaseSiteSetting):
    """Name, emblem, colour, front page, contact, and how numbers are written."""

    preview_modes = [("light", _("Front page, light")), ("dark", _("Front page, dark"))]
    select_related = ["emblem"]

    portal_name = models.CharField(_("name of the portal"), max_length=100, default="คลังความรู้งานนิเทศ")
    office_name = models.CharField(
        _("name of the office"),
        max_length=200,
        default="สำนักงานเขตพื้นที่การศึกษา",
        help_text=_("In full, for example สำนักงานเขตพื้นที่การศึกษาประถมศึกษาธารคราม เขต 2."),
    )
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("Under the portal's name, for example สพป.ธารคราม เขต 2."),
    )
    division = models.CharField(
        _("division"), max_length=200, blank=True, help_text=_("For example กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา.")
    )
    emblem = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Square, at least 512 pixels, best with a transparent ground. Also the icon of the portal on a phone."
        ),
    )
    emblem_text = models.CharField(
        _("emblem in words"),
        max_length=200,
        blank=True,
        help_text=_(
            "For those who do not see it, for example ตรากระทรวงศึกษาธิการ. Leave it empty when the emblem says nothing "
            "more than the name beside it."
        ),
    )
    welcome = models.CharField(
        _("headline of the home page"), max_length=200, default="ค้นหาวิธีทำงานและวิธีสอนที่ใช้ได้จริงในเขตพื้นที่ของเรา"
    )
    address = models.TextField(_("address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    has_thai_digits = models.BooleanField(
        _("Thai digits"), default=False, help_text=_("Number the parts, steps and chapters ๑ ๒ ๓ instead of 1 2 3.")
    )
    hue = models.PositiveSmallIntegerField(
        _("accent colour"),
        default=USUAL_HUE,
        validators=[MaxValueValidator(HUES[-1])],
        help_text=_(
            "Choose a name, or a hue from 0 to 359 on the circle. The portal sets the lightness and measures whether "
            "everything can be read in it, light and dark."
        ),
    )
    front_page = models.JSONField(
        _("sections of the front page"),
        default=list,
        blank=True,
        help_text=_("Smaller numbers come first. What a new extension brings joins at the end."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("portal_name"), FieldPanel("office_name"), FieldPanel("short_name"), FieldPanel("division")],
            _("Name"),
        ),
        MultiFieldPanel([FieldPanel("emblem"), FieldPanel("emblem_text")], _("Emblem")),
        MultiFieldPanel([FieldPanel("hue", widget=HuePicker), FieldPanel("has_thai_digits")], _("Appearance")),
        MultiFieldPanel([FieldPanel("welcome"), FieldPanel("front_page", widget=SectionOrder)], _("Front page")),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("email"), FieldPanel("phone")], _("Contact")),
    ]

    class Meta:
        verbose_name = _("office")

    def __str__(self) -> str:
        return self.office_name

    def clean(self) -> None:
        """Refuse a hue in which something could not be read."""
        super().clean()
        if self.hue not in HUES:
            return  # the field says so itself
        worst = weakest(self.hue)
        if worst.contrast < LEAST:
            raise ValidationError({"hue": _unreadable(worst)})

    def serve_preview(self, request, mode_name):
        """The front page with these settings, saved or not: `for_request` finds them on the request."""
        setattr(request, self.get_cache_attr_name(), self)
        request.COOKIES[THEME_COOKIE] = mode_name
        return self.site.root_page.specific.serve(request)


def _unreadable(worst: Measured) -> str:
    return _("In this hue “%(use)s” has a contrast of %(contrast).1f only; %(least).1f is needed. Choose another.") % {
        "use": worst.pair.use,
        "contrast": worst.contrast,
        "least": LEAST,
    }
