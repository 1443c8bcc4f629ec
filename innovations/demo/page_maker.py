"""Makes the page of one demo work, with its rows, pictures and files, and publishes it through a revision."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from wagtail.models import Page

from innovations.demo.outline import DemoInnovation, DemoPractice, DemoResearch, DemoWork, File, flowing
from innovations.demo.people import person_named
from innovations.demo.pictures import add_cover, add_diagram, add_pictures
from innovations.models import (
    BestPracticePage,
    InnovationPage,
    PdcaStep,
    RecognitionLevel,
    ResearchPage,
    WorkBasis,
    WorkEvidence,
    WorkPage,
)
from portal.content.demo_data import SCHOOLS
from portal.content.demo_papers import Paper, pdf, stored, word
from portal.content.models import KnowledgePage, LearningArea, PageAttachment, PageAuthor, PageSchool, School

if TYPE_CHECKING:
    from portal.accounts.models import User

MODELS: Final[Mapping[str, type[WorkPage]]] = {
    "innovation": InnovationPage,
    "best_practice": BestPracticePage,
    "research": ResearchPage,
}
RESEARCH_FIELDS: Final = ("title_en", "keywords", "research_kind")
OPENED: Final = date(2025, 10, 6)  # when the first of these works was published
LAST_YEAR, HALF_OVER = 2569, date(2026, 10, 12)  # of the academic year of the newest works
_NAMESPACE: Final = uuid.UUID("5f1d4f0e-8f1e-5b52-9c6c-0d3f2a7b1c99")


def key_of(work: str) -> uuid.UUID:
    """What marks the page of that work, whatever an editor makes of its title and address."""
    return uuid.uuid5(_NAMESPACE, work)


def publications_of(works: Sequence[DemoWork]) -> list[datetime]:
    """When each was published: since the portal opened, those of the last year when its first half had results."""
    older = sum(work.year < LAST_YEAR for work in works)
    return [*_spread(OPENED, HALF_OVER, older), *_spread(HALF_OVER, timezone.localdate(), len(works) - older)]


def _spread(first: date, end: date, count: int) -> list[datetime]:
    days = max((end - first).days, 1)
    return [
        timezone.make_aware(
            datetime.combine(first + timedelta(days=days * place // count), time(9 + place % 7, 7 * place % 60))
        )
        for place in range(count)
    ]


@dataclass
class PageMaker:
    """What the pages of a load share; each register is read once."""

    indexes: Mapping[str, Page]

    @cached_property
    def schools(self) -> Mapping[str, School]:
        """By the demo's name without โรงเรียน; found by their codes, so that a renamed school is still it."""
        standing = School.objects.select_related("network").in_bulk([one.code for one in SCHOOLS], field_name="code")
        return {one.name.removeprefix("โรงเรียน"): standing[one.code] for one in SCHOOLS if one.code in standing}

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Names of learning areas by their codes."""
        return dict(LearningArea.objects.values_list("code", "name"))

    def make(self, work: DemoWork, owner: User | None = None, *, has_files: bool = True) -> WorkPage:
        """A draft with everything in it, as its first revision has it."""
        page = MODELS[work.kind](
            title=work.title,
            summary=flowing(work.summary),
            levels=list(work.levels),
            academic_year=work.year,
            licence=work.licence,
            award=work.award,
            live=False,
            owner=owner,
            translation_key=key_of(work.key),
            **{name: flowing(getattr(work, name)) for name in work.texts},
        )
        if isinstance(work, DemoResearch):
            for name in RESEARCH_FIELDS:
                setattr(page, name, getattr(work, name))
        if work.recognition:
            page.recognition = RecognitionLevel.objects.filter(name=work.recognition).first()
        self._add_rows(page, work)
        if has_files:
            self._add_files(page, work)
        self.indexes[work.kind].add_child(instance=page)
        self._file(page, work)
        return page

    def _add_rows(self, page: WorkPage, work: DemoWork) -> None:
        page.authors = [
            PageAuthor(person=person_named(given, self.schools), role=role) for given, role in work.authors.items()
        ]
        page.page_schools = [PageSchool(school=self.schools[name]) for name in work.schools if name in self.schools]
        page.evidence = [
            WorkEvidence(
                measure=number.measure,
                before=None if number.before is None else Decimal(str(number.before)),
                after=Decimal(str(number.after)),
                unit=number.unit,
                note=number.note,
            )
            for number in work.numbers
        ]
        page.bases = [WorkBasis(built_on=basis) for basis in map(_standing_page, work.builds_on) if basis]
        if isinstance(work, DemoPractice):
            page.pdca_steps = [PdcaStep(phase=phase, text=flowing(text)) for phase, text in work.steps]

    def _add_files(self, page: WorkPage, work: DemoWork) -> None:
        add_cover(page, work)
        add_pictures(page, work)
        if isinstance(work, DemoInnovation) and work.diagram:
            add_diagram(page, work.diagram)
        page.attachments = [_attachment(file) for file in work.files]

    def _file(self, page: WorkPage, work: DemoWork) -> None:
        """Under what it is found."""
        networks = dict.fromkeys(self.schools[name].network.name for name in work.schools if name in self.schools)
        page.learning_areas.add(*(self.areas[code] for code in work.areas))
        page.school_networks.add(*networks)
        page.tags.add(*work.tags)
        page.save()


def publish(page: WorkPage, published: datetime) -> None:
    """Through a revision, as an editor does, at that time."""
    page.save_revision().publish()
    Page.objects.filter(pk=page.pk).update(first_published_at=published, last_published_at=published)


def _attachment(file: File) -> PageAttachment:
    paper = Paper(file.title, file.sections)
    content = pdf(paper) if file.ending == "pdf" else word(paper)
    return PageAttachment(document=stored(file.title, file.ending, content))


def _standing_page(name: str) -> KnowledgePage | None:
    by_key = KnowledgePage.objects.filter(translation_key=key_of(name)).first()
    return by_key or KnowledgePage.objects.filter(title=name).first()
