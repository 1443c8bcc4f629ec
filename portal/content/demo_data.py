"""The demo's invented district: its office, networks, schools, laws and forms, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """Whose portal this is, for the site settings."""

    name: str
    short_name: str
    group: str
    address: str
    email: str


@dataclass(frozen=True, slots=True)
class DemoNetwork:
    """A school network. `code` is a stable ASCII key, `name` stands without the words ศูนย์เครือข่าย."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """A school: its ten-digit code (99 is no province, so it can be nobody's), subdistrict and its network's name."""

    code: str
    name: str
    subdistrict: str
    network: str


@dataclass(frozen=True, slots=True)
class DemoLaw:
    """A law or regulation, `title` as manuals cite it, `year` in the Buddhist era; the demo's manual asks for it by `key`."""

    key: str
    kind: str
    title: str
    year: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class DemoFormVersion:
    """One issue of a form; `change` says what the issue changed."""

    number: int
    issued: date
    change: str = ""


@dataclass(frozen=True, slots=True)
class DemoForm:
    """A form with its issues, oldest first; the last one is in use."""

    code: str
    title: str
    versions: tuple[DemoFormVersion, ...]


OFFICE = DemoOffice(
    name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาธารคราม เขต 2",
    short_name="สพป.ธารคราม เขต 2",
    group="กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา",
    address="เลขที่ 9 ถนนริมคราม อำเภอเมืองธารคราม",
    email="office@example.org",
)

NETWORKS = (
    DemoNetwork("huai-khram", "ห้วยคราม"),
    DemoNetwork("non-fai-ngam", "โนนฝ้ายงาม"),
    DemoNetwork("phu-tawan", "ภูตะวัน"),
    DemoNetwork("nong-dok-bua", "หนองดอกบัว"),
    DemoNetwork("lam-nam-sai", "ลำน้ำใส"),
)

SCHOOLS = (
    DemoSchool("9902010001", "โรงเรียนบ้านห้วยครามวิทยา", "ห้วยคราม", "ห้วยคราม"),
    DemoSchool("9902010002", "โรงเรียนบ้านวังครามน้อย", "ห้วยคราม", "ห้วยคราม"),
    DemoSchool("9902010003", "โรงเรียนวัดท่าครามใต้", "ท่าคราม", "ห้วยคราม"),
    DemoSchool("9902020004", "โรงเรียนบ้านโนนฝ้ายงาม", "โนนฝ้ายงาม", "โนนฝ้ายงาม"),
    DemoSchool("9902020005", "โรงเรียนบ้านฝ้ายแกมไหม", "โนนฝ้ายงาม", "โนนฝ้ายงาม"),
    DemoSchool("9902020006", "โรงเรียนชุมชนดอนกี่ทอ", "ดอนกี่ทอ", "โนนฝ้ายงาม"),
    DemoSchool("9902030007", "โรงเรียนอนุบาลภูตะวัน", "ภูตะวัน", "ภูตะวัน"),
    DemoSchool("9902030008", "โรงเรียนบ้านซำตะวันฉาย", "ภูตะวัน", "ภูตะวัน"),
    DemoSchool("9902030009", "โรงเรียนบ้านเชิงภูรับอรุณ", "เชิงภู", "ภูตะวัน"),
    DemoSchool("9902040010", "โรงเรียนชุมชนหนองดอกบัว", "หนองดอกบัว", "หนองดอกบัว"),
    DemoSchool("9902040011", "โรงเรียนบ้านหนองดอกบัวใต้", "หนองดอกบัว", "หนองดอกบัว"),
    DemoSchool("9902040012", "โรงเรียนบ้านสระบัวบานเช้า", "สระบัวบาน", "หนองดอกบัว"),
    DemoSchool("9902050013", "โรงเรียนชุมชนลำน้ำใส", "ลำน้ำใส", "ลำน้ำใส"),
    DemoSchool("9902050014", "โรงเรียนบ้านท่าน้ำใสสามัคคี", "ลำน้ำใส", "ลำน้ำใส"),
    DemoSchool("9902050015", "โรงเรียนวัดโค้งน้ำใส", "โค้งน้ำใส", "ลำน้ำใส"),
)

LAWS = (
    DemoLaw("national-education", "พระราชบัญญัติ", "พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542 และที่แก้ไขเพิ่มเติม", 2542),
    DemoLaw(
        "ministry-administration",
        "พระราชบัญญัติ",
        "พระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. 2546 และที่แก้ไขเพิ่มเติม",
        2546,
    ),
    DemoLaw("early-childhood", "พระราชบัญญัติ", "พระราชบัญญัติการพัฒนาเด็กปฐมวัย พ.ศ. 2562", 2562),
    DemoLaw("disability-education", "พระราชบัญญัติ", "พระราชบัญญัติการจัดการศึกษาสำหรับคนพิการ พ.ศ. 2551 และที่แก้ไขเพิ่มเติม", 2551),
    DemoLaw("official-information", "พระราชบัญญัติ", "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540", 2540),
    DemoLaw("personal-data", "พระราชบัญญัติ", "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562", 2562),
    DemoLaw("copyright", "พระราชบัญญัติ", "พระราชบัญญัติลิขสิทธิ์ พ.ศ. 2537 และที่แก้ไขเพิ่มเติม", 2537),
    DemoLaw(
        "good-governance",
        "พระราชกฤษฎีกา",
        "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546 และที่แก้ไขเพิ่มเติม",
        2546,
    ),
    DemoLaw("quality-assurance", "กฎกระทรวง", "กฎกระทรวงการประกันคุณภาพการศึกษา พ.ศ. 2561", 2561),
    DemoLaw("examinees", "ระเบียบ", "ระเบียบกระทรวงศึกษาธิการว่าด้วยการปฏิบัติของผู้เข้าสอบ พ.ศ. 2548", 2548),
    DemoLaw("invigilators", "ระเบียบ", "ระเบียบกระทรวงศึกษาธิการว่าด้วยการปฏิบัติของผู้กำกับการสอบ พ.ศ. 2548", 2548),
    DemoLaw("state-secrets", "ระเบียบ", "ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544 และที่แก้ไขเพิ่มเติม", 2544),
    DemoLaw("correspondence", "ระเบียบ", "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 และที่แก้ไขเพิ่มเติม", 2526),
    DemoLaw(
        "office-divisions",
        "ประกาศ",
        "ประกาศกระทรวงศึกษาธิการ เรื่อง การแบ่งส่วนราชการภายในสำนักงานเขตพื้นที่การศึกษา พ.ศ. 2560 และที่แก้ไขเพิ่มเติม",
        2560,
    ),
    DemoLaw(
        "education-standards",
        "ประกาศ",
        "ประกาศกระทรวงศึกษาธิการ เรื่อง ให้ใช้มาตรฐานการศึกษา ระดับปฐมวัย ระดับการศึกษาขั้นพื้นฐาน "
        "และระดับการศึกษาขั้นพื้นฐานศูนย์การศึกษาพิเศษ ลงวันที่ 6 สิงหาคม 2561",
        2561,
    ),
    DemoLaw("core-curriculum", "คำสั่ง", "หลักสูตรแกนกลางการศึกษาขั้นพื้นฐาน พุทธศักราช 2551", 2551, "สพฐ. 293/2551"),
    DemoLaw("early-curriculum", "คำสั่ง", "หลักสูตรการศึกษาปฐมวัย พุทธศักราช 2560", 2560, "1223/2560"),
)


def _first(year: int, month: int, day: int) -> tuple[DemoFormVersion, ...]:
    return (DemoFormVersion(1, date(year, month, day)),)


def forms() -> tuple[DemoForm, ...]:
    """Every form of the demo manual, in the order of its code."""
    return _supervision_forms() + _learning_forms() + _recognition_forms()


def _supervision_forms() -> tuple[DemoForm, ...]:
    self_assessment = (
        DemoFormVersion(1, date(2024, 10, 1)),
        DemoFormVersion(2, date(2026, 10, 1), "เพิ่มช่องแหล่งหลักฐานของแต่ละตัวชี้วัด และเพิ่มส่วนความต้องการรับการนิเทศ"),
    )
    return (
        DemoForm("นท. 01", "แบบสำรวจสภาพปัญหาและความต้องการรับการนิเทศ", _first(2025, 10, 1)),
        DemoForm("นท. 02", "เกณฑ์และตัวชี้วัดความสำเร็จของการจัดการศึกษา", _first(2025, 10, 1)),
        DemoForm("นท. 03", "แบบประเมินตนเองของสถานศึกษา", self_assessment),
        DemoForm("นท. 04", "แบบติดตามการปรับปรุงตามข้อเสนอแนะ", _first(2026, 10, 1)),
        DemoForm("นท. 05", "แบบสรุปรายงานผลการนิเทศ", _first(2025, 10, 1)),
        DemoForm("นท. 06", "แผนการนิเทศภายในโรงเรียน", _first(2025, 10, 1)),
        DemoForm("นท. 07", "แบบสังเกตการจัดการเรียนรู้ในชั้นเรียน", _first(2025, 10, 1)),
        DemoForm("นท. 08", "แบบบันทึกการสะท้อนผลหลังการนิเทศ", _first(2025, 10, 1)),
    )


def _learning_forms() -> tuple[DemoForm, ...]:
    screening = (
        DemoFormVersion(1, date(2025, 5, 1)),
        DemoFormVersion(2, date(2026, 5, 1), "แยกผลการอ่านออกเสียงกับการอ่านรู้เรื่อง และเพิ่มช่องลักษณะคำที่อ่านผิด"),
    )
    return (
        DemoForm("นท. 09", "แบบประเมินพัฒนาการเด็กปฐมวัยรายบุคคล", _first(2025, 5, 1)),
        DemoForm("นท. 10", "แบบสรุปผลการประเมินพัฒนาการระดับสถานศึกษา", _first(2025, 5, 1)),
        DemoForm("นท. 11", "แบบคัดกรองการอ่านและการเขียนรายบุคคล ป.1–ป.3", screening),
        DemoForm("นท. 12", "แบบรายงานจำนวนนักเรียนตามผลการคัดกรอง", _first(2025, 5, 1)),
        DemoForm("นท. 13", "แผนช่วยเหลือนักเรียนรายบุคคล", _first(2025, 5, 1)),
        DemoForm("นท. 14", "แบบยืนยันจำนวนผู้เข้าสอบและสนามสอบ", _first(2025, 10, 1)),
        DemoForm("นท. 15", "แบบบันทึกการรับส่งแบบทดสอบและกระดาษคำตอบ", _first(2025, 10, 1)),
        DemoForm("นท. 16", "แบบรายงานการดำเนินงานของสนามสอบ", _first(2025, 10, 1)),
        DemoForm("นท. 17", "แบบวิเคราะห์ผลการทดสอบและแผนยกระดับผลสัมฤทธิ์", _first(2025, 10, 1)),
        DemoForm("นท. 18", "ผังการออกข้อสอบ", _first(2025, 10, 1)),
        DemoForm("นท. 19", "แบบตรวจความสอดคล้องของข้อสอบกับตัวชี้วัด", _first(2025, 10, 1)),
        DemoForm("นท. 20", "แบบบันทึกผลการวิเคราะห์คุณภาพข้อสอบ", _first(2025, 10, 1)),
    )


def _recognition_forms() -> tuple[DemoForm, ...]:
    return (
        DemoForm("นท. 21", "แบบเสนอวิธีปฏิบัติที่เป็นเลิศ", _first(2025, 10, 1)),
        DemoForm("นท. 22", "แบบตรวจความครบถ้วนของผลงาน", _first(2025, 10, 1)),
        DemoForm("นท. 23", "แบบให้คะแนนวิธีปฏิบัติที่เป็นเลิศ", _first(2025, 10, 1)),
        DemoForm("นท. 24", "แบบวิเคราะห์รายงานการประเมินตนเองของสถานศึกษา", _first(2026, 4, 1)),
        DemoForm("นท. 25", "แบบแจ้งข้อเสนอแนะต่อรายงานการประเมินตนเอง", _first(2026, 4, 1)),
        DemoForm("นท. 26", "แบบติดตามการดำเนินงานตามแผนพัฒนาการจัดการศึกษา", _first(2026, 4, 1)),
        DemoForm("นท. 27", "แบบเก็บข้อมูลพื้นฐานด้านการนิเทศรายโรงเรียน", _first(2025, 6, 1)),
        DemoForm("นท. 28", "แบบบันทึกการตรวจสอบความถูกต้องของข้อมูล", _first(2025, 6, 1)),
        DemoForm("นท. 29", "แผนการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา", _first(2025, 10, 1)),
        DemoForm("นท. 30", "แบบสรุปประเด็นเสนอที่ประชุม ก.ต.ป.น.", _first(2025, 10, 1)),
        DemoForm("นท. 31", "แบบบันทึกการติดตามสถานศึกษาของ ก.ต.ป.น.", _first(2025, 10, 1)),
    )
