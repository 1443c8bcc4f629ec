"""The office's own name: what most of the document calls it, and where a page calls it otherwise."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.lines import Line
from manuals.importer.plan import Finding
from portal.thai.digits import to_arabic

_NAME: Final = re.compile(
    r"สำนักงานเขตพื้นที่\s?การศึกษา\s?(?P<kind>ประถมศึกษา|มัธยมศึกษา)\s?(?P<province>[ก-๎]{2,20}?(?:\s[ก-๎]{2,12}?)?)"
    r"(?:\s*เขต\s*(?P<number>[0-9๐-๙]{1,2})|(?=\s*$))"
)
_FEWEST: Final = 2  # mentions that make a name the usual one
_CONTEXT: Final = 30
PROVINCES: Final = frozenset(
    {
        "กรุงเทพมหานคร",
        "กระบี่",
        "กาญจนบุรี",
        "กาฬสินธุ์",
        "กำแพงเพชร",
        "ขอนแก่น",
        "จันทบุรี",
        "ฉะเชิงเทรา",
        "ชลบุรี",
        "ชัยนาท",
        "ชัยภูมิ",
        "ชุมพร",
        "เชียงราย",
        "เชียงใหม่",
        "ตรัง",
        "ตราด",
        "ตาก",
        "นครนายก",
        "นครปฐม",
        "นครพนม",
        "นครราชสีมา",
        "นครศรีธรรมราช",
        "นครสวรรค์",
        "นนทบุรี",
        "นราธิวาส",
        "น่าน",
        "บึงกาฬ",
        "บุรีรัมย์",
        "ปทุมธานี",
        "ประจวบคีรีขันธ์",
        "ปราจีนบุรี",
        "ปัตตานี",
        "พระนครศรีอยุธยา",
        "พะเยา",
        "พังงา",
        "พัทลุง",
        "พิจิตร",
        "พิษณุโลก",
        "เพชรบุรี",
        "เพชรบูรณ์",
        "แพร่",
        "ภูเก็ต",
        "มหาสารคาม",
        "มุกดาหาร",
        "แม่ฮ่องสอน",
        "ยโสธร",
        "ยะลา",
        "ร้อยเอ็ด",
        "ระนอง",
        "ระยอง",
        "ราชบุรี",
        "ลพบุรี",
        "ลำปาง",
        "ลำพูน",
        "เลย",
        "ศรีสะเกษ",
        "สกลนคร",
        "สงขลา",
        "สตูล",
        "สมุทรปราการ",
        "สมุทรสงคราม",
        "สมุทรสาคร",
        "สระแก้ว",
        "สระบุรี",
        "สิงห์บุรี",
        "สุโขทัย",
        "สุพรรณบุรี",
        "สุราษฎร์ธานี",
        "สุรินทร์",
        "หนองคาย",
        "หนองบัวลำภู",
        "อ่างทอง",
        "อำนาจเจริญ",
        "อุดรธานี",
        "อุตรดิตถ์",
        "อุทัยธานี",
        "อุบลราชธานี",
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """The office named in a line: `name` as it stands, `identity` without blanks and with Arabic digits."""

    line: Line
    name: str
    identity: tuple[str, str, str]
    context: str

    @property
    def province(self) -> str:
        return self.identity[1]


def find_mentions(lines: Iterable[Line]) -> list[Mention]:
    """Return every place where the document names an education service area office."""
    return [mention for line in lines for mention in _mentions_in(line)]


def _mentions_in(line: Line) -> Iterator[Mention]:
    for found in _NAME.finditer(line.text):
        province = "".join(found["province"].split())
        identity = found["kind"], province, to_arabic(found["number"] or "")
        start, end = max(0, found.start() - _CONTEXT), found.end() + _CONTEXT
        yield Mention(line, " ".join(found[0].split()), identity, line.text[start:end])


def usual_name(mentions: Sequence[Mention]) -> Mention | None:
    """Return a mention of the office that is named most often, or None where no name stands out."""
    counts = Counter(mention.identity for mention in mentions)
    if not counts:
        return None
    identity, count = counts.most_common(1)[0]
    if len(counts) > 1 and (count < _FEWEST or count * 2 <= counts.total()):
        return None
    return next(mention for mention in mentions if mention.identity == identity)


def differing_names(mentions: Sequence[Mention]) -> list[Finding]:
    """Return a finding for each mention that is not the usual one. Nothing is repaired: it may be another office."""
    usual = usual_name(mentions)
    if usual is None:
        return []
    return [
        Finding(mention.line.paragraph.line, mention.name, _problem(mention, usual), context=mention.context)
        for mention in mentions
        if mention.identity != usual.identity
    ]


def _problem(mention: Mention, usual: Mention) -> str:
    if mention.province not in PROVINCES:
        return _("“%(name)s” is not the name of a province; elsewhere the office is called “%(usual)s”.") % {
            "name": mention.province,
            "usual": usual.name,
        }
    return _("The office has another name here; elsewhere it is called “%(usual)s”.") % {"usual": usual.name}
