"""What follows a change of a page or a registry."""

from asgiref.local import Local
from django.db import transaction
from django.db.models.signals import post_save
from wagtail.signals import page_published, page_unpublished

_saved = Local()  # `_saved.documents`: keys of what this thread saved and whose file may have to be read after commit


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready. A draft that is saved costs nothing."""
    from .models import GlossaryTerm, PortalDocument

    page_published.connect(_look_for_terms, dispatch_uid="content.page_published")
    page_unpublished.connect(_forget_terms, dispatch_uid="content.page_unpublished")
    post_save.connect(_look_for_the_term, sender=GlossaryTerm, dispatch_uid="content.term_saved")
    post_save.connect(_read_the_file, sender=PortalDocument, dispatch_uid="content.document_saved")


def _look_for_terms(sender, instance, **kwargs) -> None:
    from . import glossary_use
    from .models import KnowledgePage

    if issubclass(sender, KnowledgePage):
        glossary_use.refresh_page(instance.pk)


def _forget_terms(sender, instance, **kwargs) -> None:
    from . import glossary_use
    from .models import KnowledgePage

    if issubclass(sender, KnowledgePage):
        glossary_use.forget_page(instance.pk)


def _look_for_the_term(sender, instance, raw=False, **kwargs) -> None:
    from . import glossary_use

    if not raw:
        glossary_use.refresh_term(instance.pk)


def _read_the_file(sender, instance, raw=False, **kwargs) -> None:
    from .attachment_text.records import forget_replaced

    if raw:
        return
    forget_replaced(instance)
    _saved.documents = {*getattr(_saved, "documents", ()), instance.pk}
    # An import saves many: the first of these calls reads all files in one go, the others find nothing left to do.
    transaction.on_commit(_read_what_was_saved, robust=True)


def _read_what_was_saved() -> None:
    from .attachment_text.tasks import read_documents

    documents, _saved.documents = getattr(_saved, "documents", set()), set()
    if documents:
        read_documents.enqueue(sorted(documents))
