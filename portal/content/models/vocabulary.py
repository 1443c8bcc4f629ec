"""What the controlled vocabularies share: a tag whose slug is romanised from its Thai name."""

from django.db import models
from taggit.models import TagBase

from portal.thai.romanise import slug
from portal.thai.sort import sort_key

SORTED_LETTERS = 200


class ThaiTag(TagBase):
    """A tag with an ASCII slug. taggit adds `_1`, `_2` where two names read alike (ข้าว, ข่าว, ขาว)."""

    class Meta:
        abstract = True

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of `tag`, the `i`-th of those that read alike."""
        base = slug(tag, fallback="tag", max_length=90)
        return base if i is None else f"{base}-{i + 1}"


class ThaiOrdered(models.Model):
    """Keeps the Thai dictionary order in a column, in hexadecimal: every database and collation sorts that alike."""

    sort_text = models.CharField(max_length=SORTED_LETTERS * 4, editable=False, db_index=True, default="")
    sorted_by = "name"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Follow the sorted field."""
        self.sort_text = sort_key(getattr(self, self.sorted_by))[:SORTED_LETTERS].encode("utf-16-be").hex()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "sort_text"}
        super().save(*args, **kwargs)
