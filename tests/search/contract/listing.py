"""The order of what is found, its pages, its number."""

import datetime

from search.tree import Either, Every, Question

from .making import ask, bare, fill, found, page, word

DAY = datetime.date


class ListsPages:
    """Order, paging, totals."""

    def test_equal_scores_are_ordered_by_page_the_newest_first(self, engine):
        fill(engine, *(page(number, body="ครู") for number in (3, 11, 2, 40, 5)))
        assert found(engine, word("ครู")) == [40, 11, 5, 3, 2]

    def test_by_date_the_newest_comes_first_and_pages_without_a_date_last(self, engine):
        dates = {1: DAY(2024, 5, 1), 2: None, 3: DAY(2026, 1, 31), 4: DAY(2024, 5, 1), 5: DAY(1955, 1, 1), 6: None}
        fill(engine, *(page(number, body="ครู", date=date) for number, date in dates.items()))
        assert found(engine, word("ครู"), sort="date") == [3, 4, 1, 5, 6, 2]

    def test_without_a_question_every_page_is_listed_by_date(self, engine):
        fill(engine, page(1, date=DAY(2026, 1, 1)), page(2, date=DAY(2025, 1, 1)), page(3))
        answer = ask(engine, sort="relevance")
        assert [match.page for match in answer.matches] == [1, 2, 3]
        assert answer.total == 3

    def test_pages_of_results_follow_one_another_without_gap_or_double(self, engine):
        fill(engine, *(page(number, body="ครู " * (number % 5 + 1)) for number in range(1, 38)))
        listed = [number for start in range(0, 40, 7) for number in found(engine, word("ครู"), start=start, size=7)]
        assert listed == found(engine, word("ครู"))
        assert sorted(listed) == list(range(1, 38))

    def test_past_the_end_there_is_nothing_and_the_total_stays(self, engine):
        fill(engine, page(1, body="ครู", area=("math",)), page(2, body="ครู"))
        for start in (2, 9_990, 10_000, 5_000_000):
            answer = ask(engine, word("ครู"), start=start, size=20, counted=("area",))
            assert (answer.total, answer.matches, answer.counts) == (2, (), {"area": {"math": 1}})

    def test_no_page_asked_for_gives_total_and_counts_alone(self, engine):
        fill(engine, page(1, body="ครู"))
        assert ask(engine, word("ครู"), size=0, counted=("kind",)).counts == {"kind": {"manual": 1}}
        assert ask(engine, word("ครู"), size=0).total == 1
        assert ask(engine, word("ครู"), size=0).matches == ()

    def test_more_than_ten_thousand_are_counted_exactly_and_their_keys_all_given(self, engine):
        fill(engine, *map(bare, range(1, 10_051)))
        tree = word("มาก", "title")
        answer = ask(engine, tree, start=9_990, size=20, counted=("kind",))
        assert (answer.total, answer.counts) == (10_050, {"kind": {"manual": 10_050}})
        assert [match.page for match in answer.matches][:10] == list(range(60, 50, -1))
        assert sorted(engine.matching(tree)) == list(range(1, 10_051))

    def test_the_keys_of_what_matches(self, engine):
        fill(engine, page(1, body="ครู"), page(2, body="เด็ก"), page(3, body="เรียน"), page(2**40, body="ครู"))
        assert sorted(engine.matching(Either((word("ครู"), word("เด็ก"))))) == [1, 2, 2**40]
        assert list(engine.matching(word("ไดโนเสาร์"))) == []

    def test_the_keys_of_what_matches_within_the_chosen_filters(self, engine):
        fill(engine, page(1, body="ครู", area=("math",)), page(2, body="ครู", area=("art",)), page(3, area=("math",)))
        assert list(engine.matching(word("ครู"), {"area": ("math",)})) == [1]
        assert sorted(engine.matching(Every(), {"area": ("math", "art"), "kind": ("manual",)})) == [1, 2, 3]

    def test_texts_are_brought_only_when_asked_for(self, engine):
        fill(engine, page(1, title="คู่มือครู", body="ครู"))
        assert [match.text for match in ask(engine, word("ครู")).matches] == [None]
        (match,) = engine.search(Question(word("ครู"), wants_text=True)).matches
        assert match.text == page(1, title="คู่มือครู", body="ครู").text
