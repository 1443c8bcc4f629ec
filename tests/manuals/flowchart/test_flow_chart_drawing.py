"""The SVG that a page gets: safe, named, styled by classes alone, the same every time, quickly made."""

import re
import time
from xml.etree import ElementTree

import pytest

from manuals.flowchart import ChartBranch, ChartStep, draw_flow_chart, draw_task_diagram
from manuals.outline import END, StepKind
from tests.manuals.flowchart.processes import (
    BRANCHING,
    FOUR_LANES,
    GROUP,
    LOOPING,
    PROCESSES,
    STRAIGHT,
    TWENTY,
    TWO_LANES,
    decision,
    step,
)

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(\"1\")</script> & 'อื่น ๆ'"


def draw(steps, **options):
    return draw_flow_chart(steps, **{"title": "ผังการปฏิบัติงาน", "description": "คำบรรยาย"} | options)


def parse(drawing):
    return ElementTree.fromstring(drawing.svg)  # noqa: S314


def texts(root, css_class=None):
    return [element.text for element in root.iter(f"{SVG}text") if css_class in (None, element.get("class"))]


def edges(root, css_class="edge"):
    return [path for path in root.iter(f"{SVG}path") if path.get("class") == css_class]


@pytest.mark.parametrize("steps", PROCESSES.values(), ids=PROCESSES.keys())
def test_chart_is_well_formed_and_shows_every_step_with_its_number(steps):
    root = parse(draw(steps))
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-step")]
    assert [group.get("data-step") for group in groups] == [one.number for one in steps]
    assert texts(root, "num") == [one.number for one in steps]


def test_chart_is_named_and_described_for_those_who_do_not_see_it():
    root = parse(draw(STRAIGHT, title="ผังงาน", description="สามขั้นตอน", ids="chart-2"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-2-t chart-2-d"
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert named["chart-2-t"] == "ผังงาน"
    assert named["chart-2-d"] == "สามขั้นตอน"


def test_two_charts_on_a_page_share_no_id():
    ids = [set(re.findall(r' id="([^"]+)"', draw(STRAIGHT, ids=ids).svg)) for ids in ("one", "two")]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert "url(#one-on)" in draw(STRAIGHT, ids="one").svg


@pytest.mark.parametrize("steps", PROCESSES.values(), ids=PROCESSES.keys())
def test_chart_has_classes_and_no_style(steps):
    svg = draw(steps).svg
    assert " style=" not in svg
    assert not re.search(r" (fill|stroke|font-\w+|onload)=", svg)


def test_hostile_text_stays_text():
    steps = [
        ChartStep('1"><b>', HOSTILE, StepKind.DECISION, HOSTILE, (ChartBranch("<i>", END), ChartBranch("ผ่าน", "2"))),
        step("2", "<img src=x onerror=alert(1)>", "อีกคน"),
    ]
    drawing = draw(steps, title=HOSTILE, description=HOSTILE, ids='x"><script>')
    assert "<script" not in drawing.svg
    assert "<img" not in drawing.svg
    assert "<i>" not in drawing.svg
    assert parse(drawing).find(f"{SVG}title").text == HOSTILE


def test_start_and_end_are_drawn_and_the_last_step_leads_to_the_end():
    root = parse(draw(STRAIGHT))
    assert len(texts(root, "end-t")) == 2
    assert len(edges(root)) == 4


def test_each_kind_of_step_has_its_symbol():
    root = parse(draw(LOOPING))
    shapes = [element.get("class") for element in root.iter() if "shape" in (element.get("class") or "")]
    assert shapes == ["shape", "shape", "shape decision", "shape", "shape decision", "shape doc"]


def test_a_way_back_is_marked_and_the_names_of_branches_are_shown():
    root = parse(draw(LOOPING))
    assert [path.get("marker-end") for path in edges(root, "edge edge-back")] == ["url(#flow-back)"] * 2
    assert sorted(texts(root, "say")) == sorted(["มี", "ไม่มี", "ผ่าน", "ไม่ผ่าน"])


def test_step_numbers_with_a_dot_make_usable_class_names():
    svg = draw([step("1.1", "ศึกษา"), step("1.2", "เสนอ")]).svg
    assert '<g class="n-1-2" data-step="1.2">' in svg


def test_one_actor_needs_no_lanes_and_two_get_one_each():
    assert draw([step("1", "ศึกษา", GROUP), step("2", "เสนอ", GROUP)]).lanes == 1
    drawing = draw(TWO_LANES)
    assert drawing.lanes == 2
    assert texts(parse(drawing), "lane-t") == ["กลุ่มนิเทศฯ", "สถานศึกษา"]


def test_a_step_without_actor_stands_in_the_lane_of_the_step_before():
    drawing = draw([step("1", "ศึกษา", GROUP), step("2", "เสนอ"), step("3", "รับทราบ", "โรงเรียน")])
    assert drawing.lanes == 2


def test_charts_of_one_and_two_lanes_suit_a_phone_and_wider_ones_say_that_they_are_wide():
    assert draw(STRAIGHT).width == 240
    assert not draw(TWO_LANES).is_wide
    assert draw(FOUR_LANES).is_wide
    assert draw(FOUR_LANES).figure_class == "flow flow-wide"
    assert draw(TWENTY).figure_class == "flow flow-long"


def test_a_decision_with_one_named_answer_falls_through_to_the_step_below():
    root = parse(draw([step("1", "ร่าง"), decision("2", "ผ่านหรือไม่", ไม่ผ่าน="1"), step("3", "สรุป")]))
    assert len(edges(root)) == 4
    assert len(edges(root, "edge edge-back")) == 1


def test_a_process_that_never_ends_has_no_end():
    root = parse(draw([step("1", "เฝ้าระวัง"), step("2", "รายงาน", goes_to="1")]))
    assert len(texts(root, "end-t")) == 1


def test_a_step_may_lead_to_itself():
    root = parse(draw([decision("1", "ครบหรือไม่", ครบ=END, ไม่ครบ="1")]))
    assert len(edges(root, "edge edge-back")) == 1


def test_a_branch_to_a_missing_step_is_refused_with_both_numbers():
    with pytest.raises(ValueError, match="Step 2 leads to step 9"):
        draw([step("1", "ร่าง"), decision("2", "ผ่านหรือไม่", ผ่าน=END, ไม่ผ่าน="9")])


def test_a_chart_without_steps_or_with_a_number_twice_is_refused():
    with pytest.raises(ValueError, match="at least one step"):
        draw([])
    with pytest.raises(ValueError, match="same number"):
        draw([step("1", "ร่าง"), step("1", "สรุป")])


def test_the_same_steps_give_the_same_picture():
    assert draw(BRANCHING) == draw(tuple(BRANCHING))


def test_a_chart_of_twenty_steps_is_drawn_while_a_page_is_made():
    draw(TWENTY)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        draw(TWENTY)
        times.append(time.perf_counter() - began)
    assert min(times) < 0.15  # about 25 ms on an idle machine; test machines are not idle


def test_task_diagram_shows_the_group_and_a_box_for_each_task():
    tasks = ["งานส่งเสริมพัฒนาหลักสูตรการศึกษาปฐมวัย", "งานวิจัย <b>", "งานนิเทศ"]
    drawing = draw_task_diagram("กลุ่มงานพัฒนาหลักสูตร", tasks, description="สามงาน")
    root = parse(drawing)
    assert [element.get("class") for element in root.iter(f"{SVG}rect")] == ["end", "shape", "shape", "shape"]
    assert "".join(texts(root, "end-t")) == "กลุ่มงานพัฒนาหลักสูตร"
    assert "งานวิจัย <b>" in texts(root)
    assert not drawing.is_wide


def test_task_diagram_boxes_stand_below_each_other_inside_the_picture():
    drawing = draw_task_diagram("กลุ่มงาน", ["งานหนึ่ง", "งานที่มีชื่อยาวมาก " * 8, "งานสาม"], description="")
    boxes = [(float(rect.get("y")), float(rect.get("height"))) for rect in parse(drawing).iter(f"{SVG}rect")]
    ends = [0, *(top + height for top, height in boxes)]
    assert all(top > end for (top, _), end in zip(boxes, ends, strict=False))
    assert ends[-1] < drawing.height


def test_a_group_without_tasks_is_a_title_alone():
    assert not edges(parse(draw_task_diagram("กลุ่มงาน", [], description="")))
