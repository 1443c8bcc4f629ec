"""Learning areas, school networks, schools, work groups and tags in the admin."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from portal.content.models import KnowledgeTag, LearningArea, School, SchoolNetwork, WorkGroup

from .base import RegisterViewSet


class LearningAreaViewSet(RegisterViewSet):
    """Learning areas of the curriculum."""

    model = LearningArea
    icon = "openquote"
    shown = ["name", "name_en", "code", "order"]
    list_export = ["code", "name", "name_en", "order"]
    export_filename = "learning-areas"


class SchoolNetworkViewSet(RegisterViewSet):
    """School networks."""

    model = SchoolNetwork
    icon = "group"
    shown = ["name", Column("school_count", label=_("Schools"), sort_key="school_count", width="12%")]
    list_export = ["name", "school_count"]
    export_headings = {"school_count": _("Schools")}
    export_filename = "school-networks"

    def get_queryset(self, request):
        """With the number of schools. A grouped query forgets the model's own order."""
        return SchoolNetwork.objects.annotate(school_count=Count("schools")).order_by("sort_text")


class SchoolViewSet(RegisterViewSet):
    """Schools of the district."""

    model = School
    icon = "home"
    shown = ["name", "code", "network", "subdistrict"]
    list_filter = ["network"]
    list_export = ["code", "name", "network", "subdistrict"]
    export_filename = "schools"

    def get_queryset(self, request):
        """With their networks."""
        return School.objects.select_related("network")


class WorkGroupViewSet(RegisterViewSet):
    """Work groups and their tasks."""

    model = WorkGroup
    icon = "list-ol"
    shown = ["name", "number"]
    list_export = ["number", "name"]
    export_filename = "work-groups"


class TagViewSet(RegisterViewSet):
    """Free tags: here they are respelt or removed."""

    model = KnowledgeTag
    icon = "tag"
    shown = ["name"]
    list_export = ["name", "slug"]
    export_filename = "tags"
