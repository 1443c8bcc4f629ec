"""The registers of the review in the admin: who is responsible, rubrics, levels of recognition."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from innovations.models import RecognitionLevel, Responsibility, Rubric


class ResponsibilityViewSet(SnippetViewSet):
    """Which supervisor reviews which works."""

    model = Responsibility
    icon = "group"
    menu_label = _("Responsibilities")
    list_display = ["user", "learning_area", "school_network"]
    list_filter = ["learning_area", "school_network"]
    list_export = ["user", "learning_area", "school_network"]
    export_filename = "responsibilities"
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request):
        """With what the list shows."""
        return Responsibility.objects.select_related("user", "learning_area", "school_network")


class RubricViewSet(SnippetViewSet):
    """Criteria, weights, described levels."""

    model = Rubric
    icon = "list-ol"
    menu_label = _("Rubrics")
    list_display = ["name", Column("scores_needed", label=_("Scores needed"), width="15%")]


class RecognitionLevelViewSet(SnippetViewSet):
    """From which score on which level is given."""

    model = RecognitionLevel
    icon = "success"
    menu_label = _("Levels of recognition")
    list_display = ["name", Column("least_percent", label=_("From percent"), width="15%")]
    copy_view_enabled = False


class ReviewGroup(SnippetViewSetGroup):
    """การพิจารณาผลงาน."""

    menu_label = _("Review of works")
    menu_icon = "clipboard-list"
    menu_order = 260
    items = (ResponsibilityViewSet, RubricViewSet, RecognitionLevelViewSet)
