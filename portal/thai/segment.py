"""Where Thai text, which has no spaces between words, may be cut: words, character clusters, and what stays whole."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pythainlp.util import Trie

# Thai letters and signs; Thai digits, baht, ๏ ๚ ๛ stand apart.
_RUNS: Final = re.compile(
    r"(?P<thai>[\u0e01-\u0e3a\u0e40-\u0e4e]+)|[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|[^\W\d_\u0e00-\u0e7f]+|\s+|.", re.DOTALL
)
# The segmenter's cost may grow faster than the text: it never sees more than this many characters at once, and what it
# says about the last few of them is asked again together with what follows.
_WINDOW: Final = 400
_OVERLAP: Final = 60

# Compounds that browsers' dictionaries break in the middle at the end of a line.
_COMPOUNDS: Final = (
    "เผยแพร่",
    "สถานศึกษา",
    "สถานการณ์",
    "ศึกษานิเทศก์",
    "คู่มือปฏิบัติงาน",
    "กระบวนงาน",
    "กลุ่มสาระ",
    "เครือข่าย",
    "แบบฟอร์ม",
    "บทคัดย่อ",
    "ผู้อำนวยการ",
    "ผู้เรียน",
    "ผู้สอน",
    "ผู้บริหาร",
    "ผู้รับผิดชอบ",
    "ผู้เกี่ยวข้อง",
    "ครูผู้สอน",
    "นวัตกรรม",
    "ปฐมวัย",
    "ประถมศึกษา",
    "มัธยมศึกษา",
    "ปีการศึกษา",
    "ปีงบประมาณ",
    "หลักสูตร",
    "ตัวชี้วัด",
    "วัตถุประสงค์",
    "คำจำกัดความ",
    "กฎกระทรวง",
    "พระราชบัญญัติ",
    "พระราชกฤษฎีกา",
    "หนังสือเวียน",
    "ราชการ",
    "งบประมาณ",
    "ต้นสังกัด",
    "คณะกรรมการ",
    "คณะทำงาน",
    "ผลสัมฤทธิ์",
    "แผนปฏิบัติการ",
    "มาตรฐาน",
    "ภาคเรียน",
    "รายงานผล",
    "วิธีปฏิบัติ",
    "ข้อเสนอแนะ",
    "ห้องเรียน",
    "โรงเรียน",
)
_NUMBER: Final = "[0-9๐-๙]{1,12}(?:[.,][0-9๐-๙]{1,12}){0,4}"
_UNITS: Final = (
    "วันทำการ|วัน|นาที|ชั่วโมง|สัปดาห์|เดือน|ภาคเรียน|ปีการศึกษา|ปี|ครั้ง|คน|รูป|แห่ง|โรงเรียน|ห้องเรียน|ห้อง|เครือข่าย|"
    "เรื่อง|ข้อ|ขั้นตอน|ขั้น|หน้า|ฉบับ|ชุด|เล่ม|แผ่น|บาท|คะแนน|ตัวชี้วัด|มาตรฐาน|ด้าน|กลุ่ม|งาน|รายการ|ระดับ|"
    "กิโลเมตร|เมตร|กิโลไบต์|เมกะไบต์|ร้อยละ|น\\.|%"
)
_LABELS: Final = (
    "เขต|มาตรา|ข้อที่|ข้อ|บทที่|บท|ฉบับที่|ครั้งที่|หน้า|ตอนที่|ส่วนที่|ขั้นตอนที่|ขั้นที่|ภาคเรียนที่|เล่มที่|เล่ม|ลำดับที่|กลุ่มที่|ระดับ|ร้อยละ|"
    "มาตรฐานที่|ตัวชี้วัดที่|แบบฟอร์มที่|ปีการศึกษา|พ\\.ศ\\.|ค\\.ศ\\.|ว"
)
_MONTH: Final = r"(?:[ก-ฮ][ก-๎]{1,9}(?:คม|ยน)|กุมภาพันธ์|[มกพสตธเ][ก-๎]{0,2}\.[ก-ฮ]\.)"
_WHOLE: Final = re.compile(
    rf"(?<![ก-๎.])[ปม]\. ?{_NUMBER}(?: ?[-–—] ?(?:[ปม]\. ?)?{_NUMBER})?"
    rf"|{_NUMBER} {_MONTH}(?: (?:พ\.ศ\. )?[0-9๐-๙]{{2,4}})?"
    rf"|(?:{_LABELS}) ?{_NUMBER}(?:/{_NUMBER})?"
    rf"|{_NUMBER} ?(?:{_UNITS})"
    rf"|(?:สพป|สพม|สพฐ|ผอ|รอง ผอ|รร|ศน|อบต|อบจ|ศธ)\. ?(?P<name>[ก-๎]{{0,40}})"
    rf"|{'|'.join(sorted(_COMPOUNDS, key=len, reverse=True))}"
)


def words(text: str, extra: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of `text`; joined they are `text` again.

    `extra` adds Thai words (no spaces or digits inside) to the dictionary. Spaces, punctuation, numbers and runs of
    Latin letters are tokens of their own.
    """
    trie = _trie(extra)
    tokens: list[str] = []
    for run in _RUNS.finditer(text):
        if run["thai"]:
            tokens.extend(_thai_words(run[0], trie))
        else:
            tokens.append(run[0])
    return tokens


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
    return _COMPOUNDS


def no_break_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of what must not be broken across lines, in order and apart from each other.

    These are the compounds, school classes (ป.1–ป.3), years (พ.ศ. 2569), a label or unit with its number (เขต 2,
    15 วัน), day with month and year, and an abbreviated office with the first word of its name (สพป.สกลนคร).
    """
    spans: list[tuple[int, int]] = []
    position = 0
    while match := _WHOLE.search(text, position):
        position = match.end()
        if match["name"]:
            position = match.start("name") + len(words(match["name"])[0])
        spans.append((match.start(), position))
    return spans


def dictionary_words_at(text: str, start: int) -> list[str]:
    """Return the words of the dictionary that `text` holds from `start` on, the shortest first."""
    return _trie(frozenset()).prefixes(text, start)


def _thai_words(run: str, trie: "Trie") -> Iterator[str]:
    from pythainlp.tokenize.newmm import segment

    start = 0
    while start < len(run):
        window = run[start : start + _WINDOW]
        is_last = start + _WINDOW >= len(run)
        taken = 0
        for token in segment(window, custom_dict=trie):
            if not is_last and taken and taken + len(token) > _WINDOW - _OVERLAP:
                break
            yield token
            taken += len(token)
        start += taken


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


@cache
def _dictionary() -> frozenset[str]:
    from pythainlp.corpus import thai_words

    return thai_words()


@lru_cache(maxsize=4)
def _trie(extra: frozenset[str]) -> "Trie":
    from pythainlp.tokenize import word_dict_trie
    from pythainlp.util import Trie

    return Trie(_dictionary() | extra) if extra else word_dict_trie()
