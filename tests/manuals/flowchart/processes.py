"""Processes as an office has them, for the tests of the flow chart."""

from manuals.flowchart import ChartBranch, ChartStep
from manuals.outline import END, StepKind

GROUP, SCHOOL = "กลุ่มนิเทศฯ", "สถานศึกษา"
COMMITTEE, DIRECTOR = "คณะกรรมการ", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"


def step(number, label, actor="", kind=StepKind.PROCESS, goes_to="", **branches):
    """A step; branches as `ผ่าน="7"`."""
    ways = tuple(ChartBranch(answer, target) for answer, target in branches.items())
    return ChartStep(number, label, kind, actor, ways, goes_to)


def decision(number, label, actor="", **branches):
    return step(number, label, actor, StepKind.DECISION, **branches)


def document(number, label, actor=""):
    return step(number, label, actor, StepKind.DOCUMENT)


STRAIGHT = (
    step("1", "รวบรวมข้อมูลสภาพปัญหาและความต้องการ"),
    step("2", "จัดทำแผนการนิเทศ"),
    document("3", "สรุปรายงานผล"),
)
BRANCHING = (
    step("1", "รับเรื่องจากสถานศึกษา"),
    decision("2", "เอกสารครบถ้วนหรือไม่", ครบ="3", ไม่ครบ="5", ยกเลิก=END),
    step("3", "เสนอผู้อำนวยการกลุ่มพิจารณา"),
    decision("4", "อนุมัติหรือไม่", อนุมัติ="6", ไม่อนุมัติ=END, ให้แก้ไข="1"),
    step("5", "แจ้งสถานศึกษาส่งเอกสารเพิ่ม", goes_to="1"),
    document("6", "ออกหนังสือแจ้งผล"),
)
LOOPING = (
    step("1", "ร่างเครื่องมือนิเทศ"),
    step("2", "ผู้เชี่ยวชาญตรวจสอบเครื่องมือ"),
    decision("3", "เครื่องมือมีคุณภาพหรือไม่", มี="4", ไม่มี="2"),
    step("4", "ทดลองใช้เครื่องมือ"),
    decision("5", "ผลเป็นไปตามเกณฑ์หรือไม่", ผ่าน="6", ไม่ผ่าน="1"),
    document("6", "จัดพิมพ์เครื่องมือ"),
)
TWO_LANES = (
    step("1", "รวบรวมข้อมูลและสภาพปัญหาของสถานศึกษา", GROUP),
    step("2", "จัดทำเกณฑ์ ตัวชี้วัดและเครื่องมือนิเทศ", GROUP),
    step("3", "ประเมินตนเองตามเกณฑ์และตัวชี้วัด", SCHOOL),
    step("4", "นิเทศ ติดตามและตรวจสอบ", GROUP),
    decision("5", "ผลเป็นไปตามเกณฑ์หรือไม่", GROUP, ผ่าน="7", ไม่ผ่าน="6"),
    step("6", "ปรับปรุงแก้ไขตามข้อเสนอแนะ", SCHOOL, นิเทศซ้ำ="4"),
    step("7", "คัดเลือกวิธีปฏิบัติที่เป็นเลิศ", GROUP),
    document("8", "สรุป รายงานและเผยแพร่ผล", GROUP),
)
FOUR_LANES = (
    document("1", "ส่งผลงานตามแบบฟอร์ม", SCHOOL),
    decision("2", "ตรวจความครบถ้วน", GROUP, ครบ="3", ไม่ครบ="1"),
    step("3", "ประเมินผลงาน", COMMITTEE),
    decision("4", "ผ่านเกณฑ์หรือไม่", COMMITTEE, ผ่าน="6", ไม่ผ่าน="5"),
    step("5", "ปรับปรุงผลงาน", SCHOOL, ส่งใหม่="3"),
    step("6", "ลงนามประกาศผล", DIRECTOR),
    document("7", "เผยแพร่ผลงาน", GROUP),
)
FOUR_ANSWERS = (
    decision("1", "พิจารณาประเภทเรื่อง", วิชาการ="2", บุคคล="3", งบประมาณ="4", ทั่วไป="5"),
    step("2", "ส่งกลุ่มนิเทศ", goes_to="6"),
    step("3", "ส่งกลุ่มบริหารงานบุคคล", goes_to="6"),
    step("4", "ส่งกลุ่มการเงิน", goes_to="6"),
    step("5", "ส่งกลุ่มอำนวยการ"),
    document("6", "สรุปผล"),
)
TWENTY = tuple(
    decision(str(number), "ผลการดำเนินงานเป็นไปตามเกณฑ์หรือไม่", ผ่าน=str(number + 1), ไม่ผ่าน=str(number - 3))
    if number % 5 == 0 and number < 20
    else step(str(number), "ประสาน ส่งเสริม สนับสนุนและปฏิบัติงานร่วมกับหน่วยงานที่เกี่ยวข้อง")
    for number in range(1, 21)
)
PROCESSES = {
    "straight": STRAIGHT,
    "branching": BRANCHING,
    "looping": LOOPING,
    "two lanes": TWO_LANES,
    "four lanes": FOUR_LANES,
    "four answers": FOUR_ANSWERS,
    "twenty steps": TWENTY,
}
