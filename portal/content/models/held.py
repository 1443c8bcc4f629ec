"""What files have that wait for publication."""

from django.db import models


class Held(models.Model):
    """A file that waits for the publication of what uses it, in a collection for few."""

    public_collection = models.ForeignKey(
        "wagtailcore.Collection", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )  # where it lies when it is public; set for what was held back once
    public_collection.wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
