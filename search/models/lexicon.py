"""What the office teaches the search: abbreviations, synonyms and words, each a small registry."""

from __future__ import annotations

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.content.models.vocabulary import ThaiOrdered
from portal.thai.normalise import fold, normalise
from portal.thai.segment import dictionary_words_at
from portal.thai.words import key_of

from .words import WordManager

FEWEST_SYNONYMS: Final = 2
LONGEST_SYNONYM: Final = 200
_THAI_BLANK: Final = re.compile("(?<=[\u0e01-\u0e4e]) (?=[\u0e01-\u0e4e])")
_THAI_WORD: Final = re.compile("[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")


class Abbreviation(ThaiOrdered):
    """A short form and what it stands for: who looks for one finds the other."""

    searched_in = ("short", "full")
    sorted_by = "short"

    short = models.CharField(
        _("short form"),
        max_length=40,
        unique=True,
        help_text=_("With its dots, for example สพฐ. or ผอ.รร. Readers may leave the dots and spaces out."),
    )
    full = models.CharField(_("full form"), max_length=200, help_text=_("For example สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน."))

    panels = ["short", "full"]

    class Meta:
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return f"{self.short} = {self.full}"

    def clean(self) -> None:
        """A short form with a letter, different from its full form, and each spelling of it only once."""
        self.short, self.full = normalise(self.short).strip(), normalise(self.full).strip()
        key = key_of(self.short)
        if not key:
            raise ValidationError({"short": _("Write at least one letter or digit.")})
        if key == key_of(self.full):
            raise ValidationError({"full": _("Write what the short form stands for, not the short form again.")})
        same = next((one for one in Abbreviation.objects.exclude(pk=self.pk) if key_of(one.short) == key), None)
        if same is not None:
            message = _("“%(other)s” is registered already: with or without dots and spaces it is the same short form.")
            raise ValidationError({"short": message % {"other": same}})


class SynonymGroup(ThaiOrdered):
    """Words that mean the same to a searcher."""

    searched_in = ("words",)
    sorted_by = "words"

    words = models.TextField(
        _("words"), help_text=_("One word or phrase a line, at least two, for example แผนการสอน and แผนการจัดการเรียนรู้.")
    )

    panels = ["words"]

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return " = ".join(self.members)

    def clean(self) -> None:
        """Two different words at least, each once, each with a letter."""
        lines = [" ".join(normalise(line).split()) for line in self.words.splitlines() if line.strip()]
        seen: set[str] = set()
        for line in lines:
            self._check_member(line, seen)
            seen.add(_sameness(line))
        if len(lines) < FEWEST_SYNONYMS:
            raise ValidationError({"words": _("Write at least two different words, each on a line of its own.")})
        self.words = "\n".join(lines)

    @property
    def members(self) -> tuple[str, ...]:
        """The words, each once."""
        return tuple(dict.fromkeys(" ".join(line.split()) for line in self.words.splitlines() if line.strip()))

    @staticmethod
    def _check_member(line: str, seen: set[str]) -> None:
        if not key_of(line):
            message = _("“%(line)s” holds no letter or digit.")
        elif len(line) > LONGEST_SYNONYM:
            message = _("“%(line)s” is too long: a word or a short phrase a line.")
        elif _sameness(line) in seen:
            message = _("“%(line)s” stands here twice.")
        else:
            return
        raise ValidationError({"words": message % {"line": line}})


class DictionaryWord(ThaiOrdered):
    """A word that the dictionary of Thai does not have: names, coined words. Most are learnt from titles and tags."""

    searched_in = ("word",)
    sorted_by = "word"

    word = models.CharField(
        _("word"), max_length=60, unique=True, help_text=_("Thai letters without spaces, for example อนุบาลนักคิด.")
    )
    is_learnt = models.BooleanField(_("learnt from a title, tag, term or name"), default=False, editable=False)

    objects = WordManager()

    panels = ["word"]

    class Meta:
        verbose_name = _("dictionary word")
        verbose_name_plural = _("dictionary words")
        ordering = ["sort_text"]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        """One Thai word that neither the dictionary nor this registry has."""
        self.word = normalise(self.word).strip()
        if message := why_no_word(self.word):
            raise ValidationError({"word": message})
        if DictionaryWord.objects.exclude(pk=self.pk).filter(word=self.word).exists():
            raise ValidationError({"word": _("The search knows this word already: nothing needs to be added.")})

    @property
    def origin(self) -> str:
        """Who added it, for lists."""
        return gettext("learnt by the search") if self.is_learnt else gettext("added by the office")


class RefusedWord(models.Model):
    """A learnt word that an editor deleted: it is not learnt again. Adding it by hand lifts that."""

    word = models.CharField(max_length=60, unique=True)

    class Meta:
        verbose_name = _("refused word")
        verbose_name_plural = _("refused words")

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


def why_no_word(word: str) -> str:
    """What is wrong with `word` as a word of the dictionary, for editors; empty when nothing is."""
    if any(character.isspace() for character in word):
        return str(_("Write one word without spaces. A phrase of several words needs no entry."))
    if not _THAI_WORD.fullmatch(word):
        return str(_("Write two Thai letters or more, and nothing else: no digits, Latin letters or signs."))
    if word in dictionary_words_at(word, 0):
        return str(_("The dictionary of Thai has this word already: nothing needs to be added."))
    return ""


def _sameness(line: str) -> str:
    """What two spellings of a synonym have in common: between Thai letters a blank means little, in English much."""
    return _THAI_BLANK.sub("", fold(line))
