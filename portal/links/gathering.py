"""Published pages, laws, forms and terms -> the links that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Model, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from portal.content.models import FormTemplate, GlossaryTerm, KnowledgePage, LegalReference
from portal.content.published import published

from .addresses import linked_pages, web_addresses
from .models import CheckedLink, LinkPlace, ReadPage, Reason, State

PAGES: Final = 200  # a round
REGISTERS: Final[tuple[type[Model], ...]] = (LegalReference, FormTemplate, GlossaryTerm)


def gather() -> None:
    """Read what was published since the last time, forget what is gone, and look at links inside of the portal."""
    for page in _unread_pages():
        _read_page(page)
    for model in REGISTERS:
        _read_register(model)
    _forget()
    judge_own_pages()


def _read_register(model: type[Model]) -> None:
    """Written is only what changed: most records link to nothing."""
    content_type = ContentType.objects.get_for_model(model)
    known: dict[int, set[str]] = {}
    for pk, url in LinkPlace.objects.filter(content_type=content_type).values_list("object_id", "link__url"):
        known.setdefault(pk, set()).add(url)
    for record in model._default_manager.all():
        urls = web_addresses([getattr(record, field.attname) for field in model._meta.concrete_fields])
        if urls != known.get(record.pk, set()):
            _keep(content_type, record.pk, urls, set())


def _unread_pages() -> list[Page]:
    read = ReadPage.objects.filter(page=OuterRef("pk")).values("published_at")
    pages = published(Page.objects.all()).filter(last_published_at__isnull=False).annotate(read=Subquery(read))
    unread = pages.filter(Q(read__isnull=True) | Q(read__lt=F("last_published_at")))
    return list(unread.order_by("last_published_at").specific()[:PAGES])


def _read_page(page: Page) -> None:
    data = page.serializable_data()
    content_type = ContentType.objects.get_for_model(Page)
    referred = ReferenceIndex.get_references_for_object(page).filter(to_content_type=content_type)
    targets = {int(key) for key in referred.values_list("to_object_id", flat=True)} | linked_pages(data)
    with transaction.atomic():
        _keep(content_type, page.pk, web_addresses(data), targets)
        ReadPage.objects.update_or_create(page=page, defaults={"published_at": page.last_published_at})


@transaction.atomic
def _keep(content_type: ContentType, object_id: int, urls: Iterable[str], targets: Iterable[int]) -> None:
    """Make the places of one page or record what they are now."""
    wanted = [_link_to(url) for url in sorted(urls)]
    wanted += [_link_to_page(target) for target in sorted(targets)]
    CheckedLink.objects.bulk_create(wanted, ignore_conflicts=True)
    keys = {link.key for link in wanted}
    places = LinkPlace.objects.filter(content_type=content_type, object_id=object_id)
    places.exclude(link__key__in=keys).delete()
    LinkPlace.objects.bulk_create(
        [
            LinkPlace(link_id=pk, content_type=content_type, object_id=object_id)
            for pk in CheckedLink.objects.filter(key__in=keys).values_list("pk", flat=True)
        ],
        ignore_conflicts=True,
    )


def _link_to(url: str) -> CheckedLink:
    return CheckedLink(key=sha256(url.encode()).hexdigest(), url=url, host=(urlsplit(url).hostname or "")[:255])


def _link_to_page(target: int) -> CheckedLink:
    return CheckedLink(key=f"page:{target}", url="", target=target)


def _forget() -> None:
    """Places in what is no longer published, read marks of such pages, links that stand nowhere."""
    pages = ContentType.objects.get_for_model(Page)
    live = published(Page.objects.all())
    LinkPlace.objects.filter(content_type=pages).exclude(object_id__in=live.values("pk")).delete()
    ReadPage.objects.exclude(page__in=live).delete()
    for model in REGISTERS:
        kind = ContentType.objects.get_for_model(model)
        LinkPlace.objects.filter(content_type=kind).exclude(object_id__in=model._default_manager.values("pk")).delete()
    CheckedLink.objects.filter(places__isnull=True).delete()


def judge_own_pages() -> None:
    """A link to a page of the portal works while that page is published."""
    now, links = timezone.now(), CheckedLink.objects.filter(target__isnull=False)
    withdrawn = KnowledgePage.objects.filter(withdrawn_at__isnull=False)
    good = published(Page.objects.all()).exclude(pk__in=withdrawn.values("pk"))
    there = Page.objects.values("pk")
    links.update(last_checked_at=now)
    links.filter(target__in=good.values("pk")).update(
        state=State.GOOD, reason=Reason.NONE, first_broken_at=None, failures=0
    )
    broken = links.exclude(target__in=good.values("pk"))
    broken.filter(first_broken_at__isnull=True).update(first_broken_at=now)
    broken.filter(target__in=there).update(state=State.BROKEN, reason=Reason.UNPUBLISHED)
    broken.exclude(target__in=there).update(state=State.BROKEN, reason=Reason.DELETED)
