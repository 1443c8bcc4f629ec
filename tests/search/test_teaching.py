"""What editors teach the search: who may, what is refused and why, and that a learnt word is no editor's word."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from search import first_entries, lexicon
from search.models import Abbreviation, DictionaryWord, ExpectedResult, LexiconState, RefusedWord, SynonymGroup

EDITORS, MODERATORS = "ผู้จัดทำเนื้อหา", "ผู้พิจารณา"
REGISTERS = (Abbreviation, SynonymGroup, DictionaryWord)


@pytest.fixture
def sign_in(client, db):
    """`sign_in(group)`: a browser in which somebody of that group, or of none, is signed in."""

    def signed_in(group: str = ""):
        user = get_user_model().objects.create_user("somebody", "somebody@example.org", "a-long-password")
        user.groups.add(Group.objects.get(name=group) if group else Group.objects.create(name="others"))
        client.force_login(user)
        return client

    return signed_in


def address(model, view: str, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def errors(client, model, **values) -> dict[str, list[str]]:
    response = client.post(address(model, "add"), values)
    assert response.status_code == 200, "was accepted"
    return response.context["form"].errors


def listed(client, model, **query) -> list[str]:
    return [str(one) for one in client.get(address(model, "list"), query).context["object_list"]]


@pytest.mark.parametrize("group", [EDITORS, MODERATORS])
@pytest.mark.parametrize("model", REGISTERS)
def test_editors_and_moderators_keep_the_registers_without_anybody_giving_them_a_right(sign_in, group, model):
    browser = sign_in(group)
    if not model.objects.exists():
        DictionaryWord.objects.create(word="อนุบาลนักคิด")
    key = model.objects.first().pk
    screens = [
        address(model, "list"),
        address(model, "add"),
        address(model, "edit", key),
        address(model, "delete", key),
    ]

    assert [browser.get(screen).status_code for screen in screens] == [200] * 4
    assert address(model, "list") in browser.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("group", [EDITORS, MODERATORS])
def test_they_also_see_how_well_the_search_answers_and_say_what_has_to_be_found(sign_in, group):
    browser = sign_in(group)
    screens = [address(ExpectedResult, "list"), address(ExpectedResult, "add"), reverse("search_golden")]
    assert [browser.get(screen).status_code for screen in screens] == [200] * 3


@pytest.mark.parametrize("model", REGISTERS)
def test_others_neither_see_nor_change_them(sign_in, model):
    browser = sign_in()
    assert browser.get(address(model, "list")).status_code in (302, 403)
    assert browser.post(address(model, "add"), {"word": "อนุบาลนักคิด"}).status_code in (302, 403)
    assert not DictionaryWord.objects.exists()


def test_what_comes_with_the_software_would_be_accepted_from_an_editor(db):
    assert len(first_entries.ABBREVIATIONS) >= 40 and len(first_entries.SYNONYMS) >= 20
    for model in (Abbreviation, SynonymGroup):
        for entry in model.objects.all():
            before = dict(entry.__dict__)
            entry.full_clean()
            assert entry.__dict__ == before, f"{entry} would be saved differently"


@pytest.mark.parametrize(
    ("short", "full"),
    [("สพฐ.", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"), ("ศน.", "ศึกษานิเทศก์"), ("PLC", "ชุมชนการเรียนรู้ทางวิชาชีพ")],
)
def test_an_office_begins_with_the_abbreviations_of_its_field(db, short, full):
    assert Abbreviation.objects.get(short=short).full == full
    assert (short, full) in lexicon.current().abbreviations


@pytest.mark.parametrize("spelling", ["สพฐ", "ส.พ.ฐ.", "ส พ ฐ", "plc", "วpa", "ว. PA"])
def test_another_spelling_of_a_registered_short_form_is_refused_and_the_first_is_named(admin_client, spelling):
    found = errors(admin_client, Abbreviation, short=spelling, full="อย่างอื่น")
    assert any(str(one) in found["short"][0] for one in Abbreviation.objects.filter(short__in=["สพฐ.", "PLC", "วPA"]))


def test_an_abbreviation_needs_letters_and_something_it_stands_for(admin_client):
    assert "short" in errors(admin_client, Abbreviation, short="...", full="จุด")
    assert "full" in errors(admin_client, Abbreviation, short="กขค.", full="กขค")
    assert "full" in errors(admin_client, Abbreviation, short="กขค.", full="")


def test_an_abbreviation_may_be_saved_again_as_it_is(admin_client):
    one = Abbreviation.objects.get(short="ศน.")
    response = admin_client.post(address(Abbreviation, "edit", one.pk), {"short": "ศน", "full": one.full})
    assert response.status_code == 302
    assert Abbreviation.objects.get(pk=one.pk).short == "ศน"


@pytest.mark.parametrize(
    "words",
    [
        "แผนการสอน",
        "แผนการสอน\n\n",
        "แผนการสอน\nแผนการ สอน\nอื่น",
        "PLC\nplc",
        "ป.๑\nป.1",
        "...\nแผน",
        "ก" * 201 + "\nแผน",
    ],
)
def test_synonyms_need_two_different_words_each_once(admin_client, words):
    assert "words" in errors(admin_client, SynonymGroup, words=words)


def test_synonyms_are_kept_tidy(admin_client):
    admin_client.post(address(SynonymGroup, "add"), {"words": "  โครงงาน \r\n\r\nการเรียนรู้  แบบโครงงาน\r\n"})
    assert SynonymGroup.objects.get(words__startswith="โครงงาน").members == ("โครงงาน", "การเรียนรู้ แบบโครงงาน")


@pytest.mark.parametrize("word", ["อนุบาล นักคิด", "ห้อง1", "ห้อง๑", "PLC", "นักคิด!", "ก", "่าน", "", "โรงเรียน", "นักคิดฯ"])
def test_a_dictionary_word_is_one_thai_word_that_the_dictionary_lacks(admin_client, word):
    assert "word" in errors(admin_client, DictionaryWord, word=word)


def test_a_word_that_was_learnt_need_not_be_added(admin_client):
    DictionaryWord.objects.learn(["อนุบาลนักคิด"])
    assert len(errors(admin_client, DictionaryWord, word="อนุบาลนักคิด")["word"]) == 1
    assert DictionaryWord.objects.get().is_learnt


def test_learnt_words_are_shown_as_such_and_can_be_filtered(admin_client):
    DictionaryWord.objects.learn(["อนุบาลนักคิด"])
    DictionaryWord.objects.create(word="ครูพันธุ์ใหม่")
    page = admin_client.get(address(DictionaryWord, "list")).content.decode()

    assert str(DictionaryWord(is_learnt=True).origin) in page and str(DictionaryWord(is_learnt=False).origin) in page
    assert listed(admin_client, DictionaryWord, is_learnt="true") == ["อนุบาลนักคิด"]
    assert listed(admin_client, DictionaryWord, is_learnt="false") == ["ครูพันธุ์ใหม่"]


def test_learning_leaves_an_editors_word_alone_and_a_saved_word_becomes_the_offices_own(admin_client):
    DictionaryWord.objects.create(word="ครูพันธุ์ใหม่")
    assert DictionaryWord.objects.learn(["ครูพันธุ์ใหม่", "อนุบาลนักคิด", "อนุบาลนักคิด", ""]) == ["อนุบาลนักคิด"]
    assert not DictionaryWord.objects.get(word="ครูพันธุ์ใหม่").is_learnt

    learnt = DictionaryWord.objects.get(word="อนุบาลนักคิด")
    admin_client.post(address(DictionaryWord, "edit", learnt.pk), {"word": learnt.word})
    learnt.refresh_from_db()
    assert not learnt.is_learnt


@pytest.mark.parametrize("in_bulk", [False, True])
def test_a_learnt_word_that_an_editor_deletes_is_not_learnt_again_until_it_is_added_by_hand(admin_client, in_bulk):
    DictionaryWord.objects.learn(["อนุบาลนักคิด"])
    key = DictionaryWord.objects.get().pk
    many = reverse("wagtail_bulk_action", args=["search", "dictionaryword", "delete"])
    admin_client.post(f"{many}?id={key}" if in_bulk else address(DictionaryWord, "delete", key))
    assert not DictionaryWord.objects.exists()
    assert DictionaryWord.objects.learn(["อนุบาลนักคิด"]) == []

    admin_client.post(address(DictionaryWord, "add"), {"word": "อนุบาลนักคิด"})
    assert DictionaryWord.objects.get().word == "อนุบาลนักคิด"
    assert not RefusedWord.objects.exists()


def test_lists_find_words_inside_words_and_sort_as_a_thai_dictionary(admin_client):
    assert "ศธ. = กระทรวงศึกษาธิการ" in listed(admin_client, Abbreviation, q="กระทรวง")
    assert listed(admin_client, Abbreviation, q="ปพ.๑") == ["ปพ.1 = ระเบียนแสดงผลการเรียน"]
    DictionaryWord.objects.create(word="เกษตรพอใจ")
    DictionaryWord.objects.learn(["ขยันจัง", "กล้าดีจัง"])
    assert listed(admin_client, DictionaryWord) == ["กล้าดีจัง", "เกษตรพอใจ", "ขยันจัง"]


@pytest.mark.parametrize(
    ("model", "text"), [(Abbreviation, "กระทรวงศึกษาธิการ"), (SynonymGroup, "แผนการสอน = แผนการจัดการเรียนรู้")]
)
def test_each_list_can_be_taken_along_as_csv(admin_client, model, text):
    response = admin_client.get(address(model, "list"), {"export": "csv"})
    assert text in b"".join(response.streaming_content).decode()


@pytest.mark.parametrize(
    ("model", "field", "text"),
    [(SynonymGroup, "words", "เบิกค่าเดินทาง"), (DictionaryWord, "word", "อนุบาลนักคิด"), (Abbreviation, "short", "กขค.")],
)
def test_a_form_begins_with_what_a_report_brings(admin_client, model, field, text):
    form = admin_client.get(address(model, "add"), {field: text, "sort_text": "x"}).context["form"]
    assert form[field].value() == text and text in str(form[field])


def test_every_change_is_known_to_the_next_question(admin_client):
    def known() -> int:
        return LexiconState.objects.get().version

    versions = [known()]
    admin_client.post(address(Abbreviation, "add"), {"short": "กขค.", "full": "กองขยายความคิด"})
    versions.append(known())
    assert ("กขค.", "กองขยายความคิด") in lexicon.current().abbreviations
    one = Abbreviation.objects.get(short="กขค.")
    admin_client.post(address(Abbreviation, "edit", one.pk), {"short": "กขค.", "full": "กองขวนขวายความคิด"})
    versions.append(known())
    assert ("กขค.", "กองขวนขวายความคิด") in lexicon.current().abbreviations
    admin_client.post(address(Abbreviation, "delete", one.pk))
    versions.append(known())
    assert "กขค." not in dict(lexicon.current().abbreviations)
    DictionaryWord.objects.learn(["อนุบาลนักคิด"])
    versions.append(known())
    assert "อนุบาลนักคิด" in lexicon.current().vocabulary.words
    DictionaryWord.objects.learn(["อนุบาลนักคิด"])

    assert len(set(versions)) == 5 and known() == versions[-1]
