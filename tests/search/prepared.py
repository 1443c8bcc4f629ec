"""A page found, and an engine that answers with what a test gives it."""

import datetime

from search.documents import Crumb, FoundFile, Hit, Piece, Results, SearchQuery

HIT = Hit(
    page=7,
    title="งานนิเทศ",
    url="/manual/supervision/",
    kind="process",
    kind_label="กระบวนงาน",
    icon="book-open",
    marked_title=(Piece("งาน"), Piece("นิเทศ", is_marked=True)),
    extract=(Piece("แผนการ"), Piece("นิเทศ", is_marked=True)),
    breadcrumbs=(Crumb("คู่มือ", "/manual/"),),
    date=datetime.date(2026, 11, 22),
    files=(FoundFile("แบบนิเทศ.pdf", "/documents/3/form.pdf", (Piece("แบบ"), Piece("นิเทศ", is_marked=True))),),
)


class PreparedEngine:
    """Answers with what a test gives it, and remembers what it was asked."""

    def __init__(self) -> None:
        self.results = Results((HIT,), 1)
        self.asked: list[SearchQuery] = []
        self.wider = Results()  # the answer to a question without filters

    def answer(self, query: SearchQuery, labels_of: object = None) -> Results:
        self.asked.append(query)
        if isinstance(self.results, Exception):
            raise self.results
        return self.results if query.chosen or not self.wider.total else self.wider
