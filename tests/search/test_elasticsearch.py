"""What only a cluster can do to the portal: refuse, be full, be slow, be shared with others."""

import json
import re
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import translation

from search.address import ClusterAddress, Credentials
from search.analysis import AnalysedDocument
from search.backends.base import SearchUnavailable
from search.backends.elastic import ElasticBackend

from .contract.making import ROOT, ask, fill, found, page, word
from .engines import client, cluster, prefix

__all__ = ["prefix"]


@pytest.fixture(autouse=True)
def in_english():
    """Messages in the language of the sources."""
    with translation.override("en"):
        yield


@pytest.fixture
def engine(prefix):
    return cluster(prefix)


@pytest.fixture
def answering():
    """`answering(status, body, seconds=0, product=True)`: the engine at a server that answers everything with this."""
    servers = []

    def answer(status, body, seconds=0, product=True, credentials=None):
        class Handler(BaseHTTPRequestHandler):
            def handle_all(self):
                time.sleep(seconds)
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked.append(dict(self.headers))
                sent = json.dumps(body).encode() if isinstance(body, dict) else body
                self.send_response(status)
                self.send_header("Content-Type", "application/json" if isinstance(body, dict) else "text/html")
                self.send_header("Content-Length", str(len(sent)))
                if product:
                    self.send_header("X-Elastic-Product", "Elasticsearch")
                self.end_headers()
                with suppress(BrokenPipeError):  # of whom it took too long
                    self.wfile.write(sent)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_all

            def log_message(self, *_args):
                """Silent."""

        asked = []
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        url = f"http://127.0.0.1:{server.server_port}"
        return ElasticBackend(ClusterAddress(url, "portal", credentials or Credentials())), asked

    yield answer
    for server in servers:
        server.shutdown()
        server.server_close()


def refusal(kind, reason):
    """What Elasticsearch says when it refuses."""
    cause = {"type": kind, "reason": reason}
    return {"error": {"root_cause": [cause], **cause}, "status": 400}


def test_a_full_disk_stops_changes_and_not_answers(engine, prefix):
    fill(engine, page(1, body="ครู"))
    client().indices.put_settings(index=f"{prefix}-write", settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(SearchUnavailable, match="disk"):
        engine.index([page(2, body="ครู")])
    assert found(engine, word("ครู")) == [1]
    client().indices.put_settings(index=f"{prefix}-write", settings={"index.blocks.read_only_allow_delete": None})
    engine.index([page(2, body="ครู")])
    assert found(engine, word("ครู")) == [2, 1]


def test_a_page_that_is_refused_is_named_with_the_reason_and_the_others_are_written(engine):
    fill(engine)
    bad = page(2, body="ครู")
    bad = AnalysedDocument(2, bad.kind, bad.date, {"": ("no name",)}, bad.tokens, bad.text)
    with pytest.raises(SearchUnavailable, match=r"page 2: .*field name"):
        engine.index([page(1, body="ครู"), bad, page(3, body="ครู")])
    assert found(engine, word("ครู")) == [3, 1]


def test_of_a_page_only_what_extracts_need_is_kept(engine, prefix):
    fill(engine, page(1, title="ครู", body="สอน", labels=["ลับ"], area=("math",)))
    (hit,) = client().search(index=f"{prefix}-read")["hits"]["hits"]
    assert set(hit["_source"]) == {"page", "date", "facets", "text"}


def test_a_stranger_s_index_of_a_like_name_is_left_alone(engine, prefix):
    strangers = [f"{prefix}-000001", f"{prefix}-other-000001"]
    for name in strangers:
        client().indices.create(index=name)
    for number in (1, 2):
        fill(engine, page(number))
        assert found(engine) == [number]
    assert set(client().indices.get(index=f"{prefix}-*").body) == {*strangers, f"{prefix}-000003"}


def test_an_index_in_the_place_of_an_alias_is_told(engine, prefix):
    client().indices.create(index=f"{prefix}-read")
    with pytest.raises(SearchUnavailable, match=f"{prefix}-read"):
        fill(engine, page(1))


def test_a_build_of_another_machine_counts_as_interrupted_after_ten_silent_minutes(engine, prefix):
    fill(engine, page(1))
    elsewhere = {"format": 1, "builder": "other-machine boot pid:[1] 77 4711", "beat": int(time.time()) - 60}
    with engine.rebuild() as build:
        build.add([page(2)])
        name = f"{prefix}-000002"
        client().indices.put_mapping(index=name, meta={"portal": elsewhere})
        with pytest.raises(SearchUnavailable, match="rebuilt"):
            fill(engine, page(3))
        client().indices.put_mapping(index=name, meta={"portal": {**elsewhere, "beat": int(time.time()) - 660}})
        fill(engine, page(3))
        assert not client().indices.exists(index=name)
        with pytest.raises(SearchUnavailable):
            build.add([page(4)])  # whoever was given up finds its index gone, and writes nowhere else
        with pytest.raises(SearchUnavailable):
            build.publish()
    assert found(engine) == [3]


@pytest.mark.parametrize(
    ("status", "body", "advice"),
    [
        (401, refusal("security_exception", "unable to authenticate user [elastic]"), "SEARCH_PASSWORD"),
        (403, refusal("security_exception", "action [indices:data/read] is unauthorized"), "privilege"),
        (404, refusal("index_not_found_exception", "no such index [portal-read]"), "rebuild_search_index"),
        (500, refusal("search_phase_execution_exception", "all shards failed"), "all shards failed"),
        (200, b"<html>some other server</html>", "not Elasticsearch"),
        (404, b"<html>not found</html>", "not Elasticsearch"),
    ],
)
def test_refusals_are_said_in_words_that_help(answering, status, body, advice):
    engine, _asked = answering(status, body, product=isinstance(body, dict))
    for act in (lambda: ask(engine, word("ครู")), lambda: engine.index([page(1)]), engine.check):
        with pytest.raises(SearchUnavailable, match=advice):
            act()


def test_a_cluster_that_keeps_silent_is_given_up_after_three_seconds(answering):
    engine, _asked = answering(200, {}, seconds=8)
    start = time.monotonic()
    with pytest.raises(SearchUnavailable, match="in time"):
        ask(engine, word("ครู"))
    assert 2 < time.monotonic() - start < 6


def test_credentials_are_sent_and_never_shown(answering):
    given = Credentials(user="elastic", password="s3cret")
    engine, asked = answering(401, refusal("security_exception", "no"), credentials=given)
    with pytest.raises(SearchUnavailable) as raised:
        engine.check()
    assert asked[0]["authorization"].startswith("Basic ")
    assert "s3cret" not in str(raised.value)
    engine, asked = answering(401, refusal("security_exception", "no"), credentials=Credentials(api_key="a2V5"))
    with pytest.raises(SearchUnavailable):
        engine.check()
    assert asked[0]["authorization"] == "ApiKey a2V5"


def test_the_same_version_is_started_everywhere_and_takes_every_setting():
    compose, script = (ROOT / "compose.yaml").read_text(), (ROOT / ".ci" / "elasticsearch").read_text()
    version = re.search(r"^VERSION=(\S+)$", script, re.M)[1]
    assert f"image: elasticsearch:{version}\n" in compose
    settings = re.findall(r'env\.\w+\("(SEARCH_\w+)"', (ROOT / "portal" / "settings" / "search.py").read_text())
    assert {"SEARCH_URL", "SEARCH_API_KEY"} < set(settings)
    assert all(f"{name}: ${{{name}:-" in compose for name in settings)
