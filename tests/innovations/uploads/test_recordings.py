"""Videos and sounds tried, and what becomes of them: signature, size, place; private until the work is published."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from innovations.uploads import accept_recording, recordings
from portal.content import media_checks
from portal.content.held_files import held_collection
from portal.content.models import PortalMedia
from tests.factories import make_admin

from . import making

EBML = b"\x1a\x45\xdf\xa3"
REFUSED = [
    ("empty file", "film.mp4", lambda: b"", "empty"),
    ("web page called MP4", "film.mp4", lambda: b"<!doctype html><script>alert(1)</script>", "wrong_type"),
    ("photograph called MP4", "film.mp4", making.picture, "wrong_type"),
    ("HEIC called MP4", "film.mp4", lambda: making.film(b"heic"), "misnamed"),
    ("QuickTime called MP4", "film.mp4", lambda: making.film(b"qt  "), "misnamed"),
    ("half a film", "film.mp4", lambda: making.film()[:-100], "damaged"),
    ("film without its head", "film.mp4", lambda: making.box(b"ftyp", b"isom", bytes(4)), "damaged"),
    ("box that claims more than the file", "film.mp4", lambda: making.film() + b"\xff\xff\xff\xffmdat", "damaged"),
    ("Matroska called WebM", "film.webm", lambda: EBML + b"\x42\x82matroska" + bytes(60), "misnamed"),
    ("MP4 called MP3", "talk.mp3", making.film, "wrong_type"),
    ("AVI", "film.avi", lambda: b"RIFF\0\0\0\0AVI LIST", "ending"),
    ("QuickTime", "film.mov", lambda: making.film(b"qt  "), "ending"),
    ("program before the ending", "film.html.mp4", making.film, "double_ending"),
]
TAKEN = [
    ("film.mp4", making.film, "video"),
    ("talk.m4a", lambda: making.film(b"M4A "), "audio"),
    ("film.webm", lambda: EBML + b"\x42\x82\x84webm" + bytes(60), "video"),
    ("talk.mp3", lambda: b"ID3\x04" + bytes(60), "audio"),
    ("talk.ogg", lambda: b"OggS" + bytes(60), "audio"),
    ("talk.wav", lambda: b"RIFF\0\0\0\0WAVEfmt " + bytes(60), "audio"),
]


@pytest.fixture
def owner(db):
    return make_admin("owner")


@pytest.mark.parametrize(("name", "make", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_no_recording_is_refused_with_what_to_do(owner, name, make, code):
    with pytest.raises(ValidationError) as refused:
        accept_recording(making.upload(name, make()), owner)
    assert refused.value.code == code
    assert not PortalMedia.objects.exists()


@pytest.mark.parametrize(("name", "make", "kind"), TAKEN, ids=[case[0] for case in TAKEN])
def test_what_browsers_play_is_kept_for_its_owner_alone(client, owner, name, make, kind):
    media = accept_recording(making.upload(name, make()), owner)
    assert (media.type, media.uploaded_by_user, media.collection) == (kind, owner, held_collection())
    assert client.get(media.url).status_code == 404
    client.force_login(owner)
    assert client.get(media.url).status_code == 200


def test_a_film_keeps_all_but_the_place_and_is_shown_as_it_was_held(owner):
    sent = making.film(is_upright=True)
    media = accept_recording(making.upload("VID_01.mp4", sent), owner)
    kept = media.file.read()
    assert (media.duration, media.width, media.height) == (9, 720, 1280)
    assert b"+16.4367" in sent and b"+16.4367" not in kept and b"udta" not in kept
    assert len(kept) == len(sent) and kept.endswith(b"\xde\xad\xbe\xef" * 50)


def test_larger_than_the_office_can_serve_is_refused_and_nobody_fills_the_disk(owner, monkeypatch):
    monkeypatch.setattr(media_checks, "MOST_BYTES", 100)
    with pytest.raises(ValidationError) as refused:
        accept_recording(making.upload("film.mp4", making.film()), owner)
    assert refused.value.code == "too_large"
    monkeypatch.undo()
    monkeypatch.setattr(recordings, "MOST_WAITING", len(making.film()) + 10)
    accept_recording(making.upload("film.mp4", making.film()), owner)
    with pytest.raises(ValidationError) as refused:
        accept_recording(making.upload("film.mp4", making.film()), owner)
    assert refused.value.code == "room"


def test_a_contributor_puts_a_video_into_a_work_and_says_what_is_in_it(complete, client):
    file = making.upload("VID_2569.mp4", making.film())
    complete.save("files", **{"new-media-files": [file], "row": "media-upload"})
    media = PortalMedia.objects.get()
    shown = complete.browser.get(complete.address("files")).content.decode()
    assert media.url in shown
    send = reverse("my_works:send", args=[complete.work.pk])
    assert len(complete.browser.get(send).context["check"].missing) == 1  # the title comes first
    complete.save("files", media__0__title="เด็กอ่านบัตรคำ", media__0__has_pupils="on")
    assert len(complete.browser.get(send).context["check"].missing) == 1  # then what is said and shown
    complete.save("files", media__0__transcript="ครูชูบัตรคำ เด็กอ่านพร้อมกัน")
    checked = complete.browser.get(send).context["check"]
    assert checked.may_be_sent and [one.where for one in checked.warnings] == ["เด็กอ่านบัตรคำ"]
    client.logout()
    assert client.get(media.url).status_code == 404


def test_a_video_is_public_when_its_work_is(complete, client, django_capture_on_commit_callbacks):
    complete.save("files", **{"new-media-files": [making.upload("a.mp4", making.film())], "row": "media-upload"})
    with django_capture_on_commit_callbacks(execute=True):
        complete.draft().get_latest_revision().publish(skip_permission_checks=True)
    client.logout()
    assert client.get(PortalMedia.objects.get().url).status_code == 200


def test_somebody_elses_recording_cannot_be_put_into_a_work(writer, owner):
    media = accept_recording(making.upload("a.mp4", making.film()), owner)
    data = {"media__TOTAL_FORMS": 1, "media__0__media": media.pk, "media__0__title": "x"}
    assert writer.save("files", **data).status_code == 422
    assert not writer.draft().media.all()
