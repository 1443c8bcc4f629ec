"""An editor publishes a page through the admin's own form, and a visitor looks for it until it is found."""

from __future__ import annotations

import random
import re
from time import perf_counter, sleep
from typing import Final

from serving import Visitor

TIMES: Final = 30
PATIENCE: Final = 30.0  # seconds until a page has to be found
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_SYLLABLES: Final = ["กอ", "ขัน", "ดอน", "ทราย", "นา", "บัว", "พะ", "มอญ", "ยาง", "วัง", "สัก", "หนอง", "เขิน", "แก้ว"]


def sign_in(port: int) -> Visitor:
    """An editor who is signed in: a session in the portal's database."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    user, _is_new = get_user_model().objects.get_or_create(
        username="bench", defaults={"is_staff": True, "is_superuser": True, "email": "bench@example.org"}
    )
    client = Client()
    client.force_login(user)
    return Visitor(port, f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}")


def publish_and_find(editor: Visitor, visitor: Visitor) -> list[float]:
    """Seconds from sending the form until the page is found by a word that nobody wrote before, for each page."""
    from manuals.models import WorkManualPage

    parent = WorkManualPage.objects.live().order_by("pk").first()
    path = f"/admin/pages/add/manuals/manualchapterpage/{parent.pk}/"
    form = editor.get(path)
    token = _TOKEN.search(form.text)
    if form.status != 200 or token is None:
        raise RuntimeError(f"The form for a new page answers {form.status}.")
    cookie = re.search(r"csrftoken=[^;]+", form.headers.get("Set-Cookie", ""))
    editor = Visitor(editor.port, f"{editor.cookie}; {cookie[0] if cookie else ''}")
    chance = random.Random(1)
    return [_publish_one(editor, visitor, path, token[1], chance) for _ in range(TIMES)]


def _publish_one(editor: Visitor, visitor: Visitor, path: str, token: str, chance: random.Random) -> float:
    name = "บ้าน" + "".join(chance.choices(_SYLLABLES, k=5))
    fields = {
        "csrfmiddlewaretoken": token,
        "title": f"รายงานการนิเทศโรงเรียน{name}",
        "slug": "",
        "summary": f"ผลการนิเทศภาคเรียนที่ 1 ของโรงเรียน{name} พร้อมข้อเสนอแนะสำหรับครูผู้สอน",
        "body-count": "0",
        "academic_year": "2568",
        "levels": "p4",
        "attachments-TOTAL_FORMS": "0",
        "attachments-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
    started = perf_counter()
    sent = editor.post(path, fields)
    if sent.status != 302:
        errors = re.findall(r"error-message[^>]*>\s*([^<]+)", sent.text)
        raise RuntimeError(f"The form was answered with {sent.status}: {errors[:3]}")
    while perf_counter() - started < PATIENCE:
        if name in re.sub(r"</?mark>", "", visitor.get("/search/", q=name, literal="1").text).split("</form>", 1)[-1]:
            return perf_counter() - started
        sleep(0.02)
    raise TimeoutError(f"A published page was not found within {PATIENCE:.0f} seconds.")
