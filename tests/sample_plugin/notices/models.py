"""The pages of the notices."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.content.models import KnowledgePage, PortalPage


class NoticeIndexPage(PortalPage):
    """Lists the notices."""

    template = "notices/notice_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["notices.NoticePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("index of notices")
        verbose_name_plural = _("indexes of notices")

    def get_context(self, request, *args, **kwargs):
        """Add what every visitor may read, the newest first."""
        context = super().get_context(request, *args, **kwargs)
        context["notices"] = NoticePage.objects.child_of(self).readable().order_by("-posted_on")
        return context


class NoticePage(KnowledgePage):
    """One notice."""

    template = "notices/notice_page.html"
    parent_page_types = ["notices.NoticeIndexPage"]
    subpage_types = []

    posted_on = models.DateField(_("posted on"))
    text = models.TextField(_("text"), blank=True)
    schools = ParentalManyToManyField("content.School", verbose_name=_("schools"), blank=True, related_name="+")

    content_panels = [*KnowledgePage.content_panels, "posted_on", "text", "schools", *KnowledgePage.knowledge_panels]

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def text_parts(self):
        """Title, summary and text: what the search reads."""
        return [*super().text_parts(), self.text]
