"""What the office says about personal data."""

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

FEATURES = ["h2", "h3", "bold", "link", "ol", "ul"]


def thai_notice() -> str:
    """What the portal keeps as it is delivered. The office's own copy does not change under it with a new version."""
    return render_to_string("office/privacy_th.html")


def english_notice() -> str:
    """The same for those who read English."""
    return render_to_string("office/privacy_en.html")


@register_setting(icon="lock", order=2)
class PrivacyNotice(BaseSiteSetting):
    """The notice of `/privacy/`, as the Personal Data Protection Act asks for. Name and address are the office's."""

    officer = models.CharField(
        _("data protection officer"),
        max_length=200,
        blank=True,
        help_text=_("For example นางสาวใจดี รักษ์ข้อมูล นักวิชาการคอมพิวเตอร์ชำนาญการ. Empty while nobody is named."),
    )
    officer_contact = models.CharField(
        _("how to reach the officer"), max_length=200, blank=True, help_text=_("For example dpo@example.go.th.")
    )
    in_force = models.DateField(_("in force from"), null=True, blank=True)
    text = RichTextField(
        _("notice"),
        features=FEATURES,
        default=thai_notice,
        help_text=_(
            "What the portal keeps is in the text already; check it with your legal officer and add what is yours."
        ),
    )
    text_en = RichTextField(
        _("notice in English"),
        features=FEATURES,
        default=english_notice,
        blank=True,
        help_text=_("Empty: readers of English get the Thai one."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("officer"), FieldPanel("officer_contact"), FieldPanel("in_force")], _("Who and from when")
        ),
        FieldPanel("text"),
        FieldPanel("text_en"),
    ]

    class Meta:
        verbose_name = _("privacy notice")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def is_thai(self) -> bool:
        """Whether the reader sees the Thai text: always, where there is no English one."""
        return get_language() == "th" or not self.text_en

    @property
    def shown(self) -> str:
        """The text in the reader's language."""
        return self.text if self.is_thai else self.text_en
