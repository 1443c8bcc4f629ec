"""What the three kinds of works share. Concrete on purpose: one query lists them all."""

from typing import ClassVar

from csp.decorators import csp_update
from django.db import models
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from innovations.embeds import FRAME_HOSTS
from innovations.sections import Progress, Section, progress_of
from innovations.showing import context_of
from portal.citing.values import CitationDetails
from portal.content.models import KnowledgePage

from .choices import Licence
from .recognition import RecognitionLevel
from .review.reviewed import Reviewed

ABOUT = Section(
    "about",
    _("About the work"),
    fields=("title", "summary", "learning_areas", "levels", "academic_year", "tags"),
    rows=("authors",),
    needed=("title", "summary", "learning_areas", "levels", "academic_year", "authors"),
)
EVIDENCE = Section("evidence", _("Results in numbers"), rows=("evidence",))
FILES = Section(
    "files",
    _("Pictures and files"),
    fields=("cover", "has_consent"),
    rows=("pictures", "attachments", "videos", "media"),
)
RIGHTS = Section(
    "rights", _("Rights and what it builds on"), fields=("licence", "award"), rows=("bases",), needed=("licence",)
)


class WorkPage(Reviewed, KnowledgePage):
    """A work that a school or a supervisor sends in."""

    is_creatable = False
    subpage_types: ClassVar[list] = []
    work_sections: ClassVar[tuple[Section, ...]] = ()  # of the kind, between ABOUT and EVIDENCE

    licence = models.CharField(_("licence"), max_length=10, choices=Licence.choices, default=Licence.BY_NC_SA)
    award = models.CharField(
        _("award"), max_length=200, blank=True, help_text=_("Given elsewhere, for example รางวัลระดับเขตพื้นที่ ปี 2568.")
    )
    recognition = models.ForeignKey(
        RecognitionLevel,
        verbose_name=_("level of recognition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="works",
    )
    has_consent = models.BooleanField(
        _("The parents of all pupils who can be recognised in pictures have agreed in writing"), default=False
    )

    content_panels = [
        *KnowledgePage.content_panels,
        InlinePanel("authors", label=_("Author"), heading=_("Authors")),
        InlinePanel("page_schools", label=_("School"), heading=_("Schools")),
    ]
    work_panels = [
        InlinePanel("evidence", label=_("Result in numbers"), heading=_("Results in numbers")),
        InlinePanel("pictures", label=_("Picture"), heading=_("Pictures")),
        InlinePanel("videos", label=_("Video"), heading=_("Videos")),
        InlinePanel("media", label=_("Video or sound file"), heading=_("Video and sound files")),
        InlinePanel("bases", label=_("Builds on"), heading=_("Builds on")),
        MultiFieldPanel([FieldPanel("licence"), FieldPanel("award"), FieldPanel("has_consent")], _("Rights")),
    ]

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def get_context(self, request, *args, **kwargs):
        """What a visitor reads of it."""
        return super().get_context(request, *args, **kwargs) | context_of(self, request)

    @method_decorator(csp_update({"frame-src": FRAME_HOSTS}))
    def serve(self, request, *args, **kwargs):
        """Players of videos may be put into this page, once a visitor asks for one."""
        return super().serve(request, *args, **kwargs)

    @classmethod
    def sections(cls) -> tuple[Section, ...]:
        """All parts in the order of the page and of the contributor's form."""
        return (ABOUT, *cls.work_sections, EVIDENCE, FILES, RIGHTS)

    @property
    def chosen_licence(self) -> Licence | None:
        """The licence with its name and address; None for a value of another time."""
        return Licence(self.licence) if self.licence in Licence.values else None

    @property
    def progress(self) -> Progress:
        """How complete it is."""
        return progress_of(self, self.sections())

    def citation_details(self) -> CitationDetails:
        """With the licence."""
        licence = Licence(self.licence)
        return CitationDetails(licence=licence.short, licence_url=licence.url)

    def text_parts(self) -> list[str]:
        """All texts of the kind's sections, then the rows that are shown."""
        names = [name for section in self.work_sections for name in section.fields]
        texts = [value for name in names if isinstance(value := getattr(self, name), str)]
        evidence = [f"{row.measure} {row.note}" for row in self.evidence.all()]
        pictures = [f"{row.alternative} {row.caption}" for row in self.pictures.all()]
        authors = [f"{row.person} {row.shown_school or ''}" for row in self.authors.all()]
        spoken = [f"{row} {row.transcript}" for row in self.media.all()]
        return [part for part in (*super().text_parts(), *texts, *evidence, *pictures, *spoken, *authors) if part]
