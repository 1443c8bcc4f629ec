"""Words, phrases, and how parts of a question work together."""

import pytest

from search.analysis import pair
from search.tree import Best, Either, Every, Phrase, Term

from .making import ask, fill, found, inside, page, score, word, words


class FindsWords:
    """One token, or several in a row."""

    def test_a_word_is_found_in_the_field_that_is_asked(self, engine):
        fill(engine, page(1, title="งบประมาณ"), page(2, body="งบประมาณ"))
        assert found(engine, word("งบประมาณ", "title")) == [1]
        assert found(engine, word("งบประมาณ", "body")) == [2]

    def test_a_word_is_no_part_of_a_longer_one(self, engine):
        fill(engine, page(1, body="นักเรียน"), page(2, body="เรียน"))
        assert found(engine, word("เรียน")) == [2]

    def test_words_that_nobody_wrote_find_nothing(self, engine):
        fill(engine, page(1, body="งบประมาณ"))
        assert ask(engine, Term("body", "ไดโนเสาร์")).total == 0

    def test_labels_and_attachments_have_fields_of_their_own(self, engine):
        fill(engine, page(1, labels=["คณิตศาสตร์"], files=[(7, "แบบบันทึก", "รายชื่อกรรมการ")]))
        assert found(engine, word("คณิตศาสตร์", "labels")) == [1]
        assert found(engine, word("กรรมการ", "files")) == [1]
        assert found(engine, word("กรรมการ", "body")) == []

    def test_tone_marks_are_never_folded(self, engine):
        asked = ["ข้าว", "ข่าว", "ขาว"]
        fill(engine, *(page(number, body=text) for number, text in enumerate(asked, 1)))
        for number, text in enumerate(asked, 1):
            assert found(engine, word(text)) == found(engine, inside(text)) == [number]

    def test_thai_and_arabic_digits_are_one(self, engine):
        fill(engine, page(1, body="ปีการศึกษา ๒๕๖๘"), page(2, body="ปีการศึกษา 2567"))
        assert found(engine, word("2568")) == [1]
        assert found(engine, word("๒๕๖๗")) == [2]

    def test_latin_letters_are_found_in_any_case(self, engine):
        fill(engine, page(1, body="ผลสอบ PISA ครั้งล่าสุด"))
        assert found(engine, word("Pisa")) == [1]

    def test_codes_are_found_part_by_part_in_a_row(self, engine):
        fill(engine, page(1, body="ตัวชี้วัด ค 1.1 ป.1/1"), page(2, body="ตัวชี้วัด ค 1.1 ป.2/1"))
        assert found(engine, words("ค ๑.๑ ป.๑/๑")) == [1]

    def test_signs_of_a_query_language_are_nothing_special(self, engine):
        fill(engine, page(1, body="งบประมาณ"))
        for token in ("*", "งบ*", "body:งบประมาณ", '"', "\\", "งบประมาณ~", "[a TO z]", "/./", "\0", "\x1f", " "):
            assert found(engine, Term("body", token)) == []


class FindsPhrases:
    """Tokens one directly after the other."""

    def test_words_in_a_row_are_found_in_this_order_only(self, engine):
        fill(engine, page(1, body="ครู สอน นักเรียน"), page(2, body="นักเรียน สอน ครู"), page(3, body="ครู ไม่ สอน"))
        assert found(engine, words("ครู สอน")) == [1]

    def test_blanks_between_words_do_not_matter(self, engine):
        fill(engine, page(1, body="คณะ   กรรมการ"), page(2, body="คณะ\n\nกรรมการ"))
        assert found(engine, Phrase("body", ("คณะ", "กรรมการ"))) == [2, 1]

    def test_no_phrase_reaches_from_one_label_into_the_next(self, engine):
        fill(engine, page(1, labels=["ครู", "โรงเรียน"]), page(2, labels=["ครู โรงเรียน"]))
        assert found(engine, words("ครู โรงเรียน", "labels")) == [2]

    def test_no_phrase_reaches_from_one_attachment_into_the_next(self, engine):
        fill(engine, page(1, files=[(1, "แบบ", "ครู"), (2, "โรงเรียน", "แบบ")]))
        assert found(engine, words("ครู โรงเรียน", "files")) == []

    def test_a_phrase_of_one_word_is_that_word(self, engine):
        fill(engine, page(1, body="งบประมาณ"))
        phrase = Phrase("body", ("งบประมาณ",), 2.0)
        assert score(engine, phrase, 1) == pytest.approx(score(engine, word("งบประมาณ", weight=2.0), 1))

    def test_the_same_word_twice_in_a_row(self, engine):
        fill(engine, page(1, body="มาก มาก"), page(2, body="มาก น้อย มาก"))
        assert found(engine, Phrase("body", ("มาก", "มาก"))) == [1]

    def test_clusters_find_what_words_were_cut_differently_for(self, engine):
        fill(engine, page(1, body="แผนการจัดการเรียนรู้"), page(2, body="แผนการจัดเรียน"))
        assert found(engine, Term("body", "จัดการ")) == []
        assert found(engine, inside("จัดการเรียน")) == [1]

    def test_clusters_of_all_text_stand_in_one_field(self, engine):
        fill(engine, page(1, title="การนิเทศ"), page(2, body="การนิเทศ", labels=["ภายใน"], files=[(1, "แบบ", "ติดตาม")]))
        assert sorted(found(engine, inside("นิเทศ"))) == [1, 2]
        assert found(engine, inside("ภายใน")) == found(engine, inside("ติดตาม")) == [2]

    def test_two_words_side_by_side_are_one_token_of_their_own(self, engine):
        fill(engine, page(1, body="คณะ กรรมการ"), page(2, body="กรรมการ คณะ"), page(3, title="คณะ กรรมการ"))
        assert sorted(found(engine, Term("pairs", pair("คณะ", "กรรมการ")))) == [1, 3]


class JoinsParts:
    """Either, best and every; weights."""

    def test_every_needed_part_has_to_be_there(self, engine):
        fill(engine, page(1, body="ครู นักเรียน"), page(2, body="ครู"), page(3, body="นักเรียน"))
        assert found(engine, Every((word("ครู"), word("นักเรียน")))) == [1]

    def test_either_part_is_enough_and_more_count_more(self, engine):
        fill(engine, page(1, body="ครู สอน"), page(2, body="นักเรียน เรียน"), page(3, body="ครู นักเรียน"))
        assert found(engine, Either((word("ครู"), word("นักเรียน")))) == [3, 2, 1]

    def test_at_least_two_of_three(self, engine):
        fill(engine, page(1, body="ครู"), page(2, body="ครู สอน"), page(3, body="ครู สอน เด็ก"))
        parts = (word("ครู"), word("สอน"), word("เด็ก"))
        assert found(engine, Either(parts, least=2)) == [3, 2]
        assert found(engine, Either(parts, least=3)) == [3]

    def test_scores_of_either_add_up_and_of_best_only_the_best_counts(self, engine):
        fill(engine, page(1, title="ครู", body="ครู"), page(2, body="ครู สอน"))
        title, body = word("ครู", "title", 3.0), word("ครู", "body")
        one, other = score(engine, title, 1), score(engine, body, 1)
        assert score(engine, Either((title, body)), 1) == pytest.approx(one + other)
        assert score(engine, Best((title, body)), 1) == pytest.approx(max(one, other))
        assert score(engine, Every((title, body)), 1) == pytest.approx(one + other)

    def test_what_is_excluded_never_appears(self, engine):
        fill(engine, page(1, body="ครู"), page(2, body="ครู นักเรียน"))
        assert found(engine, Every((word("ครู"),), excluded=(word("นักเรียน"),))) == [1]

    def test_only_excluding_leaves_all_others(self, engine):
        fill(engine, page(1, body="ครู"), page(2, body="นักเรียน"), page(3))
        assert found(engine, Every(excluded=(word("ครู"),))) == [3, 2]

    def test_what_lifts_is_not_needed(self, engine):
        fill(engine, page(1, body="ครู สอน"), page(2, body="ครู มา"), page(3, body="นักเรียน"))
        lifted = Every((word("ครู"),), lifting=(word("สอน"),))
        assert found(engine, lifted) == [1, 2]
        assert score(engine, lifted, 1) > score(engine, word("ครู"), 1)
        assert score(engine, lifted, 2) == pytest.approx(score(engine, word("ครู"), 2))

    def test_lifting_alone_finds_every_page(self, engine):
        fill(engine, page(1, body="ครู"), page(2, body="นักเรียน"))
        assert found(engine, Every(lifting=(word("ครู"),))) == [1, 2]

    def test_what_is_unscored_has_to_match_and_adds_nothing(self, engine):
        fill(engine, page(1, body="ครู สอน"), page(2, body="ครู มา"))
        tree = Every((word("ครู"),), unscored=(word("สอน"),))
        assert found(engine, tree) == [1]
        assert score(engine, tree, 1) == pytest.approx(score(engine, word("ครู"), 1))

    def test_parts_of_parts(self, engine):
        fill(engine, page(1, body="ครู สอน"), page(2, body="นักเรียน อ่าน"), page(3, body="ครู อ่าน ห้าม"))
        people, deeds = Either((word("ครู"), word("นักเรียน"))), Best((word("สอน"), word("อ่าน")))
        tree = Every((people, deeds), excluded=(Either((word("ห้าม"), words("ไม่ ได้"))),))
        assert sorted(found(engine, tree)) == [1, 2]

    def test_nothing_to_choose_from_finds_nothing(self, engine):
        fill(engine, page(1, body="ครู"))
        for empty in (Best(()), Either(())):
            assert ask(engine, empty).total == 0
            assert found(engine, Either((word("ครู"), empty))) == [1]

    def test_weights_decide_the_order(self, engine):
        fill(engine, page(1, title="ครู", body="สอน"), page(2, title="สอน", body="ครู"))
        assert found(engine, Best((word("ครู", "title", 5.0), word("ครู", "body", 1.0)))) == [1, 2]
        assert found(engine, Best((word("ครู", "title", 1.0), word("ครู", "body", 5.0)))) == [2, 1]
        assert score(engine, word("ครู", weight=3.0), 2) == pytest.approx(3 * score(engine, word("ครู"), 2))
        phrase = words("ครู", weight=0.5)
        assert score(engine, phrase, 2) == pytest.approx(score(engine, word("ครู"), 2) / 2)

    def test_rare_words_and_short_texts_count_more(self, engine):
        fill(
            engine,
            page(1, body="ครู สอน"),
            page(2, body="ครู สอบ"),
            page(3, body="ครู"),
            page(4, body="ครู " * 9 + "พัก " * 90),
        )
        assert found(engine, Either((word("ครู"), word("สอบ"))))[0] == 2
        assert found(engine, word("ครู"))[0] == 3
