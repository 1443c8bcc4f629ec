"""The editor's forms: an address that may stay empty, vocabularies as checkboxes, tags in one spelling."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from portal.thai.normalise import normalise
from portal.thai.romanise import unique_slug

from .models.schools import SchoolNetwork
from .models.subjects import LearningArea


class PortalPageForm(WagtailAdminPageForm):
    """Makes the address of the Thai title when the editor gives none; the browser cannot."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Leave it empty: the portal makes a readable address of the title.")

    def clean(self) -> dict:
        """Fill the slug before Wagtail looks whether it is free."""
        if self.cleaned_data.get("slug") == "":
            self.cleaned_data["slug"] = unique_slug(self.cleaned_data.get("title", ""), self._is_taken)
        return super().clean()

    def _is_taken(self, slug: str) -> bool:
        return not Page._slug_is_available(slug, self.parent_page, self.instance)


class VocabularyField(forms.ModelMultipleChoiceField):
    """Entries of a controlled vocabulary. Wagtail's tag widget would silently drop what it does not know."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj) -> str:
        """In the editor's language where the vocabulary has it."""
        return getattr(obj, "label", None) or str(obj)


class KnowledgePageForm(PortalPageForm):
    """Replaces the tag widgets of the two vocabularies."""

    learning_areas = VocabularyField(LearningArea.objects.all(), required=False, label=_("learning areas"))
    school_networks = VocabularyField(SchoolNetwork.objects.all(), required=False, label=_("school networks"))

    def clean_tags(self) -> list[str]:
        """Each tag once, its vowels and marks in their right order."""
        names = (normalise(name).strip() for name in self.cleaned_data["tags"])
        return list(dict.fromkeys(name for name in names if name))
