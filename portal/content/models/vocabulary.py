"""What registries and vocabularies share: one spelling, Thai dictionary order, words to be found by, ASCII slugs."""

from django.db import models
from taggit.models import TagBase

from portal.thai.normalise import normalise
from portal.thai.romanise import slug
from portal.thai.sort import sort_key

SORTED_LETTERS = 200


class NormalisedText(models.Model):
    """Stores what people type with Thai vowels and marks in their one right order, so that it can be found."""

    searched_in: tuple[str, ...] = ("name",)  # what the admin's search and the choosers look at

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Normalise first."""
        for field in self._meta.concrete_fields:
            if is_typed_text(field):
                setattr(self, field.attname, normalise(getattr(self, field.attname)).strip())
        super().save(*args, **kwargs)


class ThaiTag(NormalisedText, TagBase):
    """A tag with an ASCII slug. taggit adds `-2`, `-3` where two names read alike (ข้าว, ข่าว, ขาว)."""

    class Meta:
        abstract = True

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of `tag`, the `i`-th of those that read alike."""
        base = slug(tag, fallback="tag", max_length=90)
        return base if i is None else f"{base}-{i + 1}"


class ThaiOrdered(NormalisedText):
    """Keeps the Thai dictionary order in a column, in hexadecimal: every database and collation sorts that alike."""

    sort_text = models.CharField(max_length=SORTED_LETTERS * 4, editable=False, db_index=True, default="")
    sorted_by = "name"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Follow the sorted field."""
        self.sort_text = sort_text(getattr(self, self.sorted_by))
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "sort_text"}
        super().save(*args, **kwargs)


def sort_text(text: str) -> str:
    """What `ThaiOrdered` keeps beside `text` to sort by."""
    return sort_key(text)[:SORTED_LETTERS].encode("utf-16-be").hex()


def is_typed_text(field: models.Field) -> bool:
    """Whether people type words into this field, rather than choose a key or paste an address."""
    is_text = isinstance(field, models.CharField | models.TextField)
    is_address = isinstance(field, models.SlugField | models.URLField | models.EmailField)
    return is_text and field.editable and not field.choices and not is_address
