"""School networks and schools of the district: directory data, imported from CSV."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel

from portal.thai.digits import to_arabic

from .vocabulary import ThaiOrdered, ThaiTag


class SchoolNetwork(ThaiOrdered, ThaiTag):
    """A network of neighbouring schools that work together (ศูนย์เครือข่ายสถานศึกษา)."""

    free_tagging = False

    panels = [FieldPanel("name", help_text=_("Without ศูนย์เครือข่าย, for example หนองดอกบัว."))]

    class Meta:
        verbose_name = _("school network")
        verbose_name_plural = _("school networks")
        ordering = ["sort_text"]

    def get_absolute_url(self) -> str:
        """The public page of the network: what its schools have published."""
        return reverse("network", args=[self.slug])


class SchoolNetworkTag(ItemBase):
    """A page belongs to a school network."""

    tag = models.ForeignKey(SchoolNetwork, related_name="tagged_pages", on_delete=models.PROTECT)
    content_object = ParentalKey("content.KnowledgePage", related_name="school_network_tags", on_delete=models.CASCADE)


class School(ThaiOrdered):
    """A school of the district."""

    searched_in = ("code", "name", "subdistrict", "network__name")

    code = models.CharField(
        _("school code"),
        max_length=10,
        unique=True,
        validators=[RegexValidator(r"\A[0-9]{10}\Z", _("A school code has ten digits, for example 1047540001."))],
        help_text=_("The ten-digit code of the ministry, for example 1047540001."),
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("For example โรงเรียนบ้านหนองบัว."))
    network = models.ForeignKey(
        SchoolNetwork, verbose_name=_("school network"), on_delete=models.PROTECT, related_name="schools"
    )
    subdistrict = models.CharField(_("subdistrict"), max_length=100, blank=True)

    panels = [FieldPanel("code"), FieldPanel("name"), FieldPanel("network"), FieldPanel("subdistrict")]

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the school: what it has published, and its authors."""
        return reverse("school", args=[self.code])

    def clean_fields(self, exclude=None) -> None:
        """Thai digits are as good as Arabic ones."""
        self.code = to_arabic(self.code).strip()
        super().clean_fields(exclude=exclude)
