"""How an upload is refused: with what is the matter and what its owner can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from django.utils.functional import Promise


def refuse(code: str, message: str | Promise) -> NoReturn:
    """Raise a `ValidationError`; `code` is for programs, `message` for the owner of the file."""
    raise ValidationError(message, code=code)
