"""What follows a change of a page or a registry."""

from django.db.models.signals import post_save
from wagtail.signals import page_published, page_unpublished


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready. A draft that is saved costs nothing."""
    from .models import GlossaryTerm

    page_published.connect(_look_for_terms, dispatch_uid="content.page_published")
    page_unpublished.connect(_look_for_terms, dispatch_uid="content.page_unpublished")
    post_save.connect(_look_for_the_term, sender=GlossaryTerm, dispatch_uid="content.term_saved")


def _look_for_terms(sender, instance, **kwargs) -> None:
    from . import glossary_use
    from .models import KnowledgePage

    if issubclass(sender, KnowledgePage):
        glossary_use.refresh_page(instance.pk)


def _look_for_the_term(sender, instance, raw=False, **kwargs) -> None:
    from . import glossary_use

    if not raw:
        glossary_use.refresh_term(instance.pk)
