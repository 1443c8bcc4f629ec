"""Tables that say what lists say elsewhere: steps with actors and times, forms and laws, terms and their meanings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from manuals.importer.headings import key
from manuals.importer.numbering import parse_marker
from manuals.outline import Definition

_NUMBER: Final = ("ลำดับ", "ลำดับที่", "ที่", "ขั้นที่", "ขั้นตอนที่", "no", "ข้อ")
_STEP_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "number": _NUMBER,
    "title": (
        "ขั้นตอน",
        "ขั้นตอนการปฏิบัติงาน",
        "ขั้นตอนการดำเนินงาน",
        "รายละเอียดงาน",
        "รายละเอียดขั้นตอน",
        "รายละเอียดการปฏิบัติงาน",
        "กิจกรรม",
        "การปฏิบัติงาน",
        "รายการ",
    ),
    "actor": ("ผู้รับผิดชอบ", "ผู้ปฏิบัติ", "ผู้ดำเนินการ"),
    "time": ("ระยะเวลา", "เวลา", "ระยะเวลาดำเนินการ", "ระยะเวลาที่ใช้", "เวลาที่ใช้"),
}
_TITLE_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "number": _NUMBER,
    "title": (
        "ชื่อแบบฟอร์ม",
        "แบบฟอร์ม",
        "ชื่อเอกสาร",
        "เอกสาร",
        "รายการ",
        "กฎหมาย",
        "ชื่อกฎหมาย",
        "กฎหมายและระเบียบ",
        "กฎหมายระเบียบ",
    ),
    "code": ("รหัส", "รหัสแบบฟอร์ม", "รหัสเอกสาร", "เลขที่"),
}
_DEFINITION_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "number": _NUMBER,
    "title": ("คำ", "คำศัพท์", "ศัพท์", "คำจำกัดความ", "นิยามศัพท์"),
    "meaning": ("ความหมาย", "คำอธิบาย", "นิยาม", "หมายถึง"),
}


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row of a table of steps. `rest` holds the other columns, each as `heading: text`."""

    action: str
    number: str = ""
    actor: str = ""
    time: str = ""
    rest: tuple[str, ...] = ()


def step_rows(rows: Sequence[Sequence[str]]) -> list[StepRow]:
    """Return the steps of a table whose header names the step and something about it, else nothing."""
    found = []
    for cells, rest in _named(rows, _STEP_COLUMNS):
        marker, action = parse_marker(cells["title"])
        is_numbered = marker is not None and marker.is_certain
        number = ".".join(map(str, marker.path)) if marker and is_numbered else cells.get("number", "").strip(". ")
        title = action if is_numbered else cells["title"]
        found.append(StepRow(title, number, cells.get("actor", ""), cells.get("time", ""), rest))
    return found


def titled_rows(rows: Sequence[Sequence[str]]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return title, code and the other columns of each row of a table of forms or laws, else nothing."""
    return [(cells["title"], cells.get("code", ""), rest) for cells, rest in _named(rows, _TITLE_COLUMNS)]


def definition_rows(rows: Sequence[Sequence[str]]) -> list[Definition]:
    """Return the definitions of a table of terms and meanings, else nothing."""
    named = list(_named(rows, _DEFINITION_COLUMNS))
    if not all(cells.get("meaning") for cells, _rest in named):
        return []
    return [Definition(cells["title"], " ".join([cells["meaning"], *rest])) for cells, rest in named]


def _named(
    rows: Sequence[Sequence[str]], wordings: dict[str, tuple[str, ...]]
) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Yield the cells of each row by the meaning of their column, and the cells of the columns without one."""
    columns = _columns(rows[0], wordings) if len(rows) > 1 else {}
    if "title" not in columns.values() or len(columns) < 2 or not _has_titles(rows, columns):
        return
    for row in rows[1:]:
        cells = {columns[index]: " ".join(cell.split()) for index, cell in enumerate(row) if index in columns}
        rest = (
            f"{head.strip()}: {cell.strip()}" if head.strip() else cell.strip()
            for index, (cell, head) in enumerate(zip(row, rows[0], strict=False))
            if index not in columns and cell.strip()
        )
        if any(cell.strip() for cell in row):
            yield cells, tuple(rest)


def _has_titles(rows: Sequence[Sequence[str]], columns: dict[int, str]) -> bool:
    """A row without a title, or one longer than the header, would lose its cells: such a table stays a table."""
    title = next(index for index, name in columns.items() if name == "title")
    filled = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    return all(len(row) <= len(rows[0]) and title < len(row) and row[title].strip() for row in filled)


def _columns(header: Sequence[str], wordings: dict[str, tuple[str, ...]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, cell in enumerate(header):
        meaning = next((name for name, known in wordings.items() if key(cell) in known), None)
        if meaning and meaning not in found.values():
            found[index] = meaning
    return found
