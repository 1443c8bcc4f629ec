"""What the office sees of its subscribers: how many, not who."""

import pytest

from portal.content.models import LearningArea
from portal.subscriptions.models import Signup, Subscriber

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/subscriptions/"


@pytest.fixture
def subscriber(home) -> Subscriber:
    """Somebody who follows Thai."""
    found = Subscriber.objects.create(email="kru@example.org")
    found.areas.set(LearningArea.objects.filter(code="th"))
    return found


def test_the_report_counts_and_names_nobody(admin_client, subscriber):
    page = admin_client.get(ADDRESS)
    assert page.context["topics"] == [("ภาษาไทย", 1)]
    assert "kru@example.org" not in page.content.decode()


def test_an_address_is_forgotten_on_request_and_the_answer_tells_nothing(admin_client, subscriber):
    Signup.objects.create(email="kru@example.org")
    answers = set()
    for email in ("Kru@example.org", "nobody@example.org"):
        response = admin_client.post(ADDRESS, {"email": email}, follow=True)
        answers.add(str(list(response.context["messages"])[0]))
    assert len(answers) == 1
    assert not Subscriber.objects.exists() and not Signup.objects.exists()


def test_others_see_and_delete_nothing(client, subscriber, django_user_model):
    client.force_login(django_user_model.objects.create_user("someone", password="a-long-password"))
    for response in (client.get(ADDRESS), client.post(ADDRESS, {"email": "kru@example.org"})):
        assert response.status_code in (302, 403)
    assert Subscriber.objects.exists()
