"""What follows a change of a registry: the next question knows it, and what is cut differently is read again."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save

from portal.thai.words import key_of

from .lexicon import SHORTEST_WORD
from .models import Abbreviation, DictionaryWord, LexiconState, RefusedWord, SynonymGroup
from .outbox import look_for


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready. What writes without signals calls
    `LexiconState.change()` itself."""
    for model in (Abbreviation, SynonymGroup, DictionaryWord):
        for signal in (post_save, post_delete):
            signal.connect(_tell_every_process, sender=model, dispatch_uid=f"search.lexicon.{model.__name__}")
    for model in (Abbreviation, DictionaryWord):
        for signal in (pre_save, post_save, post_delete):
            signal.connect(_read_again, sender=model, dispatch_uid=f"search.cut.{model.__name__}")
    post_save.connect(_allow_again, sender=DictionaryWord, dispatch_uid="search.allow_again")


def refuse(words: list[DictionaryWord]) -> None:
    """Do not learn these deleted words again from the next page that says them."""
    refused = [RefusedWord(word=word.word) for word in words if word.is_learnt]
    RefusedWord.objects.bulk_create(refused, ignore_conflicts=True)


def _tell_every_process(**_kwargs: Any) -> None:
    LexiconState.change()


def _read_again(sender: type[Abbreviation | DictionaryWord], instance: Any, signal: Any, **_kwargs: Any) -> None:
    """With a new word text is cut in another way, without an old one too: what holds it has to be read again."""
    if signal is pre_save:
        instance.cut_before = next((_word(one) for one in sender._default_manager.filter(pk=instance.pk)), "")
        return
    before, after = getattr(instance, "cut_before", ""), _word(instance)
    if signal is post_delete:
        look_for([after] if after else [])
    elif before != after:
        look_for(word for word in (before, after) if word)


def _word(entry: Abbreviation | DictionaryWord) -> str:
    """The word that text is cut by; none for an abbreviation too short to be looked for inside other words."""
    if isinstance(entry, DictionaryWord):
        return entry.word
    key = key_of(entry.short)
    return key if len(key) >= SHORTEST_WORD else ""


def _allow_again(instance: DictionaryWord, **_kwargs: Any) -> None:
    if not instance.is_learnt:
        RefusedWord.objects.filter(word=instance.word).delete()
