"""Two versions of a page are compared in words that editors know."""

from django.urls import reverse

from portal.content.models import KnowledgeTag, LearningArea


def test_levels_areas_and_tags_are_compared_by_their_names(client, admin, manual):
    thai, science = LearningArea.objects.get(code="th"), LearningArea.objects.get(code="sc")
    manual.levels = ["p1", "p2"]
    manual.learning_areas.set([thai])
    first = manual.save_revision()
    manual.levels = ["p2", "m1"]
    manual.learning_areas.set([science])
    manual.tags.set([KnowledgeTag.objects.create(name="อ่านออกเขียนได้", slug="an-ok")])
    second = manual.save_revision()
    client.force_login(admin)
    address = reverse("wagtailadmin_pages:revisions_compare", args=[manual.pk, first.pk, second.pk])
    seen = client.get(address).content.decode()
    for name in ("ป.1", "ม.1", thai.label, science.label, "อ่านออกเขียนได้"):
        assert name in seen
    assert "&#x27;p1&#x27;" not in seen and "an-ok" not in seen
