"""What a line below a step says of it: who does it, how long it takes, where the work goes on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from manuals.outline import END, Branch
from portal.thai.digits import to_arabic

_ACTOR: Final = re.compile(r"(?:ผู้รับผิดชอบ|ผู้ปฏิบัติ|ผู้ดำเนินการ)\s*[:：]\s*(?P<value>\S.*)")
_TIME: Final = re.compile(r"(?:ระยะเวลา(?:ดำเนินการ|ที่ใช้|ปฏิบัติงาน)?|เวลา(?:ที่ใช้|ดำเนินการ)?)\s*[:：]\s*(?P<value>\S.*)")
_NUMBER: Final = r"[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*"
_STEP: Final = r"(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ข้อที่|ข้อ)\s*"
_GO: Final = r"(?:ให้)?(?:กลับ|ย้อนกลับ|ย้อน)?ไป(?:ยัง|ที่)?\s*"
_ARROW: Final = r"(?:→|->|=>|➔|⇒)\s*"
_FINISH: Final = r"(?:สิ้นสุด|จบ|เสร็จสิ้น)(?:กระบวนงาน|กระบวนการ|การดำเนินงาน|การปฏิบัติงาน|ขั้นตอน|การทำงาน)?"
_BRANCH: Final = re.compile(
    rf"(?P<label>\S.{{0,80}}?)\s*[,:]?\s*"
    rf"(?:{_GO}{_STEP}(?P<target>{_NUMBER})|{_ARROW}(?:{_STEP})?(?P<arrow>{_NUMBER})|(?:{_ARROW}|ให้)(?P<end>{_FINISH}))"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """One such line: an actor, a time, or a way out with its label and target (a number of the manual's, or `END`)."""

    text: str
    actor: str = ""
    time: str = ""
    label: str = ""
    target: str = ""


def read_clue(text: str) -> Clue | None:
    """Return what the line says of the step above it, or None when it is just text."""
    if actor := _ACTOR.fullmatch(text):
        return Clue(text, actor=actor["value"])
    if time := _TIME.fullmatch(text):
        return Clue(text, time=time["value"])
    if branch := _BRANCH.fullmatch(text):
        number = branch["target"] or branch["arrow"]
        return Clue(text, label=branch["label"].strip(), target=to_arabic(number) if number else END)
    return None


def resolve(clue: Clue, shown: Mapping[str, str]) -> Branch | None:
    """Return the branch to the step as the page numbers it, or None when there is no such step."""
    target = END if clue.target == END else shown.get(clue.target, "")
    return Branch(clue.label, target) if target else None
