"""Text cut by another process: what goes wrong there is known here at once."""

import os

import pytest

from portal.thai.words import Vocabulary
from search.cutting import cutters
from search.documents import SearchDocument


class Unsendable:
    """Goes to another process, and cannot come back."""

    def __init__(self, home: int) -> None:
        self.home = home

    def __reduce__(self):
        if os.getpid() != self.home:
            raise TypeError("this is not sent")
        return Unsendable, (self.home,)


def document(page) -> SearchDocument:
    return SearchDocument(page, "manual", "การนิเทศภายใน", "แผนการนิเทศ", None, {}, (), ())


def test_batches_come_back_all_of_them():
    with cutters(Vocabulary(), 1) as cutting:
        cuts = list(cutting.cut([[document(2 * number), document(2 * number + 1)] for number in range(30)]))
    assert sorted(done.page for cut in cuts for done in cut.documents) == list(range(60))


@pytest.mark.timeout(60)
def test_what_cannot_be_sent_back_ends_the_wait():
    with cutters(Vocabulary(), 1) as cutting, pytest.raises((EOFError, ConnectionError)):
        list(cutting.cut([[document(Unsendable(os.getpid()))]]))
