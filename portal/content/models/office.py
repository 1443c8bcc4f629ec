"""Whose portal this is: the settings an office makes its own."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home", order=1)
class OfficeSettings(BaseSiteSetting):
    """Name, emblem, contact, and how numbers are written."""

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
        default=252,
        validators=[MaxValueValidator(359)],
        help_text=_(
            "A hue from 0 to 359, for example 252 indigo, 200 sky, 150 green, 60 brown, 20 red, 310 purple. The portal "
            "sets the lightness, so that every hue can be read."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("portal_name"), FieldPanel("office_name"), FieldPanel("short_name"), FieldPanel("division")],
            _("Name"),
        ),
        MultiFieldPanel([FieldPanel("emblem"), FieldPanel("hue"), FieldPanel("has_thai_digits")], _("Appearance")),
        FieldPanel("welcome"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("email"), FieldPanel("phone")], _("Contact")),
    ]

    class Meta:
        verbose_name = _("office")

    def __str__(self) -> str:
        return self.office_name
