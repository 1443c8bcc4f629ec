"""Facets: choosing and counting."""

import datetime

from .making import ask, fill, found, page, score, word

SHELF = [
    page(1, body="ครู", kind="manual", area=("math", "thai"), level=("p1",)),
    page(2, body="ครู", kind="manual", area=("math",), level=("p2",)),
    page(3, body="ครู", kind="research", area=("thai",), level=("p1",)),
    page(4, body="เด็ก", kind="research", area=("art",), level=("p1",)),
]


class FiltersByFacets:
    """Keys of one facet are OR, facets are AND, and a facet's counts leave out its own choice."""

    def test_keys_of_one_facet_are_either_or(self, engine):
        fill(engine, *SHELF)
        assert found(engine, chosen={"area": ("thai", "art")}) == [4, 3, 1]

    def test_facets_are_all_needed(self, engine):
        fill(engine, *SHELF)
        assert found(engine, word("ครู"), chosen={"area": ("thai", "art"), "level": ("p1",)}) == [3, 1]
        assert found(engine, word("ครู"), chosen={"area": ("thai",), "kind": ("manual",)}) == [1]

    def test_a_choice_changes_no_score(self, engine):
        fill(engine, *SHELF)
        (match,) = ask(engine, word("ครู"), chosen={"level": ("p2",)}).matches
        assert match.score == score(engine, word("ครู"), 2)

    def test_a_facet_keeps_the_counts_of_what_was_not_chosen_in_it(self, engine):
        fill(engine, *SHELF)
        answer = ask(engine, word("ครู"), chosen={"area": ("math",)}, counted=("area", "level", "kind"))
        assert answer.total == 2
        assert answer.counts == {
            "area": {"math": 2, "thai": 2},
            "level": {"p1": 1, "p2": 1},
            "kind": {"manual": 2},
        }

    def test_two_choices_each_narrow_the_counts_of_the_other(self, engine):
        fill(engine, *SHELF)
        answer = ask(engine, chosen={"area": ("thai",), "level": ("p1",)}, counted=("area", "level", "kind"))
        assert answer.counts == {
            "area": {"thai": 2, "math": 1, "art": 1},
            "level": {"p1": 2},
            "kind": {"manual": 1, "research": 1},
        }

    def test_only_what_matches_is_counted(self, engine):
        fill(engine, *SHELF)
        assert ask(engine, word("เด็ก"), counted=("area",)).counts == {"area": {"art": 1}}

    def test_a_choice_counts_although_its_facet_is_not_counted(self, engine):
        fill(engine, *SHELF)
        answer = ask(engine, chosen={"kind": ("research",)}, counted=("area",))
        assert answer.counts == {"area": {"thai": 1, "art": 1}}

    def test_facets_are_counted_in_the_order_that_was_asked(self, engine):
        fill(engine, *SHELF)
        counted = ("level", "area", "kind")
        assert tuple(ask(engine, chosen={"area": ("thai",)}, counted=counted).counts) == counted

    def test_the_most_frequent_key_comes_first(self, engine):
        fill(engine, *(page(number, area=("many",) if number > 2 else ("few",)) for number in range(1, 8)))
        assert list(ask(engine, counted=("area",)).counts["area"].items()) == [("many", 5), ("few", 2)]

    def test_a_page_with_many_keys_counts_in_each_and_many_keys_are_counted(self, engine):
        fill(engine, page(1, school=tuple(f"10{number:08}" for number in range(250))), page(2, school=("1000000007",)))
        counts = ask(engine, counted=("school",)).counts["school"]
        assert len(counts) == 250
        assert (counts["1000000007"], counts["1000000249"]) == (2, 1)

    def test_nothing_found_has_empty_counts(self, engine):
        fill(engine, *SHELF)
        answer = ask(engine, word("ไดโนเสาร์"), counted=("area", "kind"))
        assert (answer.total, answer.counts) == (0, {"area": {}, "kind": {}})

    def test_a_facet_that_no_page_has_is_empty_and_its_choice_finds_nothing(self, engine):
        fill(engine, *SHELF)
        assert ask(engine, counted=("weather",)).counts == {"weather": {}}
        assert ask(engine, chosen={"weather": ("rain",)}, counted=("weather", "kind")).total == 0

    def test_a_key_that_no_page_has_finds_nothing_and_its_siblings_stay(self, engine):
        fill(engine, *SHELF)
        answer = ask(engine, word("ครู"), chosen={"area": ("nothing",)}, counted=("area",))
        assert (answer.total, answer.counts) == (0, {"area": {"math": 2, "thai": 2}})

    def test_a_plugin_brings_a_facet_to_an_index_that_is_in_use(self, engine):
        fill(engine, *SHELF)
        engine.index([page(9, body="ครู", competition_round=("district",))])
        answer = ask(engine, chosen={"competition_round": ("district",)}, counted=("competition_round",))
        assert ([match.page for match in answer.matches], answer.counts) == (
            [9],
            {"competition_round": {"district": 1}},
        )

    def test_keys_are_compared_whole_and_exactly(self, engine):
        keys = ("ปี ๒๕๖๘", "ปี", "Ab", "ab", "ก/ข:ค", "ข้าว", "ขาว", "true", "12", "2026-01-31")
        fill(engine, *(page(number, tags=(key,)) for number, key in enumerate(keys, 1)))
        assert ask(engine, counted=("tags",)).counts["tags"] == dict.fromkeys(keys, 1)
        for number, key in enumerate(keys, 1):
            assert found(engine, chosen={"tags": (key,)}) == [number]

    def test_facets_work_in_the_order_of_dates_too(self, engine):
        fill(
            engine,
            *(page(day, date=datetime.date(2026, 1, day), area=("math", "thai")[day % 2 :]) for day in range(1, 6)),
        )
        answer = ask(engine, chosen={"area": ("math",)}, counted=("area",), sort="date")
        assert [match.page for match in answer.matches] == [4, 2]
        assert answer.counts == {"area": {"thai": 5, "math": 2}}
