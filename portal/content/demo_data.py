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
    """A law or regulation: `kind`, `status` and `year` as in `LegalReference`; the demo's manual asks for it by `key`.

    It has no number: a citation names none, and a numbered record would be another law."""

    key: str
    kind: str
    title: str
    year: int | None = None
    status: str = "in_force"
    era: str = "พ.ศ."

    @property
    def citation(self) -> str:
        """The law as the manual cites it."""
        year = f" {self.era} {self.year}" if self.year else ""
        return f"{self.title}{year}{' และที่แก้ไขเพิ่มเติม' if self.status == 'amended' else ''}"


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
    DemoLaw("national-education", "act", "พระราชบัญญัติการศึกษาแห่งชาติ", 2542, "amended"),
    DemoLaw("ministry-administration", "act", "พระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ", 2546, "amended"),
    DemoLaw("early-childhood", "act", "พระราชบัญญัติการพัฒนาเด็กปฐมวัย", 2562),
    DemoLaw("disability-education", "act", "พระราชบัญญัติการจัดการศึกษาสำหรับคนพิการ", 2551, "amended"),
    DemoLaw("official-information", "act", "พระราชบัญญัติข้อมูลข่าวสารของราชการ", 2540),
    DemoLaw("personal-data", "act", "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล", 2562),
    DemoLaw("copyright", "act", "พระราชบัญญัติลิขสิทธิ์", 2537, "amended"),
    DemoLaw("good-governance", "decree", "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", 2546, "amended"),
    DemoLaw("quality-assurance", "ministerial", "กฎกระทรวงการประกันคุณภาพการศึกษา", 2561),
    DemoLaw("examinees", "regulation", "ระเบียบกระทรวงศึกษาธิการว่าด้วยการปฏิบัติของผู้เข้าสอบ", 2548),
    DemoLaw("invigilators", "regulation", "ระเบียบกระทรวงศึกษาธิการว่าด้วยการปฏิบัติของผู้กำกับการสอบ", 2548),
    DemoLaw("state-secrets", "regulation", "ระเบียบว่าด้วยการรักษาความลับของทางราชการ", 2544, "amended"),
    DemoLaw("correspondence", "regulation", "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ", 2526, "amended"),
    DemoLaw(
        "office-divisions",
        "notice",
        "ประกาศกระทรวงศึกษาธิการ เรื่อง การแบ่งส่วนราชการภายในสำนักงานเขตพื้นที่การศึกษา",
        2560,
        "amended",
    ),
    DemoLaw(
        "education-standards",
        "notice",
        "ประกาศกระทรวงศึกษาธิการ เรื่อง ให้ใช้มาตรฐานการศึกษา ระดับปฐมวัย ระดับการศึกษาขั้นพื้นฐาน "
        "และระดับการศึกษาขั้นพื้นฐานศูนย์การศึกษาพิเศษ ลงวันที่ 6 สิงหาคม 2561",
    ),
    DemoLaw("core-curriculum", "document", "หลักสูตรแกนกลางการศึกษาขั้นพื้นฐาน", 2551, era="พุทธศักราช"),
    DemoLaw("early-curriculum", "document", "หลักสูตรการศึกษาปฐมวัย", 2560, era="พุทธศักราช"),
)


def _first(year: int, month: int, day: int) -> tuple[DemoFormVersion, ...]:
    return (DemoFormVersion(1, date(year, month, day)),)


def forms() -> tuple[DemoForm, ...]:
    """Every form of the demo manual, in the order of its code."""
    return _supervision_forms() + _learning_forms() + _recognition_forms()


def _supervision_forms() -> tuple[DemoForm, ...]:
    self_assessment = (
        DemoFormVersion(1, date(2024, 10, 1)),
        DemoFormVersion(2, date(2026, 10, 1), "เพิ่มส่วนความต้องการรับการนิเทศ"),
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
