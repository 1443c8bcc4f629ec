"""Both engines keep the contract; and they give the same answers in the same order."""

import json
import socket

import pytest
from django.utils import translation

from search.address import ClusterAddress
from search.backends.elastic import ElasticBackend
from search.backends.embedded import EmbeddedBackend

from .backend_contract import BackendContract
from .contract.making import bare, fill
from .engines import client, cluster, elasticsearch_url, prefix

__all__ = ["prefix"]


@pytest.fixture(autouse=True)
def in_english():
    """Messages in the language of the sources."""
    with translation.override("en"):
        yield


class TestEmbedded(BackendContract):
    """The folder of this machine."""

    @pytest.fixture
    def path(self, tmp_path):
        return tmp_path / "search"

    @pytest.fixture
    def engine(self, path):
        return EmbeddedBackend(path)

    @pytest.fixture
    def twin(self, path):
        return EmbeddedBackend(path)

    @pytest.fixture
    def address(self, path):
        return f"embedded://{path}"

    @pytest.fixture
    def remains(self, path):
        return lambda: sum(one.is_dir() for one in path.iterdir())

    @pytest.fixture
    def outdate(self, path):
        def outdate():
            pointer = json.loads((path / "current").read_text())
            (path / "current").write_text(json.dumps({**pointer, "format": 0}))

        return outdate

    @pytest.fixture
    def unreachable(self, tmp_path):
        (tmp_path / "file").write_text("no folder")
        return EmbeddedBackend(tmp_path / "file" / "search")

    def test_many_small_changes_do_not_make_the_index_slower_and_slower(self, engine, path):
        fill(engine)
        for number in range(40):
            engine.index([bare(number)])
        assert len(list(path.rglob("*.term"))) < 20


class TestElasticsearch(BackendContract):
    """The real cluster."""

    @pytest.fixture
    def engine(self, prefix):
        return cluster(prefix)

    @pytest.fixture
    def twin(self, prefix):
        return cluster(prefix)

    @pytest.fixture
    def address(self, prefix):
        return f"{elasticsearch_url()}/{prefix}"

    @pytest.fixture
    def remains(self, prefix):
        return lambda: len(client().indices.get(index=f"{prefix}-*").body)

    @pytest.fixture
    def outdate(self, prefix):
        return lambda: client().indices.put_mapping(index=f"{prefix}-read", meta={"portal": {"format": 0}})

    @pytest.fixture
    def unreachable(self, prefix):
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))  # and does not listen
            yield ElasticBackend(ClusterAddress(f"http://127.0.0.1:{bound.getsockname()[1]}", prefix))
