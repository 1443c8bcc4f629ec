"""What is written into the index: an object's searched texts, spelt, each read and spelt once."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Manager, Model
from django.utils.encoding import force_str
from modelsearch.backends.base import BaseIndex
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from .spelling import spelt

# Stands in every entry; another spelling of another release needs another mark, and all is indexed again.
MARK = "spelt1"


class Ready(BaseField):
    """A field that has read and spelt its text."""

    def __init__(self, text: str, field_name: str = "", **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.text = text

    def get_value(self, obj: object) -> str:
        """What it read, whatever it is asked about."""
        return self.text


class ReadySearchField(Ready, SearchField):
    """For whole words: title and body."""


class ReadyAutocompleteField(Ready, AutocompleteField):
    """For what is typed in lists and choosers."""


class SpeltObject:
    """Stands for an object before Wagtail's indexer, which takes its key and its fields, and cannot be replaced."""

    def __init__(self, obj: Any) -> None:
        self.pk = obj.pk
        self.fields = [
            ReadyAutocompleteField(MARK),
            *(ready for field in obj.get_search_fields() for ready in _ready(obj, field)),
        ]

    def get_search_fields(self) -> list[Ready]:
        """The ready ones."""
        return self.fields


class SpeltEntries(BaseIndex):
    """Mixed into an index: spells what is added. Lengths of titles, which every save would count, rank nothing here."""

    def add_items(self, model: type[Model], objs: list[Any]) -> None:
        """Add or replace the entries of `objs`."""
        super().add_items(model, [SpeltObject(obj) for obj in objs])

    def _refresh_title_norms(self, full: bool = False) -> None:
        pass


def _ready(obj: Any, field: Any) -> Iterator[Ready]:
    """The fields of `obj`, and of the objects that belong to it, that hold text to be found."""
    if isinstance(field, RelatedFields):
        for related in _related(obj, field):
            for inner in field.fields:
                yield from _ready(related, inner)
    elif isinstance(field, SearchField):
        yield ReadySearchField(_spelt_value(obj, field), field.field_name, boost=field.boost)
    elif isinstance(field, AutocompleteField):
        yield ReadyAutocompleteField(_spelt_value(obj, field), field.field_name)


def _related(obj: Any, field: RelatedFields) -> list[Any]:
    found = field.get_value(obj)
    if found is None:
        return []
    if isinstance(found, Manager):
        return list(found.all())
    return [found() if callable(found) else found]


def _spelt_value(obj: Any, field: Any) -> str:
    return spelt("\n".join(_texts(field.get_value(obj))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
    elif value is not None:
        yield force_str(value)
