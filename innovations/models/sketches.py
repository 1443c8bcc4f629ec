"""What is kept of a text so that near-copies of it are found among thousands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sketch(models.Model):
    """A sample of the hashed word runs of a page and its attachments: of what is published, or of what is in review."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey("content.KnowledgePage", on_delete=models.CASCADE, related_name="+")
    is_of_draft = models.BooleanField(_("of the version in review"), default=False)
    hashes = models.BinaryField()  # of 8 bytes each
    source = models.CharField(max_length=64)  # by which a sketch of another version is told
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("sketch of a text")
        verbose_name_plural = _("sketches of texts")
        constraints = [models.UniqueConstraint(fields=["page", "is_of_draft"], name="innovations_sketch_once")]

    def __str__(self) -> str:
        return f"{self.page_id}"
