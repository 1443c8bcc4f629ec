"""The labels of filters are read once a change, not once a question."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from portal.content.models import LearningArea, SchoolNetwork
from search.facets import area_labels, network_labels
from search.kept_labels import kept_labels
from search.sources import PageFacet
from tests.factories import make_network

AREAS = PageFacet("learning_area", "Learning area", lambda pages: {}, area_labels, is_ordered=True)
NETWORKS = PageFacet("school_network", "School network", lambda pages: {}, network_labels)


@pytest.fixture
def network(put_together):
    return make_network("ดอกคูน")


def labels(facet, *keys):
    return dict(kept_labels(RequestFactory().get("/search/"))(facet, keys))


def test_labels_are_read_once(network, django_assert_num_queries):
    first = labels(NETWORKS, network.slug)

    with django_assert_num_queries(1):  # whether something has changed
        assert labels(NETWORKS, network.slug) == first == {network.slug: "ดอกคูน"}


def test_a_new_name_is_shown_at_once(network):
    labels(NETWORKS, network.slug)
    SchoolNetwork.objects.filter(pk=network.pk).update(name="ดอกจาน")

    assert labels(NETWORKS, network.slug) == {network.slug: "ดอกจาน"}


def test_a_value_that_is_asked_for_later_takes_its_place_in_the_order(network):
    ordered = list(LearningArea.objects.order_by("order").values_list("code", flat=True)[:4])
    labels(AREAS, ordered[3], ordered[1])

    assert list(labels(AREAS, *reversed(ordered))) == ordered
    assert list(labels(AREAS, ordered[2])) == [ordered[2]]


def test_each_language_has_its_own(network):
    code = LearningArea.objects.exclude(name_en="").values_list("code", flat=True).first()
    with override("th"):
        thai = labels(AREAS, code)
    with override("en"):
        english = labels(AREAS, code)

    assert thai != english


def test_made_up_keys_are_not_remembered(network, django_assert_num_queries):
    labels(NETWORKS, network.slug)
    assert labels(NETWORKS, network.slug, "made-up") == {network.slug: "ดอกคูน"}

    with django_assert_num_queries(2):
        assert labels(NETWORKS, "made-up") == {}
