"""What should not be made public about people: numbers that name one, and pupils in pictures without consent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from portal.content.attachment_text.records import text_of
from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise

_BEFORE: Final = r"(?<!\d)(?<!\d[.,/+-])"  # not inside of a longer number, an amount or an address
_AFTER: Final = r"(?!\d)(?![.,/-]\d)"
_ID: Final = re.compile(rf"{_BEFORE}[1-8](?:\d{{12}}|([ -])\d{{4}}\1\d{{5}}\1\d{{2}}\1\d){_AFTER}")
_COUNTRY: Final = r"(?:\+|00)66[ -]?(?:\(0\)|0)?"
_PHONE: Final = re.compile(
    rf"{_BEFORE}(?:{_COUNTRY}|\(?0)[ -]?(?:[689](?:\)?[ .-]?\d){{8}}|[2-57](?:\)?[ .-]?\d){{7}}){_AFTER}"
)
_MOST_GROUPS: Final = 4  # of digits in a telephone number: a row of figures has more
_SHOWN: Final = 4  # last digits: enough to find the place, too few to pass the number on


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a person at `where`, the label of a field, row or file; `message` says what to do."""

    where: str
    message: str


def findings(work: Any) -> list[Finding]:
    """Look through the texts, rows, attachments and pictures of a work as it is in memory."""
    found = [finding for where, text in _texts(work) for finding in findings_in(where, text)]
    return list(dict.fromkeys([*found, *_pupils(work)]))


def findings_in(where: str, text: str) -> Iterator[Finding]:
    """What one text holds."""
    text = to_arabic(normalise(text))
    for number in national_ids(text):
        yield Finding(where, _("A national id number ends in %(end)s. Remove it.") % {"end": number[-_SHOWN:]})
    for number in phone_numbers(text):
        message = _(
            "A telephone number ends in %(end)s. Remove it, or give the number of the school's office on purpose."
        )
        yield Finding(where, message % {"end": number[-_SHOWN:]})


def national_ids(text: str) -> list[str]:
    """Thirteen digits with a right check digit, however they are set apart."""
    numbers = (re.sub(r"\D", "", match[0]) for match in _ID.finditer(text))
    return [number for number in numbers if _is_national_id(number)]


def phone_numbers(text: str) -> list[str]:
    """Thai numbers: mobile with ten digits, others with nine."""
    found = []
    for match in _PHONE.finditer(text):
        national = re.sub(rf"^(?:{_COUNTRY})", "0", match[0])
        groups = re.findall(r"\d+", national)
        if len(groups) <= _MOST_GROUPS and min(map(len, groups[1:]), default=3) >= 2:
            found.append("".join(groups))
    return found


def _is_national_id(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, range(13, 1, -1), strict=False))
    return number[0] != "0" and (11 - total % 11) % 10 == int(number[12])


def _texts(work: Any) -> Iterator[tuple[str, str]]:
    names = dict.fromkeys(name for section in work.sections() for name in section.fields)
    yield from _texts_of(work, names)
    for relation in dict.fromkeys(name for section in work.sections() for name in section.rows):
        for row in getattr(work, relation).all():
            yield from _texts_of(row, [field.name for field in row._meta.concrete_fields])
    yield from _texts_of_files(work)


def _texts_of(record: Any, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        value = getattr(record, name, None)
        if isinstance(value, str) and value:
            yield str(record._meta.get_field(name).verbose_name), value


def _texts_of_files(work: Any) -> Iterator[tuple[str, str]]:
    documents = {row.document_id: row.document for row in work.attachments.all()}
    if full_text := getattr(work, "full_text", None):
        documents[full_text.pk] = full_text
    texts = text_of(documents)
    for key, document in documents.items():
        yield document.title, f"{document.title}\n{texts.get(key, '')}"


def _pupils(work: Any) -> Iterator[Finding]:
    if work.has_consent:
        return
    for picture in work.pictures.all():
        if picture.has_pupils:
            yield Finding(
                picture.alternative or str(picture.image),
                _("Pupils can be recognised; their parents' consent is not ticked. Get it, or take the picture out."),
            )
    for recording in work.media.all():
        if recording.has_pupils:
            yield Finding(
                str(recording),
                _("Pupils can be recognised; their parents' consent is not ticked. Get it, or take the recording out."),
            )
