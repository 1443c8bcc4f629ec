"""People who wrote what the portal publishes: each is kept once. No national id, no telephone number is stored."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from portal.thai.romanise import unique_slug

from .schools import School
from .vocabulary import ThaiOrdered


class Person(ThaiOrdered):
    """An author. Thai names are sorted by the given name, and cited with it first."""

    searched_in = ("given_name", "family_name", "given_name_en", "family_name_en", "position", "school__name")
    sorted_by = "name"

    prefix = models.CharField(
        _("title before the name"), max_length=50, blank=True, help_text=_("For example นาง, นางสาว, ดร. or ว่าที่ร้อยตรี.")
    )
    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    given_name_en = models.CharField(_("given name in English"), max_length=100, blank=True)
    family_name_en = models.CharField(_("family name in English"), max_length=100, blank=True)
    position = models.CharField(
        _("position"), max_length=150, blank=True, help_text=_("For example ครูชำนาญการพิเศษ or ศึกษานิเทศก์.")
    )
    school = models.ForeignKey(
        School, verbose_name=_("school"), null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        help_text=_("With an account the author sees how often the works are read and used."),
    )
    slug = models.SlugField(_("slug"), max_length=120, unique=True, editable=False)

    panels = [
        FieldPanel("prefix"),
        FieldPanel("given_name"),
        FieldPanel("family_name"),
        FieldPanel("given_name_en"),
        FieldPanel("family_name_en"),
        FieldPanel("position"),
        FieldPanel("school"),
        FieldPanel("user"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return f"{self.prefix}{self.name}"

    def save(self, *args, **kwargs) -> None:
        """The address is made of the name once, and stays."""
        if not self.slug:
            others = Person.objects.exclude(pk=self.pk)
            self.slug = unique_slug(self.name, lambda slug: others.filter(slug=slug).exists())
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """Given name and family name, without the title before them."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def name_en(self) -> str:
        """The same in English; empty where it is not known."""
        return f"{self.given_name_en} {self.family_name_en}".strip()

    def get_absolute_url(self) -> str:
        """The public page of the person, with the works."""
        return reverse("person", args=[self.slug])


class PageAuthor(Orderable):
    """A person wrote a page; the order of the rows is the order of the authors."""

    page = ParentalKey("content.KnowledgePage", related_name="authors", on_delete=models.CASCADE)
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="authorships")
    role = models.CharField(
        _("role"), max_length=100, blank=True, help_text=_("What this person did, for example ผู้วิจัยหลัก.")
    )
    school = models.ForeignKey(
        School,
        verbose_name=_("school at that time"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the person's school of today."),
    )

    panels = [FieldPanel("person"), FieldPanel("role"), FieldPanel("school")]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return str(self.person)

    @property
    def shown_school(self) -> School | None:
        """The school that is shown beside the name."""
        return self.school or self.person.school


class PageSchool(Orderable):
    """A page comes from a school."""

    page = ParentalKey("content.KnowledgePage", related_name="page_schools", on_delete=models.CASCADE)
    school = models.ForeignKey(School, verbose_name=_("school"), on_delete=models.PROTECT, related_name="page_schools")

    panels = [FieldPanel("school")]

    class Meta(Orderable.Meta):
        verbose_name = _("school of a page")
        verbose_name_plural = _("schools of a page")

    def __str__(self) -> str:
        return str(self.school)


class PageReach(models.Model):
    """How often a page was read, its files fetched, and it was used in class: sums that revisions do not overwrite."""

    wagtail_reference_index_ignore = True

    page = models.OneToOneField(
        "content.KnowledgePage", primary_key=True, on_delete=models.CASCADE, related_name="reach"
    )
    views = models.PositiveIntegerField(_("views"), default=0)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)
    uses = models.PositiveIntegerField(_("used in class"), default=0)

    class Meta:
        verbose_name = _("reach of a page")
        verbose_name_plural = _("reach of pages")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.views}, {self.downloads}, {self.uses}"
