"""Schools from CSV: every encoding and separator an office has, all or nothing, a report that says what to mend."""

import pytest
from django.core.management import CommandError, call_command

from portal.content.csv_import import MOST_BYTES, UnreadableFile
from portal.content.models import School, SchoolNetwork
from portal.content.school_import import import_schools
from portal.content.school_import.checking import LONGEST
from tests import factories

LIST = """รหัสโรงเรียน,ชื่อโรงเรียน,ศูนย์เครือข่าย,ตำบล
9902010001,โรงเรียนบ้านห้วยครามวิทยา,ห้วยคราม,ห้วยคราม
9902020004,โรงเรียนบ้านโนนฝ้ายงาม,โนนฝ้ายงาม,
"""


@pytest.fixture(autouse=True)
def database(db):
    """Every test saves."""


def stored() -> list[tuple[str, str, str, str]]:
    return list(School.objects.order_by("code").values_list("code", "name", "network__name", "subdistrict"))


WANTED = [
    ("9902010001", "โรงเรียนบ้านห้วยครามวิทยา", "ห้วยคราม", "ห้วยคราม"),
    ("9902020004", "โรงเรียนบ้านโนนฝ้ายงาม", "โนนฝ้ายงาม", ""),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_encoding_and_separator_is_read(encoding, separator, line_end):
    report = import_schools(LIST.replace(",", separator).replace("\n", line_end).encode(encoding))
    assert (report.created, report.updated, report.problems) == (2, 0, ())
    assert report.new_networks == ("ห้วยคราม", "โนนฝ้ายงาม")
    assert stored() == WANTED


def test_english_headings_in_another_order_with_columns_of_no_concern():
    import_schools("no,network,Name,CODE\n1,ห้วยคราม,โรงเรียน ก,9902010001\n".encode())
    assert stored() == [("9902010001", "โรงเรียน ก", "ห้วยคราม", "")]


def test_thai_digits_quotes_blank_lines_and_the_words_for_network_are_understood():
    text = (
        "code,name,network\n\n"
        '๙๙๐๒๐๑๐๐๐๑,"โรงเรียน ""ก"", เดิม",ศูนย์เครือข่ายห้วยคราม\n'
        ",,\n'9902010002,โรงเรียนน้\u0e4dา,ห้วย คราม\n"
    )
    report = import_schools(text.encode())
    assert report.new_networks == ("ห้วยคราม",)
    assert [row[:3] for row in stored()] == [
        ("9902010001", 'โรงเรียน "ก", เดิม', "ห้วยคราม"),
        ("9902010002", "โรงเรียนน้ำ", "ห้วยคราม"),
    ]


def test_a_second_run_updates_and_doubles_nothing():
    import_schools(LIST.encode())
    report = import_schools(LIST.replace("โนนฝ้ายงาม,\n", "โนนฝ้ายงาม,ดอนกี่ทอ\n").encode())
    assert (report.created, report.updated, report.unchanged, report.new_networks) == (0, 1, 1, ())
    assert School.objects.get(code="9902020004").subdistrict == "ดอนกี่ทอ"
    assert SchoolNetwork.objects.count() == 2


def test_a_dry_run_saves_nothing_and_says_what_would_be():
    report = import_schools(LIST.encode(), is_dry_run=True)
    assert (report.created, report.new_networks) == (2, ("ห้วยคราม", "โนนฝ้ายงาม"))
    assert not School.objects.exists()
    assert not SchoolNetwork.objects.exists()


def test_schools_that_are_not_in_the_file_stay():
    factories.make_school("9902990009", "โรงเรียนเดิม")
    import_schools(LIST.encode())
    assert School.objects.count() == 3


BAD = """code,name,network,subdistrict
9902010001,โรงเรียน ก,ห้วยคราม,
990201,โรงเรียน ข,ห้วยคราม,
9.90201E+09,โรงเรียน ค,ห้วยคราม,
9902010001,โรงเรียน ง,ห้วยคราม,
9902010005,,,
,โรงเรียน จ,ห้วยคราม
9902010007,โรงเรียน ฉ,ห้วยคราม,{long}
"""


def test_each_bad_cell_is_reported_with_its_row_and_nothing_is_saved(settings):
    settings.LANGUAGE_CODE = "en"
    from django.utils import translation

    with translation.override("en"):
        report = import_schools(BAD.format(long="ก" * 101).encode())
    assert [(problem.row, problem.column) for problem in report.problems] == [
        (3, "school code"),
        (4, "school code"),
        (5, "school code"),
        (6, "name"),
        (6, "school network"),
        (7, "school code"),
        (8, "subdistrict"),
    ]
    assert report.problems[0].value == "990201"
    assert "Text" in report.problems[1].message
    assert "row 2" in report.problems[2].message
    assert not School.objects.exists()
    assert not SchoolNetwork.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t",
        b"\xef\xbb\xbf",
        b"PK\x03\x04 a spreadsheet",
        b"\xd0\xcf\x11\xe0 an old one",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"code,name,network\n",
        "รหัส;ชื่อ\n1;2\n".encode(),
        b",,,\n,,\n",
        b'code,name,network\n9902010001,"open,x\n',
        b"code,name,network\n" + b"x" * 200_000 + b",y,z\n",
        b"code,name,network\n" + b"x" * MOST_BYTES,
        b"code,name,network\n" + b"9902010001,a,b\n" * 5001,
    ],
    ids=lambda content: str(content[:12]),
)
def test_what_is_no_list_is_refused_with_a_reason(content):
    with pytest.raises(UnreadableFile) as refused:
        import_schools(content)
    assert str(refused.value)


def test_a_cell_with_markup_or_a_formula_is_only_text():
    import_schools("code,name,network\n9902010001,<b>=1+1</b>,ห้วยคราม\n".encode())
    assert School.objects.get().name == "<b>=1+1</b>"


def test_the_command_imports_and_reports(tmp_path, capsys):
    file = tmp_path / "schools.csv"
    file.write_bytes(LIST.encode("cp874"))
    call_command("import_schools", str(file), "--dry-run")
    assert not School.objects.exists()
    call_command("import_schools", str(file))
    assert stored() == WANTED
    assert "ห้วยคราม" in capsys.readouterr().out


def test_the_command_fails_loudly(tmp_path, capsys):
    with pytest.raises(CommandError, match="nowhere"):
        call_command("import_schools", str(tmp_path / "nowhere.csv"))
    file = tmp_path / "bad.csv"
    file.write_text("code,name,network\n1,ก,ข\n", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_schools", str(file))
    assert "“1”" in capsys.readouterr().err


def test_the_longest_values_are_those_of_the_tables():
    fields = {
        "name": School._meta.get_field("name"),
        "network": SchoolNetwork._meta.get_field("name"),
        "subdistrict": School._meta.get_field("subdistrict"),
    }
    assert {column: field.max_length for column, field in fields.items()} == LONGEST
