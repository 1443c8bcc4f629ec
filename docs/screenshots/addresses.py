"""Where the demo's pages stand, asked from its database: names for the addresses of views and pictures."""

import re


def addresses() -> dict[str, str]:
    """A name -> the address. `PORTAL_DATA_DIR` says whose; it has to be set before."""
    import django

    django.setup()
    from django.urls import reverse

    _let_readers_speak()
    found = {name: reverse(name) for name in PLAIN}
    return found | _pages() | _registries() | _reviews() | _letters()


A_PROCESS = "งานพัฒนาเครื่องมือวัด"  # seven steps, two decisions, two lanes
SAID = (
    (True, "ผังอ่านง่าย นำไปใช้ประชุมครูได้ทันที"),
    (False, "อยากได้ตัวอย่างแบบฟอร์มที่กรอกแล้ว"),
    (True, "ขอเพิ่มระยะเวลาของขั้นตอนที่ 3"),
)
PLAIN = (
    *("areas", "networks", "schools", "people", "feeds", "overview", "subscribe", "subscribe_sent", "glossary"),
    *("laws", "forms", "api", "search", "sign_in", "forgotten_password", "password_letter_sent", "change_password"),
    *("sign_out", "my_works:list", "my_works:start", "review_queue"),
)


def _pages() -> dict[str, str]:
    from django.urls import reverse

    from innovations.models import BestPracticeIndexPage, BestPracticePage, InnovationPage, ResearchPage
    from manuals.models import ManualChapterPage, ManualIndexPage, WorkManualPage, WorkProcessPage
    from manuals.models.process import CHART
    from manuals.one_page import ADDRESS as ONE_PAGE
    from portal.content.published import published

    found = {}
    for name, model in (
        ("manuals", ManualIndexPage),
        ("manual", WorkManualPage),
        ("chapter", ManualChapterPage),
        ("process", WorkProcessPage),
        ("shelf", BestPracticeIndexPage),
        ("best practice", BestPracticePage),
        ("innovation", InnovationPage),
        ("research", ResearchPage),
    ):
        pages = model.objects.live().public().order_by("path")
        if "withdrawn_at" in {field.name for field in model._meta.fields}:
            pages = published(pages).filter(withdrawn_at__isnull=True)
        page = pages.first() if name != "process" else pages.get(title__startswith=A_PROCESS)
        found[name] = page.get_url()
        for screen in ("edit", "history"):
            found[f"{name}:{screen}"] = reverse(f"wagtailadmin_pages:{screen}", args=[page.pk])
        found[f"{name}:list"] = reverse("wagtailadmin_explore", args=[page.pk])
    return found | {"manual:one page": f"{found['manual']}{ONE_PAGE}/", "process:chart": f"{found['process']}{CHART}/"}


def _registries() -> dict[str, str]:
    from portal.content.models import FormTemplate, GlossaryTerm, LearningArea, LegalReference, Person, School

    terms = GlossaryTerm.objects.order_by("pk")
    school = School.objects.filter(name="บ้านห้วยครามวิทยา").first() or School.objects.first()
    law = LegalReference.objects.order_by("pk").first()
    form = FormTemplate.objects.order_by("pk").first()
    return {
        "term": terms.first().get_absolute_url(),
        "term:edit": f"/admin/snippets/content/glossaryterm/edit/{terms.first().pk}/",
        "law": law.get_absolute_url(),
        "law:edit": f"/admin/snippets/content/legalreference/edit/{law.pk}/",
        "form": form.get_absolute_url(),
        "form:edit": f"/admin/snippets/content/formtemplate/edit/{form.pk}/",
        "area": LearningArea.objects.get(code="th").get_absolute_url(),
        "school": school.get_absolute_url(),
        "network": school.network.get_absolute_url(),
        "person": Person.objects.exclude(user=None).order_by("pk").first().get_absolute_url(),
    }


def _reviews() -> dict[str, str]:
    from django.urls import reverse

    from innovations.demo.waiting import in_review, others
    from innovations.models import Invitation, ReviewState, WorkPage
    from innovations.review.access import is_committee

    draft, returned, withdrawn = (_work_named(one.title) for one in (others.DRAFT, others.RETURNED, others.WITHDRAWN))
    sent = _work_named(in_review.COMPLETENESS.title)
    scored = _work_named(in_review.COMMITTEE.title)
    committee = next(state for state in ReviewState.objects.filter(work=scored) if is_committee(state))
    supervisor = ReviewState.objects.filter(work=_work_named(in_review.SUPERVISOR.title)).order_by("pk").last()
    completeness = ReviewState.objects.filter(work=sent).first()
    published = WorkPage.objects.live().filter(withdrawn_at=None, owner__username="teacher1").first()
    return {
        "draft": reverse("my_works:work", args=[draft.pk]),
        "draft:section": reverse("my_works:section", args=[draft.pk, "about"]),
        "draft:rows": reverse("my_works:section", args=[draft.pk, "evidence"]),
        "draft:send": reverse("my_works:send", args=[draft.pk]),
        "draft:delete": reverse("my_works:delete", args=[draft.pk]),
        "returned": reverse("my_works:work", args=[returned.pk]),
        "returned:send": reverse("my_works:send", args=[returned.pk]),
        "sent": reverse("my_works:work", args=[sent.pk]),
        "sent:take back": reverse("my_works:take_back", args=[sent.pk]),
        "decide": reverse("review", args=[supervisor.pk]),
        "decide completeness": reverse("review", args=[completeness.pk]),
        "score": reverse("review", args=[committee.pk]),
        "guests": reverse("review_guests", args=[committee.pk]),
        "guest": next(one for one in Invitation.objects.all() if one.is_valid).get_absolute_url(),
        "withdrawn work": withdrawn.get_url(),
        "withdrawn": reverse("withdraw_work", args=[withdrawn.pk]),
        "withdraw": reverse("withdraw_work", args=[published.pk]),
        "evidence": reverse("evidence", args=[published.pk]),
        "feedback": reverse("feedback", args=[published.pk]),
        "feedback:thanks": reverse("feedback_thanks", args=[published.pk]),
        "used": reverse("class_use", args=[published.pk]),
        "used:thanks": reverse("class_use_thanks", args=[published.pk]),
    }


def _let_readers_speak() -> None:
    """The demo has no feedback of its own; the list of the admin should not be empty in its picture."""
    from manuals.models import WorkProcessPage
    from portal.feedback.models import Feedback

    pages = WorkProcessPage.objects.live().order_by("pk")[: len(SAID)]
    for page, (is_useful, text) in zip(pages, SAID, strict=True):
        Feedback.objects.get_or_create(page=page, text=text, defaults={"is_useful": is_useful})


def _work_named(title: str):
    from wagtail.models import Page

    return Page.objects.get(draft_title=title).specific


def _letters() -> dict[str, str]:
    """Addresses that stand in letters only; who asks for them is made."""
    from django.urls import reverse
    from post_office.models import Email

    from portal.subscriptions.models import Subscriber
    from portal.subscriptions.signing_up import sign_up

    sign_up("reader@example.org", [], [])
    letter = Email.objects.order_by("pk").last().message
    subscriber, _is_new = Subscriber.objects.get_or_create(email="follower@example.org")
    return {
        "subscribe:confirm": re.search(r"/subscribe/confirm/[^\s/]+/", letter)[0],
        "subscribe:manage": reverse("subscribe_manage", args=[subscriber.key]),
        "subscribe:leave": reverse("subscribe_leave", args=[subscriber.key]),
        "subscribe:left": reverse("subscribe_manage", args=["nobody"]),
        "subscribe:expired": reverse("subscribe_confirm", args=["long-ago"]),
    }
