"""The editor's form of every knowledge page: vocabularies as checkboxes, tags in one spelling."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from portal.thai.normalise import normalise

from .models.schools import SchoolNetwork
from .models.subjects import LearningArea


class VocabularyField(forms.ModelMultipleChoiceField):
    """Entries of a controlled vocabulary. Wagtail's tag widget would silently drop what it does not know."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj) -> str:
        """In the editor's language where the vocabulary has it."""
        return getattr(obj, "label", None) or str(obj)


class KnowledgePageForm(WagtailAdminPageForm):
    """Replaces the tag widgets of the two vocabularies."""

    learning_areas = VocabularyField(LearningArea.objects.all(), required=False, label=_("learning areas"))
    school_networks = VocabularyField(SchoolNetwork.objects.all(), required=False, label=_("school networks"))

    def clean_tags(self) -> list[str]:
        """Each tag once, its vowels and marks in their right order."""
        names = (normalise(name).strip() for name in self.cleaned_data["tags"])
        return list(dict.fromkeys(name for name in names if name))
