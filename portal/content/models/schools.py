"""School networks and schools of the district: directory data, imported from CSV."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase

from .vocabulary import ThaiOrdered, ThaiTag


class SchoolNetwork(ThaiOrdered, ThaiTag):
    """A network of neighbouring schools that work together (ศูนย์เครือข่ายสถานศึกษา)."""

    free_tagging = False

    class Meta:
        verbose_name = _("school network")
        verbose_name_plural = _("school networks")
        ordering = ["sort_text"]


class SchoolNetworkTag(ItemBase):
    """A page belongs to a school network."""

    tag = models.ForeignKey(SchoolNetwork, related_name="tagged_pages", on_delete=models.CASCADE)
    content_object = ParentalKey("content.KnowledgePage", related_name="school_network_tags", on_delete=models.CASCADE)


class School(ThaiOrdered):
    """A school of the district."""

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

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return self.name
