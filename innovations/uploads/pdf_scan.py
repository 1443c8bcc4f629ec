"""Looks into one PDF and says `clean`, `locked` or `active: …`. A program of its own: it knows no Django.

Names are compared as the parser reads them: `/J#61vaScript` and objects in compressed streams hide nothing."""

from __future__ import annotations

import resource
import sys
from typing import Final

import pikepdf

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 15
ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/Movie"})
KEYS: Final = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/RichMediaContent", "/XFA"})
TYPES: Final = frozenset({"/EmbeddedFile"})
DEEPEST: Final = 60


def main() -> None:
    """Print the finding about the file that the command line names."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        with pikepdf.open(sys.argv[1]) as pdf:
            found = sorted({name for item in pdf.objects for name in active(item)} | set(active(pdf.trailer)))
            empty = not len(pdf.pages)
    except pikepdf.PasswordError:
        report("locked")
    else:
        report("damaged" if empty else f"active:{', '.join(found)}" if found else "clean")


def report(finding: str) -> None:
    """One line for the program that asked."""
    sys.stdout.write(finding + "\n")


def active(item: pikepdf.Object, depth: int = 0) -> set[str]:
    """What runs or unpacks in an object; other objects that it refers to are looked at for themselves."""
    if depth > DEEPEST:
        return {"depth"}
    if isinstance(item, pikepdf.Array):
        return {name for inner in item if is_own(inner) for name in active(inner, depth + 1)}
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return set()
    values = dict(item.stream_dict.items() if isinstance(item, pikepdf.Stream) else item.items())
    found = {key.strip("/") for key in KEYS.intersection(values)}
    found |= {str(values[key]).strip("/") for key in ("/S", "/Subtype") if str(values.get(key)) in ACTIONS}
    found |= {"EmbeddedFile"} if str(values.get("/Type")) in TYPES else set()
    return found.union(*(active(inner, depth + 1) for inner in values.values() if is_own(inner)))


def is_own(item: object) -> bool:
    """Written inside of the object, not a reference to another."""
    return isinstance(item, pikepdf.Object) and not item.is_indirect


if __name__ == "__main__":
    main()
