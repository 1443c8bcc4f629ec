"""What is linked to, how it answered, and where the link stands."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """What is known of a link."""

    WAITING = "waiting", _("not checked yet")
    GOOD = "good", _("works")
    BROKEN = "broken", _("broken")
    UNCLEAR = "unclear", _("could not be checked")


class Reason(models.TextChoices):
    """Why a link does not work, or cannot be checked."""

    NONE = "", ""
    GONE = "gone", _("The page is not there any more")
    NO_SITE = "no_site", _("There is no such site")
    NO_ANSWER = "no_answer", _("The site does not answer")
    TOO_SLOW = "too_slow", _("The site answers too slowly")
    CERTIFICATE = "certificate", _("The site's certificate is not valid")
    SITE_ERROR = "site_error", _("The site answers with an error")
    LOOP = "loop", _("The site sends from one address to the next")
    REFUSED = "refused", _("The site lets no program look, or asks for a password")
    NOT_ALLOWED = "not_allowed", _("The address is no public one; it is not opened")
    NOT_AN_ADDRESS = "not_an_address", _("This is no address")
    DELETED = "deleted", _("The linked page of the portal was deleted")
    UNPUBLISHED = "unpublished", _("The linked page of the portal is not published")


class CheckedLink(models.Model):
    """An address, or a page of the portal (`target`), that something published links to; kept once."""

    wagtail_reference_index_ignore = True

    key = models.CharField(max_length=64, unique=True)  # a digest: addresses are longer than databases index
    url = models.TextField(_("address"))
    host = models.CharField(max_length=255, blank=True)
    target = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, default=Reason.NONE, blank=True)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    first_broken_at = models.DateTimeField(_("broken since"), null=True, blank=True)
    last_checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.url


class LinkPlace(models.Model):
    """Where a link stands: a page, or a record of a register."""

    wagtail_reference_index_ignore = True

    link = models.ForeignKey(CheckedLink, on_delete=models.CASCADE, related_name="places")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = _("place of a link")
        verbose_name_plural = _("places of links")
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id", "link"], name="links_place_once")]

    def __str__(self) -> str:
        return str(self.item)


class ReadPage(models.Model):
    """Up to which publication the links of a page are known."""

    wagtail_reference_index_ignore = True

    page = models.OneToOneField("wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("page whose links are known")
        verbose_name_plural = _("pages whose links are known")

    def __str__(self) -> str:
        return str(self.page_id)
