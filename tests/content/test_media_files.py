"""Videos and sounds of the portal: who is handed them, in which pieces, and which files are refused."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from portal.content.models import PortalMedia

VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4


def make_media(name="film.mp4", content=VIDEO, kind="video", **fields) -> PortalMedia:
    media = PortalMedia(title="ครูสาธิตการใช้บัตรคำ", type=kind, file=ContentFile(content, name=name), **fields)
    media.full_clean()
    media.save()
    return media


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.fixture
def held(db) -> Collection:
    collection = Collection.get_first_root_node().add_child(name="ยังไม่เผยแพร่")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.GROUPS)
    return collection


@pytest.mark.django_db
def test_a_player_gets_the_piece_it_asks_for(client):
    media = make_media()
    whole = client.get(media.url)
    assert whole.status_code == 200 and whole["Content-Type"] == "video/mp4" and body(whole) == VIDEO
    piece = client.get(media.url, headers={"Range": "bytes=4-11"})
    assert piece.status_code == 206 and body(piece) == b"ftypmp42"
    assert piece["Content-Range"] == f"bytes 4-11/{len(VIDEO)}"
    assert body(client.get(media.url, headers={"Range": "bytes=-3"})) == VIDEO[-3:]
    assert client.get(media.url, headers={"Range": "bytes=999999-"}).status_code == 416


def test_a_file_of_a_closed_collection_is_not_there_for_others(client, held, admin_user):
    media = make_media(collection=held)
    assert client.get(media.url).status_code == 404
    assert client.get(f"/media/{media.file.name}").status_code == 404
    client.force_login(admin_user)
    answer = client.get(media.url)
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("film.mp4", b"MZ\x90\x00 a program", "video"),
        ("film.mp4", b"", "video"),
        ("film.exe", VIDEO, "video"),
        ("film.html", b"<script>", "video"),
        ("song.mp3", b"<svg onload=alert(1)>", "audio"),
        ("song.mp4", VIDEO, "audio"),
        ("song.wav", b"RIFF\x00\x00\x00\x00AVI LIST", "audio"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name, content, kind):
    with pytest.raises(ValidationError):
        make_media(name, content, kind)


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("portal.content.media_checks.MOST_BYTES", 100)
    with pytest.raises(ValidationError, match="MP4|MB|เมกะไบต์"):
        make_media()
