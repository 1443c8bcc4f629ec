"""How words get into the registry of words in number, and how the processes learn that a registry changed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models, transaction

from portal.content.models.vocabulary import sort_text
from portal.thai.normalise import normalise

if TYPE_CHECKING:
    from .lexicon import DictionaryWord


class LexiconState(models.Model):
    """One row: a number that is another one after each change of the registries. Processes compare it with what they
    hold in memory."""

    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.version)

    @classmethod
    def change(cls) -> None:
        """Say, in the transaction of the change, that a registry changed; bulk writes send no signal and call this.

        A counter would come to the same number twice when a transaction is rolled back, so the number is drawn."""
        cls.objects.get_or_create(pk=1)
        cls.objects.filter(pk=1).update(version=secrets.randbelow(2**31 - 1) + 1)


class WordManager(models.Manager["DictionaryWord"]):
    """The registry of words."""

    def learn(self, words: Iterable[str]) -> list[str]:
        """Add those of `words` that are new and that no editor refused; return them.

        What an editor wrote stays as it is. Many at once in few queries; signals are not sent."""
        wanted = dict.fromkeys(normalise(word).strip() for word in words)
        with transaction.atomic():
            known = self._known(list(wanted))
            new = [word for word in wanted if word and word not in known]
            self.bulk_create([self._learnt(word) for word in new], batch_size=500, ignore_conflicts=True)
            if new:
                LexiconState.change()
        return new

    def _known(self, words: list[str]) -> set[Any]:
        refused = apps.get_model("search", "RefusedWord")._default_manager
        return {
            known
            for start in range(0, len(words), 500)
            for manager in (self, refused)
            for known in manager.filter(word__in=words[start : start + 500]).values_list("word", flat=True)
        }

    def _learnt(self, word: str) -> DictionaryWord:
        return self.model(word=word, is_learnt=True, sort_text=sort_text(word))
