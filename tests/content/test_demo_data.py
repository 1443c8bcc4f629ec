"""The demo district hangs together, and every form of it is a Word file that opens."""

import re
from collections import Counter
from io import BytesIO

import pytest
from docx import Document

from portal.content.demo_data import LAWS, NETWORKS, OFFICE, SCHOOLS, forms
from portal.content.demo_files import earlier_form_files, form_document, form_files
from portal.content.demo_form_sections import FormSection
from portal.content.demo_glossary import glossary
from portal.content.models.laws import LegalReference, read_citation


def test_five_networks_have_fifteen_schools():
    assert len(NETWORKS) == 5
    assert Counter(school.network for school in SCHOOLS) == {network.name: 3 for network in NETWORKS}


def test_school_codes_have_ten_digits_and_belong_to_no_province():
    codes = [school.code for school in SCHOOLS]
    assert len(set(codes)) == len(codes) == 15
    assert all(re.fullmatch("99[0-9]{8}", code) for code in codes)
    assert len({school.name for school in SCHOOLS}) == 15


def test_the_office_has_an_address_that_reaches_nobody():
    assert OFFICE.email.endswith("@example.org")


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.key)
def test_a_citation_leads_to_the_record_of_its_law(law):
    read = read_citation(law.citation)
    record = LegalReference(title=law.title, kind=law.kind, year=law.year, status=law.status)
    assert (read.make_key(), read.kind, read.status) == (record.make_key(), record.kind, record.status)


def test_laws_are_kept_once():
    assert len({law.key for law in LAWS}) == len({law.citation for law in LAWS}) == len(LAWS)


def test_form_codes_and_titles_are_not_repeated_and_run_on():
    codes = [form.code for form in forms()]
    assert codes == [f"นท. {number:02}" for number in range(1, len(codes) + 1)]
    assert len({form.title for form in forms()}) == len(codes)


def test_at_least_two_forms_have_two_versions_each_newer_than_the_last():
    assert sum(len(form.versions) == 2 for form in forms()) >= 2
    for form in forms():
        assert [version.number for version in form.versions] == list(range(1, len(form.versions) + 1))
        assert [version.issued for version in form.versions] == sorted(version.issued for version in form.versions)
        assert all(version.change for version in form.versions[1:])


def test_every_form_has_a_word_file_with_its_title_fields_and_a_table():
    files = form_files()
    assert set(files) == {form.code for form in forms()}
    for form in forms():
        document = Document(BytesIO(files[form.code]))
        lines = [paragraph.text for paragraph in document.paragraphs]
        assert form.title in lines
        assert f"แบบ {form.code}" in lines
        assert document.tables, form.code
        assert len(files[form.code]) < 100_000


def test_an_earlier_version_differs_from_the_one_in_use():
    now, earlier = form_files(), earlier_form_files()
    assert set(earlier) == {(form.code, 1) for form in forms() if len(form.versions) == 2}
    for (code, _), content in earlier.items():
        assert len(Document(BytesIO(content)).paragraphs) < len(Document(BytesIO(now[code])).paragraphs)


def test_a_form_is_set_in_a_thai_face_for_thai_letters_too():
    content = form_document("นท. 99", "แบบทดลอง", (FormSection("ข้อมูลทั่วไป", ("โรงเรียน",)),))
    for name in ("Normal", "Heading 1", "Heading 2"):
        fonts = Document(BytesIO(content)).styles[name].element.rPr.rFonts
        assert {key.rpartition("}")[2]: value for key, value in fonts.attrib.items()} == {
            "ascii": "TH Sarabun New",
            "hAnsi": "TH Sarabun New",
            "cs": "TH Sarabun New",
        }


def test_the_glossary_explains_at_least_twenty_five_words_once():
    terms = [entry.term for entry in glossary()]
    assert len(terms) >= 25
    assert len(set(terms)) == len(terms)
    assert all(entry.meaning for entry in glossary())
    assert {"การนิเทศ", "ตัวชี้วัด", "วิธีปฏิบัติที่เป็นเลิศ", "PLC", "Coaching", "การประกันคุณภาพภายใน"} <= set(terms)
