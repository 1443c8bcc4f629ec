"""What editors teach the search, in one menu group of the admin."""

from django.utils.translation import pgettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .promotions import PromotionMenu
from .registries import AbbreviationViewSet, ExpectedResultViewSet, SynonymViewSet, WordViewSet


class SearchGroup(SnippetViewSetGroup):
    """การค้นหา: abbreviations, synonyms, words, what is recommended, what has to be found."""

    menu_label = pgettext_lazy("menu", "Search")
    menu_icon = "search"
    menu_order = 255
    items = (AbbreviationViewSet, SynonymViewSet, WordViewSet, PromotionMenu, ExpectedResultViewSet)
