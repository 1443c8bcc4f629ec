"""Where Thai text, which has no spaces between words, may be cut: words, character clusters, and what stays whole."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from portal.thai.dates import MONTHS, MONTHS_SHORT
from portal.thai.dictionary import Dictionary, cut_by, thai_words

# Thai letters and signs; Thai digits, baht, ๏ ๚ ๛ stand apart.
_RUNS: Final = re.compile(
    r"(?P<thai>[\u0e01-\u0e3a\u0e40-\u0e4e]+)|[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|[^\W\d_\u0e00-\u0e7f]+|\s+|.", re.DOTALL
)
# The segmenter's cost may grow faster than the text: it never sees more than this many characters at once, and what it
# says about the last few of them is asked again together with what follows.
_WINDOW: Final = 400
_OVERLAP: Final = 60

# Compounds of this domain that the dictionary of browsers (ICU) cuts in the middle at the end of a line.
_COMPOUNDS: Final = """
    กฎกระทรวง กระบวนงาน กลุ่มสาระ การเรียนรู้ ข้อเสนอแนะ ขั้นตอน คณะทำงาน ความรู้ คัดเลือก คาดหวัง คำจำกัดความ
    คู่มือปฏิบัติงาน เครือข่าย เครื่องมือ ครูผู้สอน งบประมาณ เจ้าหน้าที่ ช่วยเหลือ ดำเนินการ ดำเนินงาน ต้นสังกัด ตรวจสอบ
    ตัวชี้วัด ถูกต้อง น้ำหนัก แบบฟอร์ม ประถมศึกษา ประเมินผล ปฏิบัติงาน ปีการศึกษา เป้าหมาย ผลสัมฤทธิ์ ผู้บริหาร
    ผู้รับผิดชอบ ผู้เรียน ผู้สอน ผู้อำนวยการ เผยแพร่ พระราชกฤษฎีกา พระราชบัญญัติ เพิ่มเติม ภาคเรียน ภาพรวม มอบหมาย
    รับผิดชอบ รายละเอียด รูปแบบ วิธีการ ศึกษานิเทศก์ ส่งเสริม ส่วนราชการ สถานศึกษา หน่วยงาน หมายถึง หลักเกณฑ์ หลักฐาน
    เหมาะสม องค์ความรู้ อัปโหลด
"""
_NUMBER: Final = "[0-9๐-๙]{1,12}(?:[.,][0-9๐-๙]{1,12}){0,4}"
_UNITS: Final = (
    "วันทำการ|วัน|นาที|ชั่วโมง|สัปดาห์|เดือน|ภาคเรียน|ปีการศึกษา|ปี|ครั้ง|คน|รูป|แห่ง|โรงเรียน|ห้องเรียน|ห้อง|เครือข่าย|"
    "เรื่อง|ข้อ|ขั้นตอน|ขั้น|หน้า|ฉบับ|ชุด|เล่ม|แผ่น|บาท|คะแนน|ตัวชี้วัด|มาตรฐาน|ด้าน|กลุ่ม|งาน|รายการ|ระดับ|"
    r"กิโลเมตร|เมตร|กิโลไบต์|เมกะไบต์|น\.|%"
)
_LABELS: Final = (
    "เขต|มาตรา|ข้อที่|ข้อ|บทที่|บท|ฉบับที่|ครั้งที่|หน้า|ตอนที่|ส่วนที่|ขั้นตอนที่|ขั้นที่|ภาคเรียนที่|เล่มที่|เล่ม|ลำดับที่|กลุ่มที่|"
    r"ระดับ|ร้อยละ|มาตรฐานที่|ตัวชี้วัดที่|แบบฟอร์มที่|ปีการศึกษา|พ\.ศ\.|ค\.ศ\.|(?<![ก-๎])ว"
)
_MONTHS: Final = "|".join(map(re.escape, (*MONTHS, *MONTHS_SHORT)))
_WHOLE: Final = re.compile(
    r"(?=[ก-ฮเ-ไ0-9๐-๙])(?:"  # no mark, vowel, blank or Latin letter begins one: asked once instead of each time
    rf"(?<![ก-๎.])[ปม]\. ?{_NUMBER}(?: ?[-–—] ?(?:[ปม]\. ?)?{_NUMBER})?"
    rf"|{_NUMBER} (?:{_MONTHS})(?: (?:พ\.ศ\. )?[0-9๐-๙]{{2,4}})?"
    rf"|(?:{_LABELS}) ?{_NUMBER}(?:/{_NUMBER})?"
    rf"|{_NUMBER} ?(?:{_UNITS})"
    r"|(?<![ก-๎])(?:สพป|สพม|สพฐ|ผอ|รร|ศน|อบต|อบจ|ศธ)\. ?(?P<name>[ก-๎]{0,40})"
    rf"|{'|'.join(sorted(_COMPOUNDS.split(), key=len, reverse=True))})"
)
_REPEATED: Final = re.compile("(?<=[ก-๎])[ \u00a0]ๆ")


def words(text: str, extra: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of `text`; joined they are `text` again.

    `extra` adds Thai words (no spaces or digits inside) to the dictionary. Spaces, punctuation, numbers and runs of
    Latin letters are tokens of their own.
    """
    known = thai_words(extra)
    tokens: list[str] = []
    for run in _RUNS.finditer(text):
        if run["thai"]:
            tokens.extend(_thai_words(run[0], known))
        else:
            tokens.append(run[0])
    return tokens


def unknown_words(text: str, extra: frozenset[str] = frozenset()) -> set[str]:
    """Return the stretches of `text` that the dictionary and `extra` do not know: names, coined words, foreign words.

    An unknown word falls into odd fragments when it is cut; those that touch are one word here."""
    found: set[str] = set()
    for run in _RUNS.finditer(text):
        if run["thai"]:
            found.update(_unknown_stretches(list(_thai_words(run[0], thai_words(extra))), thai_words(extra)))
    return found


def clusters(text: str) -> list[str]:
    """Return the Thai character clusters of `text` (letters that no reader separates); joined they are `text` again."""
    from pythainlp.tokenize.tcc import segment

    tokens: list[str] = []
    for run in _RUNS.finditer(text):
        if run["thai"]:
            for piece in _pieces(run[0]):
                tokens.extend(segment(piece))
        else:
            tokens.append(run[0])
    return tokens


def compounds() -> tuple[str, ...]:
    """Return the compounds that stay whole on a line though browsers would break them."""
    return tuple(_COMPOUNDS.split())


def no_break_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of what must not be broken across lines, in order and apart from each other.

    These are the compounds, school classes (ป.1–ป.3), years (พ.ศ. 2569), a label or unit with its number (เขต 2,
    15 วัน), day with month and year, an abbreviated office with the first word of its name (สพป.สกลนคร), a word with
    its repetition sign (ต่าง ๆ).
    """
    spans: list[tuple[int, int]] = []
    for match in _REPEATED.finditer(text):
        before = text[max(0, match.start() - _OVERLAP) : match.start()]
        spans.append((match.start() - len(words(before)[-1]), match.end()))
    position = 0
    while whole := _WHOLE.search(text, position):
        position = whole.end()
        if whole["name"]:
            position = whole.start("name") + len(words(whole["name"])[0])
        spans.append((whole.start(), position))
    return _merged(sorted(spans))


def dictionary_words_at(text: str, start: int) -> list[str]:
    """Return the words of the dictionary that `text` holds from `start` on, the shortest first."""
    return thai_words().prefixes(text, start)


def _thai_words(run: str, known: Dictionary) -> Iterator[str]:
    start = 0
    while start < len(run):
        window = run[start : start + _WINDOW]
        is_last = start + _WINDOW >= len(run)
        taken = 0
        for token in cut_by(window, known):
            if not is_last and taken and taken + len(token) > _WINDOW - _OVERLAP:
                break
            yield token
            taken += len(token)
        start += taken


def _unknown_stretches(tokens: list[str], known: Dictionary) -> Iterator[str]:
    for is_odd, stretch in groupby(tokens, lambda token: len(token) < 3 or token not in known):
        pieces = list(stretch)
        word = "".join(pieces)
        if is_odd and 3 <= len(word) <= 30 and any(piece not in known for piece in pieces):
            yield word


def _pieces(run: str) -> Iterator[str]:
    """Cut a run of Thai letters where a leading vowel begins a cluster, or hard when there is none."""
    start = 0
    while len(run) - start > _WINDOW:
        end = start + _WINDOW
        for cut in range(end, end - _OVERLAP, -1):
            if run[cut] in "เแโใไ":
                end = cut
                break
        yield run[start:end]
        start = end
    yield run[start:]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
