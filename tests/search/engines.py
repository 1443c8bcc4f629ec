"""The real Elasticsearch that tests run against, where there is one."""

import os
import uuid

import pytest
from elasticsearch import Elasticsearch

from search.address import ClusterAddress
from search.backends.elastic import ElasticBackend


def elasticsearch_url() -> str:
    """Where it answers. Without one the tests are skipped, but a build server has to have it."""
    url = os.environ.get("TEST_ELASTICSEARCH_URL", "")
    if not url:
        reason = "no Elasticsearch: `make elasticsearch` starts one, `make test` then finds it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return url.rstrip("/")


def client() -> Elasticsearch:
    """To ask it something directly."""
    return Elasticsearch(elasticsearch_url(), request_timeout=30)


def cluster(prefix: str) -> ElasticBackend:
    """The engine with indexes of this name."""
    return ElasticBackend(ClusterAddress(elasticsearch_url(), prefix))


@pytest.fixture
def prefix():
    """A name for indexes that no other test has; what bears it is dropped afterwards."""
    name = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}-{uuid.uuid4().hex[:12]}"
    elasticsearch = client()
    yield name
    if left := list(elasticsearch.indices.get_alias(index=f"{name}*").body):
        elasticsearch.indices.delete(index=left)
