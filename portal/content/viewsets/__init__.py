"""The registers of the admin, in one menu group."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .people import PersonViewSet
from .registers import FormTemplateViewSet, GlossaryViewSet, LegalReferenceViewSet
from .school_import import SchoolImportViewSet
from .vocabularies import LearningAreaViewSet, SchoolNetworkViewSet, SchoolViewSet, TagViewSet, WorkGroupViewSet


class RegistryGroup(SnippetViewSetGroup):
    """ทะเบียนกลาง: what is kept once and used everywhere."""

    menu_label = _("Registries")
    menu_icon = "folder-open-inverse"
    menu_order = 250
    items = (
        GlossaryViewSet,
        FormTemplateViewSet,
        LegalReferenceViewSet,
        PersonViewSet,
        SchoolViewSet,
        SchoolImportViewSet,
        SchoolNetworkViewSet,
        LearningAreaViewSet,
        WorkGroupViewSet,
        TagViewSet,
    )
