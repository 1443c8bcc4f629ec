"""What the office teaches the search: abbreviations, synonyms and words, each a small registry."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models.vocabulary import NormalisedText


class Abbreviation(NormalisedText):
    """A short form and what it stands for: who looks for one finds the other."""

    searched_in = ("short", "full")

    short = models.CharField(
        _("short form"), max_length=40, unique=True, help_text=_("With its dots, for example สพฐ. or ผอ.รร.")
    )
    full = models.CharField(
        _("full form"), max_length=200, help_text=_("For example สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน.")
    )

    panels = ["short", "full"]

    class Meta:
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")
        ordering = ["short"]

    def __str__(self) -> str:
        return f"{self.short} = {self.full}"


class SynonymGroup(NormalisedText):
    """Words that mean the same to a searcher."""

    searched_in = ("words",)

    words = models.TextField(
        _("words"), help_text=_("One word or phrase a line, at least two, for example แผนการสอน and แผนการจัดการเรียนรู้.")
    )

    panels = ["words"]

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return " = ".join(self.members)

    def clean(self) -> None:
        """Two different words at least."""
        if len(self.members) < 2:
            raise ValidationError({"words": _("Write at least two different words, each on a line of its own.")})

    @property
    def members(self) -> tuple[str, ...]:
        """The words, each once."""
        return tuple(dict.fromkeys(" ".join(line.split()) for line in self.words.splitlines() if line.strip()))


class DictionaryWord(NormalisedText):
    """A word that the dictionary of Thai does not have: names, coined words. Most are learnt from titles and tags."""

    searched_in = ("word",)

    word = models.CharField(
        _("word"), max_length=60, unique=True, help_text=_("Thai letters without spaces, for example อนุบาลนักคิด.")
    )
    is_learnt = models.BooleanField(_("learnt from a title, tag, term or name"), default=False, editable=False)

    panels = ["word"]

    class Meta:
        verbose_name = _("dictionary word")
        verbose_name_plural = _("dictionary words")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word


class IndexedWord(models.Model):
    """A word that was indexed once: what misspelt questions are compared with. `bare` is it without tone marks."""

    word = models.CharField(max_length=60, unique=True)
    bare = models.CharField(max_length=60, db_index=True)

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")

    def __str__(self) -> str:
        return self.word


class LexiconState(models.Model):
    """One row: how often the registries changed. Processes compare it with what they hold in memory."""

    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.version)
