"""A work manual: its facts, preface and contents."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from manuals.contents import contents_of, newest_of, sections_of
from manuals.texts import body_text
from portal.citing.values import CitationDetails
from portal.content.blocks import BODY_BLOCKS
from portal.content.models import KnowledgePage

ONE_PAGE = "one-page"  # below the manual's own address: the whole of it


class WorkManualPage(KnowledgePage):
    """A staff work manual (คู่มือการปฏิบัติงาน): one edition of one office's, with its chapters and processes below it."""

    template = "manuals/manual.html"
    parent_page_types = ["manuals.ManualIndexPage"]
    subpage_types = ["manuals.ManualChapterPage", "manuals.WorkProcessPage"]
    is_kept_offline = True
    page_description = _("A staff work manual; its chapters and work processes go below it.")

    office = models.CharField(
        _("office"), max_length=255, blank=True, help_text=_("For example สำนักงานเขตพื้นที่การศึกษาประถมศึกษาธารคราม เขต 2.")
    )
    owner_position = models.CharField(
        _("owner's position"), max_length=255, blank=True, help_text=_("For example ศึกษานิเทศก์ชำนาญการพิเศษ.")
    )
    owner_group = models.CharField(
        _("owner's group"),
        max_length=255,
        blank=True,
        help_text=_("For example กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา."),
    )
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2400), MaxValueValidator(2700)],
        help_text=_("Year of the Buddhist era, for example 2570."),
    )
    edition = models.CharField(_("edition"), max_length=100, blank=True, help_text=_("For example 3."))
    effective_date = models.DateField(_("in force from"), null=True, blank=True)
    cover_text = models.TextField(
        _("text of the cover"), blank=True, help_text=_("The lines of the printed cover and title page, one a line.")
    )
    preface = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("preface"))
    import_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)

    content_panels = [
        *KnowledgePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("office"),
                FieldRowPanel([FieldPanel("owner_position"), FieldPanel("owner_group")]),
                FieldRowPanel([FieldPanel("fiscal_year"), FieldPanel("edition"), FieldPanel("effective_date")]),
            ],
            _("About this manual"),
        ),
        FieldPanel("preface"),
        FieldPanel("cover_text"),
        *KnowledgePage.knowledge_panels,
    ]

    routes_unread = True

    class Meta:
        verbose_name = _("work manual")
        verbose_name_plural = _("work manuals")

    def route(self, request, path_components):
        """Below the manual's own address stands the whole of it on one page, under the same guards."""
        if path_components == [ONE_PAGE] and not self.get_children().filter(slug=ONE_PAGE).exists():
            whole = type(self).objects.get(pk=self.pk) if self.get_deferred_fields() else self
            return RouteResult(whole.route(request, []).page, kwargs={"is_one_page": True})
        return super().route(request, path_components)

    def get_template(self, request, *args, is_one_page=False, **kwargs):
        """The whole manual on one page where that was asked for."""
        return "manuals/one_page.html" if is_one_page else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, is_one_page=False, **kwargs):
        """Add the table of contents; for the whole manual on one page, everything in it."""
        context = super().get_context(request, *args, **kwargs)
        entries = contents_of(self)
        context.update(sections=sections_of(entries), first=entries[0] if entries else None, newest=newest_of(entries))
        if is_one_page:
            context["entries"] = entries
        return context

    def get_one_page_url(self, request=None) -> str:
        """The address of the whole manual on one page."""
        return f"{self.get_url(request)}{ONE_PAGE}/"

    def citation_details(self) -> CitationDetails:
        """A book of its office."""
        return CitationDetails(kind="book", office=self.office, issued=self.effective_date)

    def text_parts(self) -> list[str]:
        """Title, summary, the facts, the cover and the preface."""
        facts = [self.office, self.owner_position, self.owner_group, self.edition]
        return [
            *super().text_parts(),
            "\n".join(fact for fact in facts if fact),
            self.cover_text,
            body_text(self.preface),
        ]
