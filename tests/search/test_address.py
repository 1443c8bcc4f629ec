"""`SEARCH_URL`: every form that is understood, and for every mistake a start-up error that says what to do."""

from pathlib import Path

import pytest

from search.address import ClusterAddress, Credentials, EmbeddedAddress, engine_address
from tests.portal.test_settings import run

DATA = Path("/srv/portal/var")


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("embedded://", "/srv/portal/var/search"),
        ("embedded:///", "/srv/portal/var/search"),
        ("embedded:///mnt/fast/index", "/mnt/fast/index"),
        ("embedded:///mnt/%E0%B8%84%E0%B9%89%E0%B8%99", "/mnt/ค้น"),
    ],
)
def test_the_embedded_engine_lies_in_a_folder(url, folder):
    assert engine_address(url, DATA) == EmbeddedAddress(Path(folder))


@pytest.mark.parametrize(
    ("url", "cluster", "prefix"),
    [
        ("http://127.0.0.1:9200/portal", "http://127.0.0.1:9200", "portal"),
        ("http://elasticsearch:9200", "http://elasticsearch:9200", "portal"),
        ("https://search.example.org:443/nites-2/", "https://search.example.org:443", "nites-2"),
        ("http://[::1]:9200/portal", "http://[::1]:9200", "portal"),
    ],
)
def test_a_cluster_is_an_address_and_a_prefix(url, cluster, prefix):
    assert engine_address(url, DATA) == ClusterAddress(cluster, prefix)


@pytest.mark.parametrize(
    ("url", "given", "advice"),
    [
        ("database://", Credentials(), "embedded://"),
        ("", Credentials(), "embedded://"),
        ("embedded://var/search", Credentials(), "three slashes"),
        ("embedded://", Credentials(api_key="k"), "embedded engine"),
        ("http://localhost/portal", Credentials(), "host and port"),
        ("http://:9200/portal", Credentials(), "host and port"),
        ("http://localhost:port/portal", Credentials(), "host:port"),
        ("http://localhost:99999/portal", Credentials(), "host:port"),
        ("http://[::1:9200/portal", Credentials(), "host:port"),
        ("http://localhost:9200/a/b", Credentials(), "name of an index"),
        ("http://localhost:9200/Portal", Credentials(), "lower-case"),
        ("http://localhost:9200/คลัง", Credentials(), "a-z"),
        ("http://localhost:9200/portal?pretty", Credentials(), "'?'"),
        ("http://elastic:s3cret@localhost:9200/portal", Credentials(), "SEARCH_PASSWORD"),
        ("https://localhost:9200/portal", Credentials(user="elastic"), "belong together"),
        ("https://localhost:9200/portal", Credentials(password="s3cret"), "belong together"),
        ("https://localhost:9200/portal", Credentials("elastic", "s3cret", "key"), "not both"),
        ("http://localhost:9200/portal", Credentials(ca_certs=__file__), "https"),
        ("https://localhost:9200/portal", Credentials(ca_certs="/none/ca.pem"), "/none/ca.pem"),
    ],
)
def test_a_mistake_is_told_with_the_way_out_and_without_the_password(url, given, advice):
    with pytest.raises(ValueError, match="SEARCH_") as raised:
        engine_address(url, DATA, given)
    assert advice in str(raised.value)
    assert "s3cret" not in str(raised.value)


def test_a_value_with_credentials_does_not_show_them():
    address = engine_address("https://localhost:9200/portal", DATA, Credentials(user="elastic", password="s3cret"))
    assert "s3cret" not in repr(address)


def test_a_mistake_in_the_address_stops_the_start(tmp_path):
    result = run(
        "import django; django.setup()",
        DJANGO_SETTINGS_MODULE="portal.settings.development",
        PORTAL_DATA_DIR=str(tmp_path),
        SEARCH_URL="https://localhost:9200/portal",
        SEARCH_USER="elastic",
    )
    assert result.returncode != 0
    assert "ImproperlyConfigured: SEARCH_USER and SEARCH_PASSWORD belong together" in result.stderr


def test_the_environment_chooses_the_engine_and_a_password_may_begin_with_a_dollar(tmp_path):
    code = "from django.conf import settings as s; print(s.SEARCH_URL, s.SEARCH_USER, s.SEARCH_PASSWORD)"
    base = {"DJANGO_SETTINGS_MODULE": "portal.settings.development", "PORTAL_DATA_DIR": str(tmp_path)}
    assert run(code, **base).stdout.split() == ["embedded://"]
    chosen = {"SEARCH_URL": "https://localhost:9200/portal", "SEARCH_USER": "elastic", "SEARCH_PASSWORD": "$PATH"}
    assert run(code, **base, **chosen).stdout.split() == list(chosen.values())
