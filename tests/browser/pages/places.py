"""What there is to look at behind the public pages: one entry for each screen, with who sees it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from innovations.models import BestPracticePage, Invitation, WorkEvidence
from innovations.models.review.setup import COMMITTEE, SUPERVISORS
from innovations.my_works.kinds import KINDS
from innovations.my_works.starting import start_work
from innovations.review.withdrawals import Withdrawal
from portal.mail.letters import send_waiting
from portal.subscriptions.models import Subscriber
from tests import factories
from tests.browser.content import make_content
from tests.browser.looking import Place
from tests.innovations.making import full_practice, make_shelf, make_work
from tests.innovations.my_works.conftest import make_contributor
from tests.innovations.review.conftest import act, give, make_user, send, state_now

BARE = ("400.html", "500.html")
OWN_SECTIONS = {"best-practice": None, "innovation": ("design",), "research": ("abstract", "references")}


def visitors_places(home: Any) -> list[Place]:
    """The public pages."""
    return [Place(name, address) for name, address in make_content(home).items()]


def contributors_places(home: Any) -> list[Place]:
    """My works, from an empty list to a withdrawn work."""
    for kind in KINDS:
        make_shelf(home, kind.model)
    teacher = make_contributor("pimjai", factories.make_school(), first_name="พิมพ์ใจ", last_name="ริมคราม")
    newcomer = make_contributor("pranee", teacher.contributor.school)
    drafts = {kind.key: start_work(kind, f"อ่านคล่องด้วยบัตรคำ {number}", teacher) for number, kind in enumerate(KINDS)}
    written = _written_draft(drafts["best-practice"])
    supervisor = make_user("supervisor", SUPERVISORS, first_name="สมชาย")
    sent, returned = (_sent(home, title, teacher) for title in ("นิทานหน้าเสาธง", "ตลาดนัดเศษส่วน"))
    act(returned, supervisor, "reject", comment="ขอเพิ่มผลก่อนและหลัง\nและแหล่งอ้างอิง")
    published = make_work(home, BestPracticePage, "อ่านคู่ทุกเช้า", owner=teacher)
    screens = [
        Place("my works, none yet", reverse("my_works:list"), newcomer),
        Place("my works", reverse("my_works:list"), teacher),
        Place("start", reverse("my_works:start"), teacher),
        Place("start, nothing filled in", reverse("my_works:start"), teacher, is_wrong=True),
        Place("without a school", reverse("my_works:list"), make_user("nobody")),
    ]
    for name, work in {"draft": written, "in review": sent, "returned": returned, "published": published}.items():
        screens.append(Place(f"a work, {name}", reverse("my_works:work", args=[work.pk]), teacher))
    for key, work in drafts.items():
        screens += _section_places(key, work, teacher)
    return [
        *screens,
        Place("preview", reverse("my_works:preview", args=[written.pk]), teacher),
        Place("send", reverse("my_works:send", args=[drafts["research"].pk]), teacher),
        Place("send again", reverse("my_works:send", args=[returned.pk]), teacher),
        Place("take back", reverse("my_works:take_back", args=[sent.pk]), teacher),
        Place("delete", reverse("my_works:delete", args=[drafts["research"].pk]), teacher),
        Place("evidence of reach", reverse("evidence", args=[published.pk]), teacher),
        Place("ask to withdraw", reverse("withdraw_work", args=[published.pk]), teacher),
        Place(
            "ask to withdraw without a reason", reverse("withdraw_work", args=[published.pk]), teacher, is_wrong=True
        ),
    ]


def _section_places(key: str, work: Any, teacher: Any) -> list[Place]:
    wanted = OWN_SECTIONS[key] or [section.key for section in work.sections()]
    found = [
        Place(f"{key}: {section}", reverse("my_works:section", args=[work.pk, section]), teacher) for section in wanted
    ]
    if key == "best-practice":
        address = reverse("my_works:section", args=[work.pk, "about"])
        found.append(Place("a part with what cannot be saved", address, teacher, is_wrong=True))
    return found


def _written_draft(work: Any) -> Any:
    """With a row of each sort, as far as it can be without uploads."""
    model = full_practice(work.get_parent().get_parent(), title="แบบอย่างของผลงาน")
    draft = work.get_latest_revision_as_object()
    draft.summary, draft.importance = "บัตรคำช่วยให้อ่านคล่อง", model.importance
    draft.evidence = [WorkEvidence(measure="คำที่อ่านถูก", before=31, after=88, unit="ร้อยละ")]
    for name in ("pdca_steps", "pictures", "attachments", "videos", "authors"):
        rows = list(getattr(model, name).all())
        for row in rows:
            row.pk, row.page = None, None
        setattr(draft, name, rows)
    draft.save_revision()
    return work


def _sent(home: Any, title: str, teacher: Any) -> Any:
    work = make_work(home, BestPracticePage, title, live=False, owner=teacher, importance="เด็กไม่กล้าพูด")
    work.save_revision(user=teacher)
    send(work, teacher)
    return work


def reviewers_places(home: Any) -> list[Place]:
    """The queue, each step of the review, the guest's page, the result and the withdrawal."""
    teacher = make_contributor("pimjai", factories.make_school())
    supervisor = make_user("supervisor", SUPERVISORS, first_name="สมชาย")
    members = [make_user(f"member{number}", COMMITTEE, first_name="กรรมการ") for number in (1, 2, 3)]
    checked, scored, done = (_sent(home, title, teacher) for title in ("นิทานหน้าเสาธง", "ตลาดนัดเศษส่วน", "อ่านคู่ทุกเช้า"))
    for work in (scored, done):
        act(work, supervisor)
        act(work, supervisor)
    finished, open_step = state_now(done), state_now(scored)
    for member in members:
        give(finished, user=member)
    give(open_step, user=members[1])
    guest = _guest(open_step, supervisor)
    ended = _guest(finished, supervisor, "late@example.org")
    review, score = (reverse("review", args=[state.pk]) for state in (state_now(checked), open_step))
    withdrawn = make_work(home, BestPracticePage, "ผลงานที่ถอนแล้ว", owner=teacher, withdrawn_at=timezone.now())
    Withdrawal.objects.create(work=done, reason="พบข้อมูลนักเรียน", asked_by=teacher)
    return [
        Place("queue", reverse("review_queue"), supervisor),
        Place("empty queue", reverse("review_queue"), make_user("member4", COMMITTEE)),
        Place("decide", review, supervisor),
        Place("score", score, members[0]),
        Place("score without points", score, members[0], is_wrong=True),
        Place("own score", score, members[1]),
        Place("guests", reverse("review_guests", args=[open_step.pk]), supervisor),
        Place("guests, nothing filled in", reverse("review_guests", args=[open_step.pk]), supervisor, is_wrong=True),
        Place("guest", guest.get_absolute_url()),
        Place("a guest's link that ended", ended.get_absolute_url()),
        Place("result", reverse("review_result", args=[finished.pk]), teacher),
        Place("withdraw", reverse("withdraw_work", args=[done.pk]), supervisor),
        Place("withdrawn", reverse("withdraw_work", args=[withdrawn.pk]), supervisor),
        Place("what visitors see of it", withdrawn.url),
    ]


def _guest(state: Any, supervisor: Any, email: str = "guest@example.org") -> Invitation:
    until = timezone.now() + timedelta(days=14)
    return Invitation.objects.create(
        state=state, name="ผศ.ดร.ใจดี", email=email, invited_by=supervisor, expires_at=until
    )


def account_places(home: Any) -> list[Place]:
    """Signing in and passwords; the forms of readers when something is missing; letters' links; what went wrong."""
    user = make_user("pimjai")
    key = urlsafe_base64_encode(force_bytes(user.pk))
    practice = full_practice(home)
    subscriber = Subscriber.objects.create(email="kru@example.org")
    private = factories.make_manual(factories.make_manual_index(home), title="คู่มือภายใน")
    restriction = factories.make_private(private)
    restriction.restriction_type, restriction.password = "password", "open"
    restriction.save()
    forms = {
        "sign in": reverse("sign_in"),
        "forgotten password": reverse("forgotten_password"),
        "set password": reverse("set_password", args=[key, default_token_generator.make_token(user)]),
        "subscribe": reverse("subscribe"),
        "feedback": reverse("feedback", args=[practice.pk]),
        "used in class": reverse("class_use", args=[practice.pk]),
        "a page with a password": private.url,
    }
    return [
        *(Place(name, address) for name, address in forms.items()),
        *(Place(f"{name}, nothing filled in", address, is_wrong=True) for name, address in forms.items()),
        Place("password letter sent", reverse("password_letter_sent")),
        Place("a password link that ended", reverse("set_password", args=[key, "ended-0"])),
        Place("change password", reverse("change_password"), user),
        Place("change password, nothing filled in", reverse("change_password"), user, is_wrong=True),
        Place("sign out", reverse("sign_out"), user),
        Place("subscribed", reverse("subscribe_sent")),
        Place("confirm", _confirm_address()),
        Place("a confirmation that ended", reverse("subscribe_confirm", args=["ended"])),
        Place("manage subscription", reverse("subscribe_manage", args=[subscriber.key])),
        Place("leave", reverse("subscribe_leave", args=[subscriber.key])),
        Place("thanks for feedback", reverse("feedback_thanks", args=[practice.pk])),
        Place("thanks for the report", reverse("class_use_thanks", args=[practice.pk])),
        *(Place(name, "/", html=rendered(name)) for name in ("403.html", "403_csrf.html", "locked_out.html", *BARE)),
        *(Place(name, "/", html=rendered(name)) for name in ("accounts/too_many_letters.html", "404.html")),
    ]


def _confirm_address() -> str:
    Client().post(reverse("subscribe"), {"email": "new@example.org", "areas": ["th"], "networks": []})
    send_waiting()
    return re.search(r"https?://[^/]+(/subscribe/confirm/\S+)", mail.outbox.pop().body).group(1)


def rendered(template: str) -> str:
    """What a template shows that only a failing request would bring."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return render_to_string(template, {}, None if template in BARE else request)
