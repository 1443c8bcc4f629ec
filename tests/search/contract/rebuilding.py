"""The life of an index: built beside the one in use, put in its place, cleared when left."""

import signal
import subprocess
import sys

import pytest

from search.backends.base import OutdatedIndex, SearchUnavailable

from .making import ROOT, ask, fill, found, page, word

BUILDER = """
import sys
from django.conf import settings
nothing = dict.fromkeys(("SEARCH_USER", "SEARCH_PASSWORD", "SEARCH_API_KEY", "SEARCH_CA_CERTS"), "")
settings.configure(**nothing, DATA_DIR=None, USE_I18N=False)
from search.backends import get_backend
from tests.search.contract.making import page
with get_backend(sys.argv[1]).rebuild() as build:
    build.add([page(number, body="ร้าง") for number in range(50, 60)])
    print("building", flush=True)
    sys.stdin.read()
"""


class RebuildsBeside:
    """No moment without answers; nothing half is ever seen."""

    def test_before_the_first_build_it_is_said_what_to_do(self, engine):
        for ask_something in (
            lambda: ask(engine, word("ครู")),
            lambda: list(engine.matching(word("ครู"))),
            lambda: engine.count_words(["ครู"]),
            lambda: engine.stored([1]),
            lambda: engine.index([page(1)]),
            lambda: engine.remove([1]),
            engine.status,
            engine.check,
        ):
            with pytest.raises(SearchUnavailable, match="rebuild_search_index"):
                ask_something()

    def test_a_refused_page_makes_no_index_by_the_way(self, engine):
        for change in (lambda: engine.index([page(1)]), lambda: engine.remove([1])):
            with pytest.raises(SearchUnavailable):
                change()
        with pytest.raises(SearchUnavailable):
            engine.check()

    def test_the_old_index_answers_until_the_new_one_is_published(self, engine):
        fill(engine, page(1, body="เก่า"))
        with engine.rebuild() as build:
            build.add([page(2, body="ใหม่")])
            assert found(engine) == [1]
            build.add([page(3, body="ใหม่")])
            assert found(engine) == [1]
            build.publish()
            assert found(engine) == [3, 2]
        assert found(engine) == [3, 2]
        assert engine.status().documents == 2

    def test_a_build_that_is_left_changes_nothing(self, engine, remains):
        fill(engine, page(1, body="เก่า"))
        with engine.rebuild() as build:
            build.add([page(2, body="ใหม่")])
        assert found(engine) == [1]
        assert remains() == 1

    def test_a_build_that_fails_changes_nothing_and_the_failure_is_told(self, engine, remains):
        fill(engine, page(1, body="เก่า"))

        def pages():
            yield page(2, body="ใหม่")
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError), engine.rebuild() as build:
            build.add(pages())
            build.publish()
        assert found(engine) == [1]
        assert remains() == 1

    def test_rebuilding_again_and_again_leaves_one_index(self, engine, remains):
        for number in range(1, 4):
            fill(engine, page(number))
            assert found(engine) == [number]
        assert remains() == 1

    def test_an_index_of_nothing_answers_with_nothing(self, engine):
        fill(engine)
        answer = ask(engine, word("ครู"), counted=("kind",))
        assert (answer.total, answer.matches, answer.counts) == (0, (), {"kind": {}})
        assert engine.status().documents == 0
        assert engine.count_words(["ครู"]) == {"ครู": 0}
        assert list(engine.matching(word("ครู"))) == []

    def test_a_second_build_at_the_same_time_is_refused_and_the_first_goes_on(self, engine, twin):
        fill(engine, page(1))
        with engine.rebuild() as build:
            build.add([page(2)])
            for other in (engine, twin):
                with pytest.raises(SearchUnavailable, match="rebuilt"), other.rebuild():
                    pass
            build.add([page(3)])
            build.publish()
        assert found(twin) == [3, 2]

    def test_changes_during_a_build_reach_the_index_in_use(self, engine):
        fill(engine, page(1), page(2))
        with engine.rebuild() as build:
            build.add([page(1), page(2)])
            engine.index([page(3)])
            engine.remove([1])
            assert found(engine) == [3, 2]
            build.publish()
        assert found(engine) == [2, 1]  # who keeps the changes makes them again

    def test_what_one_process_writes_another_sees(self, engine, twin):
        fill(engine, page(1, body="ครู"))
        assert found(twin) == [1]
        engine.index([page(2, body="ครู")])
        assert found(twin) == [2, 1]
        twin.remove([1])
        assert found(engine) == [2]
        fill(twin, page(7, body="ครู"))
        assert found(engine, word("ครู")) == [7]
        engine.index([page(8, body="ครู")])
        assert found(twin) == [8, 7]

    def test_a_killed_build_is_cleared_by_the_next_one(self, engine, address, remains):
        fill(engine, page(1, body="ครู"))
        command = [sys.executable, "-c", BUILDER, address]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as builder:
            assert builder.stdout.readline() == "building\n"
            with pytest.raises(SearchUnavailable, match="rebuilt"), engine.rebuild():
                pass
            builder.send_signal(signal.SIGKILL)
        assert found(engine) == [1]
        fill(engine, page(2, body="ครู"))
        assert found(engine) == [2]
        assert remains() == 1


class SaysWhatIsTheMatter:
    """Failures are of one kind, whatever the engine."""

    def test_an_index_of_another_version_is_told_until_it_is_rebuilt(self, engine, twin, outdate):
        fill(engine, page(1))
        outdate()
        for ask_something in (
            lambda: ask(twin),
            lambda: twin.index([page(2)]),
            lambda: twin.remove([1]),
            twin.status,
            twin.check,
        ):
            with pytest.raises(OutdatedIndex, match="rebuild_search_index"):
                ask_something()
        fill(twin, page(3))
        assert found(twin) == [3]
        twin.check()

    def test_an_engine_out_of_reach_is_one_kind_of_failure(self, unreachable):
        for ask_something in (
            lambda: ask(unreachable, word("ครู")),
            lambda: list(unreachable.matching(word("ครู"))),
            lambda: unreachable.count_words(["ครู"]),
            lambda: unreachable.stored([1]),
            lambda: unreachable.index([page(1)]),
            lambda: unreachable.remove([1]),
            lambda: fill(unreachable, page(1)),
            unreachable.status,
            unreachable.check,
        ):
            with pytest.raises(SearchUnavailable) as raised:
                ask_something()
            assert len(str(raised.value)) > 20

    def test_the_status_names_engine_index_pages_and_size(self, engine):
        fill(engine, page(1), page(2))
        status = engine.status()
        assert status.engine and status.index
        assert status.documents == 2
        assert status.size > 100
        engine.check()
