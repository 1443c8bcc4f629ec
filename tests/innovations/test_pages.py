"""What visitors read of a work, and what they never see."""

from lxml import html

from .making import full_practice


def page_of(client, work):
    answer = client.get(work.url)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def text(node) -> str:
    return " ".join(node.text_content().split())


def test_a_full_best_practice_shows_all_of_its_parts_in_order_and_numbered(client, home):
    page = page_of(client, full_practice(home))
    numbers = [text(one) for one in page.xpath("//section[@class='part']/h2/span[1]")]
    assert numbers == [str(number) for number in range(1, 9)]
    assert [one.text for one in page.xpath("//ol[contains(@class, 'pdca')]//span[@class='l']")] == ["P", "D", "C", "A"]
