"""The demo content: complete, loaded twice without doubling, never over what a person changed."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from portal.content import demo
from portal.content.models import FormTemplate, GlossaryTerm, LegalReference, OfficeSettings, PortalDocument, School


def counts() -> list[int]:
    models = (School, GlossaryTerm, LegalReference, FormTemplate, PortalDocument, Page)
    return [model.objects.count() for model in models]


def test_the_demo_is_loaded_once_however_often_it_runs(home, capsys):
    call_command("load_demo")
    first = counts()
    assert all(first)
    call_command("load_demo")
    assert counts() == first
    assert "content" in capsys.readouterr().out


def test_every_demo_form_has_a_real_file_and_some_an_older_one(client, home):
    demo.load()
    forms = list(FormTemplate.objects.prefetch_related("versions__document"))
    assert all(form.current for form in forms)
    assert any(form.current.number > 1 for form in forms)
    response = client.get(forms[0].current.get_absolute_url(), follow=True)
    assert response.status_code == 200
    assert b"".join(response.streaming_content).startswith(b"PK")


def test_what_a_person_changed_stays(home):
    demo.load()
    School.objects.filter(code="9902010001").update(name="ชื่อที่แก้แล้ว")
    term = GlossaryTerm.objects.first()
    GlossaryTerm.objects.filter(pk=term.pk).update(meaning="ความหมายที่แก้แล้ว")
    office = OfficeSettings.for_site(Site.objects.get(is_default_site=True))
    office.office_name, office.email = "สำนักงานของเรา", "we@example.org"
    office.save()
    demo.load()
    assert School.objects.get(code="9902010001").name == "ชื่อที่แก้แล้ว"
    assert GlossaryTerm.objects.get(pk=term.pk).meaning == "ความหมายที่แก้แล้ว"
    assert OfficeSettings.objects.get().office_name == "สำนักงานของเรา"


def test_a_demo_that_fails_half_way_leaves_nothing(home, monkeypatch):
    def fail() -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr("manuals.demo.load", fail)
    with pytest.raises(RuntimeError):
        call_command("load_demo")
    assert not School.objects.exists()
