"""What the browser looks at is what it is called: a question that begins to find something shows another page."""

import pytest

from .content import make_content


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("results", "พบ 1 เรื่อง"),
        ("corrected results", "แสดงผลของ"),
        ("too narrow filters", "ยังไม่พบเรื่องที่ตรงกับตัวกรองทั้งหมดนี้"),
        ("nothing found", "ยังไม่พบเรื่องที่ตรงกับคำค้น “ปลาหมึกยักษ์”"),
    ],
)
def test_the_search_answers_as_the_page_is_called(client, home, search_index, name, shown):
    addresses = make_content(home)
    search_index.catch_up()
    text = client.get(addresses[name]).content.decode().replace("<wbr>", "").replace("\u200b", "").replace("\u2060", "")
    assert shown in text
