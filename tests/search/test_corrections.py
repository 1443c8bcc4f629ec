"""Questions that find nothing: what was meant is found, and what was right is left alone."""

import time

import pytest

from portal.thai.spelling import is_right, skeleton, slip
from search import word_memory
from search.analysis import BARRIER, JOINT, Analyser
from search.backends.embedded import EmbeddedBackend
from search.corrections import MOST_CORRECTIONS, corrections
from search.documents import SearchDocument
from search.known_words import KnownWords
from search.lexicon import lexicon_of
from search.models import IndexedWord

TEXTS = [
    "การนิเทศการสอนคณิตศาสตร์ ชั้นประถมศึกษา",
    "นวัตกรรมวิทยาศาสตร์ STEM กับ active learning",
    "สัมมนาครูผู้สอน บูรณาการ หลักสูตรสถานศึกษา",
    "คู่มือศึกษานิเทศก์ การประเมินผล กฎหมาย ใบอนุญาต",
    "ปลูกข้าว ข่าว โรงเรียนอนุบาล บ้านหนองแค บ้านหนองบัว",
    "คอมพิวเตอร์ เทคโนโลยีสารสนเทศ ตัวชี้วัด งบประมาณ เครือข่าย",
    "แผนการจัดการเรียนรู้ ปฐมวัย วิจัยในชั้นเรียน ผลสัมฤทธิ์ สังเกต ขออนุญาต",
    "โครงงาน กระบวนการ พัฒนา ประกันคุณภาพ ปฏิบัติงาน เกล็ด ธนพล ชุมชนการเรียนรู้ทางวิชาชีพ",
    "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน สพฐ. โฟกัส",
    "สองโลกัสในสวน",
]
LEXICON = lexicon_of(
    [
        ("สพฐ.", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ("ศน.", "ศึกษานิเทศก์"),
        ("PLC", "ชุมชนการเรียนรู้ทางวิชาชีพ"),
    ],
    [("แผนการสอน", "แผนการจัดการเรียนรู้")],
    {"หนองแค", "ตัวชี้วัด"},
)


@pytest.fixture(scope="module")
def backend(tmp_path_factory):
    """An index of a few pages."""
    engine = EmbeddedBackend(tmp_path_factory.mktemp("index"))
    with engine.rebuild() as build:
        build.add(analysed())
        build.publish()
    return engine


@pytest.fixture
def ask(db, backend):
    """`ask(question)`: the corrections as (kind, text)."""
    words = {
        word
        for page in analysed()
        for field in ("title", "body")
        for word in page.tokens[field].split(JOINT)
        if word and word != BARRIER
    }
    IndexedWord.objects.bulk_create(IndexedWord(word=word, bare=bare(word)) for word in sorted(words))
    return lambda text: [(one.kind, one.text) for one in corrections(text, LEXICON, backend)]


def analysed():
    return [
        Analyser(LEXICON.vocabulary).analyse(SearchDocument(at, "page", text[:30], text))
        for at, text in enumerate(TEXTS)
    ]


def bare(word: str) -> str:
    return word.translate(dict.fromkeys(map(ord, "่้๊๋")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dkiobgmL", "การนิเทศ"),
        ("DKIOBGMl", "การนิเทศ"),  # with the Caps Lock on
        ('"dkiobgmL"', '"การนิเทศ"'),
        ("dkiobgmL คณิตศาสตร์", "การนิเทศ คณิตศาสตร์"),
        ("86jn,nv", None),  # no such words
        ("8^j,nv", "คู่มือ"),  # a shifted key of the digits' row
        ("s]ydl^9i", "หลักสูตร"),
        ("หะำท", "stem"),
        ("ฆธฎ?", "stem"),  # shifted
        ("หะำท คณิตศาสตร์", "stem คณิตศาสตร์"),
        ("ฟแะรอำ สำฟพืรืเ", "active learning"),
        ("ยสแ", "plc"),
    ],
)
def test_the_wrong_keyboard_is_understood_both_ways(ask, typed, meant):
    assert ask(typed)[:1] == ([("keyboard", meant)] if meant else [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("คณิตศาสร์", "คณิตศาสตร์"),
        ("คณิตศาตร์", "คณิตศาสตร์"),
        ("คนิตศาสตร์", "คณิตศาสตร์"),
        ("วิทยาสาสตร์", "วิทยาศาสตร์"),
        ("วืทยาศาสตร์", "วิทยาศาสตร์"),
        ("การนิเทส", "การนิเทศ"),
        ("กาารนิเทศ", "การนิเทศ"),
        ("นวัตกรม", "นวัตกรรม"),
        ("นวัดกรรม", "นวัตกรรม"),
        ("ศึกษานิเทศ", "ศึกษานิเทศก์"),
        ("สัมนา", "สัมมนา"),
        ("สำมนา", "สัมมนา"),
        ("บรูณาการ", "บูรณาการ"),
        ("หลักศูตร", "หลักสูตร"),
        ("หลักสุตร", "หลักสูตร"),
        ("คู่มื่อ", "คู่มือ"),
        ("คุ่มือ", "คู่มือ"),
        ("ประเมิณผล", "ประเมินผล"),
        ("กฏหมาย", "กฎหมาย"),
        ("ปฎิบัติงาน", "ปฏิบัติงาน"),
        ("โครงงาณ", "โครงงาน"),
        ("กระบวณการ", "กระบวนการ"),
        ("ผลสัมฤทธ์", "ผลสัมฤทธิ์"),
        ("ผลสำฤทธิ์", "ผลสัมฤทธิ์"),
        ("เครื่อข่าย", "เครือข่าย"),
        ("ไบอนุญาต", "ใบอนุญาต"),
        ("สังเกตุ", "สังเกต"),
        ("ตัวชีวัด", "ตัวชี้วัด"),
        ("งบประมาน", "งบประมาณ"),
        ("พัฒณา", "พัฒนา"),
        ("อนุบาน", "อนุบาล"),
        ("คอมพิวเตอ", "คอมพิวเตอร์"),
        ("เทกโนโลยีสานสนเทศ", "เทคโนโลยีสารสนเทศ"),
        ("ประกันคุนภาพ", "ประกันคุณภาพ"),
        ("แผนการจัดการเรียนรุ้", "แผนการจัดการเรียนรู้"),
        ("วิจัยในชันเรียน", "วิจัยในชั้นเรียน"),
        ("แผนการสอร", "แผนการสอน"),  # a synonym, which no page holds
        ("lerning", "learning"),
        ("Lerning", "learning"),
        ("สพถ", "สพฐ"),
    ],
)
def test_a_misspelt_word_is_put_right(ask, typed, meant):
    assert ask(typed)[0] == ("spelling", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("การนิเทส คณิตศาสร์", "การนิเทศ คณิตศาสตร์"),
        ("คณิตศาสร์ 2568", "คณิตศาสตร์ 2568"),
        ('"คณิตศาสร์" -มัธยม', '"คณิตศาสตร์" -มัธยม'),
        ("คณิตศาสร์ OR สัมนา", "คณิตศาสตร์ OR สัมมนา"),
        ("การนิเทส -คณิตศาสร์", "การนิเทศ -คณิตศาสร์"),
        ("active lerning", "active learning"),
        ("สพฐ. หลักศูตร", "สพฐ. หลักสูตร"),
    ],
)
def test_the_rest_of_the_question_stays_as_it_was_typed(ask, typed, meant):
    assert ask(typed)[0] == ("spelling", meant)


@pytest.mark.parametrize(
    "typed",
    [
        "การนิเทศ",
        "โลกัส",  # no dictionary has it, a page does
        "คณิตศาสตร์",
        "แมวน้ำ",  # right words, though no page holds them
        "ปลาหมึก",
        "ไดโนเสาร์",
        "พลังงานนิวเคลียร์",
        "เกร็ด",  # เกล็ด is another word
        "ณัฐพล",  # names
        "ธนพร",  # not ธนพล, whom a page names
        "ธีรศรุต",
        "วิโรจน์รัตน",
        "บ้านหนองแก",  # not บ้านหนองแค: another village
        "ค 1.1 ป.1/1",
        "ว21101",
        "1047540001",
        "ศธ 04010/ว123",
        "O-NET",
        "STAM",  # not STEM: acronyms are names
        "robot",
        "somchai@example.org",
        "-คณิตศาสร์",
        "😀",
        "",
        "กบ",
    ],
)
def test_what_is_right_or_a_code_or_a_name_is_left_alone(ask, typed):
    assert ask(typed) == []


def test_other_tone_marks_are_the_last_resort_and_said_to_be_that(ask):
    assert ask("ขาว") == [("tones", "ข่าว"), ("tones", "ข้าว")]
    assert ("tones", "ปลูกข้าว") in ask("ปลูกขาว")


def test_nothing_is_offered_that_finds_nothing(ask, backend):
    IndexedWord.objects.create(word="ประชาพิจารณ์", bare="ประชาพิจารณ")  # held once, gone from the index since
    assert ask("ประชาพิจารน์") == []


def test_a_word_indexed_since_is_known_at_once(ask, backend):
    assert ask("ฟุตซอร์") == []
    page = Analyser(LEXICON.vocabulary).analyse(SearchDocument(99, "page", "ฟุตซอล", ""))
    backend.index([page])
    IndexedWord.objects.create(word="ฟุตซอล", bare="ฟุตซอล")
    assert ask("ฟุตซอร์") == [("spelling", "ฟุตซอล")]
    backend.remove([99])


def test_words_that_left_the_table_are_forgotten(ask, monkeypatch):
    assert ask("lerning")
    IndexedWord.objects.filter(word="learning").delete()
    monkeypatch.setattr(word_memory, "FRESH", -1)
    assert ask("lerning") == []


@pytest.mark.parametrize(
    "typed",
    ["กากา" * 1000, "ั้" * 2000, "x" * 4000, '"' * 4000, "-" * 4000, "\x00", "ก ข " * 1000, "dk[" * 1300, "ฺ๎์" * 1300],
)
def test_hostile_questions_cost_little(ask, typed):
    ask("x")
    begun = time.process_time()
    assert len(ask(typed)) <= MOST_CORRECTIONS
    assert time.process_time() - begun < 0.2


def test_fifty_thousand_words_are_searched_in_milliseconds():
    from pythainlp.corpus import thai_words

    known = KnownWords(sorted(thai_words())[:50_000])
    begun = time.process_time()
    for typed in ("คณิตศาสร์", "การประเมิณ", "กฏหมาย", "กระบวณการ", "บรูณาการ"):
        known.meant_by(typed)
        known.meant_far(typed)
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("คณิตสาสตร์", "คณิตศาสตร์", "คณิตกรศาสตร์"),
        ("พันธ์", "พันธุ์", "พันปี"),
        ("ข้าว", "ขาว", "ยาว"),
        ("อนุญาติ", "อนุญาต", "อนุญา"),
    ],
)
def test_what_sounds_alike_is_nearer(typed, meant, other):
    assert 0 < slip(typed, meant) < slip(typed, other)


def test_spellings_of_one_sound_have_one_skeleton():
    assert skeleton("สัมนา") == skeleton("สัมมนา") == skeleton("สำมนา")
    assert skeleton("ใบ") == skeleton("ไบ") != skeleton("บ")


def test_tone_marks_make_other_words():
    assert is_right("ข้าว") and is_right("ข่าว") and not is_right("ข๋าว")
