"""Nothing in a flow chart covers, crosses or touches what it should not: on charts drawn by hand and by chance."""

import random
from itertools import combinations, pairwise

import pytest

from manuals.flowchart import ChartBranch, ChartStep
from manuals.flowchart.captions import badge_box, covers, place_captions
from manuals.flowchart.channels import CAPTION_LINE
from manuals.flowchart.diamonds import line_widths
from manuals.flowchart.geometry import plan_chart
from manuals.flowchart.labels import CAPTION_SIZE, TEXT_SIZE, Weight, text_width
from manuals.flowchart.layout import BOX_PADDING, Shape
from manuals.outline import END, StepKind
from tests.manuals.flowchart.processes import PROCESSES

PHRASES = (
    "ศึกษาสภาพปัญหาและความต้องการรับการนิเทศ",
    "เสนอผู้อำนวยการกลุ่ม",
    "ตรวจ",
    "จัดทำเกณฑ์ ตัวชี้วัดความสำเร็จ เครื่องมือและวิธีการนิเทศ การตรวจสอบ และการจัดการศึกษาของสถานศึกษา",
    "สรุป รายงาน และเผยแพร่ผลต่อหน่วยงานต้นสังกัด",
)
ANSWERS = ("ผ่าน", "ไม่ผ่าน", "ครบถ้วน", "เห็นควรให้ปรับปรุงแก้ไขก่อน", "ใช่")


def by_chance(seed: int) -> list[ChartStep]:
    """A process of up to fourteen steps and five actors, with decisions that lead anywhere."""
    chance = random.Random(seed)
    count = chance.randint(1, 14)
    actors = [""] if seed % 3 == 0 else [f"ผู้รับผิดชอบ {number}" for number in range(chance.randint(1, 5))]
    targets = [str(number) for number in range(1, count + 1)] + [END]
    steps = []
    for number in range(1, count + 1):
        kind = chance.choice([StepKind.PROCESS, StepKind.PROCESS, StepKind.DOCUMENT, StepKind.DECISION])
        ways = chance.randint(1, 4) if kind is StepKind.DECISION else 0
        branches = tuple(ChartBranch(chance.choice(ANSWERS), chance.choice(targets)) for _ in range(ways))
        goes_to = chance.choice(targets) if not ways and chance.random() < 0.12 else ""
        steps.append(ChartStep(str(number), chance.choice(PHRASES), kind, chance.choice(actors), branches, goes_to))
    return steps


CHARTS = {**PROCESSES, **{f"chance {seed}": by_chance(seed) for seed in range(40)}}


@pytest.fixture(params=CHARTS.values(), ids=CHARTS.keys(), scope="module")
def chart(request):
    return plan_chart(request.param)


def test_no_symbol_covers_another(chart):
    for one, other in combinations(chart.nodes, 2):
        is_beside = abs(one.x - other.x) >= (one.node.width + other.node.width) / 2 + 20
        is_below = abs(one.y - other.y) >= (one.height + other.height) / 2 + 20
        assert is_beside or is_below


def test_no_link_crosses_a_symbol(chart):
    for route, points in zip(chart.routes, chart.edges, strict=True):
        for place, node in enumerate(chart.nodes):
            if place not in (route.link.source, route.link.target):
                assert not any(_enters(node, segment) for segment in pairwise(points))


def test_a_link_touches_its_own_symbols_only_at_its_ends(chart):
    for route, points in zip(chart.routes, chart.edges, strict=True):
        middle = list(pairwise(points))
        for place, own_segment in ((route.link.source, middle[0]), (route.link.target, middle[-1])):
            node = chart.nodes[place]
            assert not any(_enters(node, segment) for segment in middle if segment is not own_segment)
            assert not _enters(node, own_segment, depth=0.6)


def test_every_link_ends_at_its_target(chart):
    for route, points in zip(chart.routes, chart.edges, strict=True):
        target, (x, y) = chart.nodes[route.link.target], points[-1]
        assert _reaches(target, x, y, within=3)
        assert _reaches(chart.nodes[route.link.source], *points[0], within=1)


def test_links_never_lie_upon_each_other(chart):
    for one, other in combinations(chart.edges, 2):
        for segment in pairwise(one):
            for other_segment in pairwise(other):
                assert not _lie_together(segment, other_segment), (segment, other_segment)


def test_links_are_level_or_upright_and_inside_the_picture(chart):
    for points in chart.edges:
        for (x1, y1), (x2, y2) in pairwise(points):
            assert abs(x1 - x2) < 0.01 or abs(y1 - y2) < 0.01
        assert all(0 < x < chart.width and chart.head_height < y < chart.height for x, y in points)


def test_every_label_line_fits_its_symbol(chart):
    for node in chart.nodes:
        rooms = [node.node.width - 2 * BOX_PADDING] * len(node.node.lines)
        if node.node.shape is Shape.DIAMOND:
            rooms = line_widths(len(node.node.lines), node.node.width, node.height)
        weight = Weight.SEMIBOLD if node.node.shape is Shape.PILL else Weight.REGULAR
        for line, room in zip(node.node.lines, rooms, strict=True):
            assert text_width(line, TEXT_SIZE, weight) <= room + 0.01, line


def test_every_lane_title_fits_its_lane(chart):
    for title, x in zip(chart.lane_titles, chart.frame.across.middles, strict=False):
        half = max(text_width(line, TEXT_SIZE, Weight.SEMIBOLD) for line in title) / 2
        dividers = (0, *chart.frame.across.dividers, chart.width)
        assert not any(x - half < divider < x + half for divider in dividers)


def test_captions_cover_no_symbol_and_no_other_caption(chart):
    captions = place_captions(chart)
    for caption in captions:
        assert not any(covers(node, caption.box) for node in chart.nodes), caption
        assert caption.box.height == CAPTION_LINE * len(caption.lines)
        assert all(text_width(line, CAPTION_SIZE, Weight.SEMIBOLD) <= caption.box.width for line in caption.lines)
    for one, other in combinations(captions, 2):
        assert not one.box.overlaps(other.box), (one, other)


def test_captions_cover_no_number_and_no_other_link(chart):
    for caption in place_captions(chart):
        owner = [route.link.caption for route in chart.routes]
        crossed = [
            owner[number]
            for number, points in enumerate(chart.edges)
            if any(caption.box.is_crossed_by(segment) for segment in pairwise(points))
        ]
        assert len(crossed) <= int(caption.is_on_line), (caption, crossed)
        assert not any(caption.box.overlaps(badge_box(node, 2)) for node in chart.nodes if node.node.number)


def test_a_way_back_enters_below_the_ways_forward_at_the_same_side(chart):
    for one, other in combinations(zip(chart.routes, chart.edges, strict=True), 2):
        (route, points), (other_route, other_points) = sorted((one, other), key=lambda pair: pair[0].link.is_back)
        is_same_side = route.link.target == other_route.link.target and route.entry is other_route.entry
        if is_same_side and other_route.link.is_back and not route.link.is_back:
            assert points[-1][1] < other_points[-1][1]


def _enters(node, segment, depth=0.01):
    """Whether a segment goes deeper into a symbol than `depth` of the way to its outline allows."""
    (x1, y1), (x2, y2) = segment
    across = max(min(x1, x2) - node.x, node.x - max(x1, x2), 0) / (node.node.width / 2)
    along = max(min(y1, y2) - node.y, node.y - max(y1, y2), 0) / (node.height / 2)
    reach = across + along if node.node.shape is Shape.DIAMOND else max(across, along)
    return reach < 1 - depth


def _reaches(node, x, y, within):
    across, along = abs(x - node.x) - node.node.width / 2, abs(y - node.y) - node.height / 2
    if node.node.shape is Shape.DIAMOND:
        return abs(abs(x - node.x) / (node.node.width / 2) + abs(y - node.y) / (node.height / 2) - 1) * 40 <= within
    if node.node.shape is Shape.PILL:
        return across <= within and along <= within
    return max(across, along) <= within and abs(max(across, along)) <= within


def _lie_together(one, other):
    for axis in (0, 1):
        is_parallel = abs(one[0][axis] - one[1][axis]) < 0.01 and abs(other[0][axis] - other[1][axis]) < 0.01
        if is_parallel and abs(one[0][axis] - other[0][axis]) < 6:
            low, high = sorted((one[0][1 - axis], one[1][1 - axis]))
            other_low, other_high = sorted((other[0][1 - axis], other[1][1 - axis]))
            if max(low, other_low) < min(high, other_high) - 0.01:
                return True
    return False
