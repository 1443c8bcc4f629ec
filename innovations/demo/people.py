"""The authors of the demo's works. Nobody of these names is meant; who has no school works at the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from portal.content.models import Person, School

TEACHER, SKILLED, SENIOR = "ครู", "ครูชำนาญการ", "ครูชำนาญการพิเศษ"
HEAD, DEPUTY = "ผู้อำนวยการโรงเรียน", "รองผู้อำนวยการโรงเรียน"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person; the given name is the demo's key. `school` stands without โรงเรียน."""

    prefix: str
    given: str
    family: str
    given_en: str
    family_en: str
    position: str
    school: str = ""


PEOPLE: Final = (
    DemoPerson("นางสาว", "พิมพ์ใจ", "ริมคราม", "Phimchai", "Rimkhram", SKILLED, "บ้านห้วยครามวิทยา"),
    DemoPerson("นาย", "วีระ", "ทุ่งฝ้าย", "Wira", "Thungfai", TEACHER, "บ้านห้วยครามวิทยา"),
    DemoPerson("นาง", "อุ่นเรือน", "วังครามใส", "Unruean", "Wangkhramsai", SENIOR, "บ้านวังครามน้อย"),
    DemoPerson("นาย", "ธารา", "คลองคราม", "Thara", "Khlongkhram", TEACHER, "บ้านวังครามน้อย"),
    DemoPerson("นางสาว", "นวลผ่อง", "ท่าครามงาม", "Nuanphong", "Thakhramngam", SKILLED, "วัดท่าครามใต้"),
    DemoPerson("นาย", "ก้องภพ", "ครามทองดี", "Kongphop", "Khramthongdi", HEAD, "วัดท่าครามใต้"),
    DemoPerson("นาง", "ฝ้ายคำ", "โนนฝ้ายทอง", "Faikham", "Nonfaithong", SENIOR, "บ้านโนนฝ้ายงาม"),
    DemoPerson("นาย", "เดชดนัย", "ปุยฝ้ายขาว", "Detdanai", "Puifaikhao", SKILLED, "บ้านโนนฝ้ายงาม"),
    DemoPerson("นางสาว", "ไหมแก้ว", "แกมไหมงาม", "Maikaeo", "Kaemmaingam", TEACHER, "บ้านฝ้ายแกมไหม"),
    DemoPerson("นาง", "ทอแสง", "กี่ทอลาย", "Thosaeng", "Kitholai", SENIOR, "ชุมชนดอนกี่ทอ"),
    DemoPerson("นาย", "ลายไท", "ดอนกี่งาม", "Laithai", "Donkingam", DEPUTY, "ชุมชนดอนกี่ทอ"),
    DemoPerson("นางสาว", "ตะวันวาด", "ภูฉายแสง", "Tawanwat", "Phuchaisaeng", SKILLED, "อนุบาลภูตะวัน"),
    DemoPerson("นาง", "แสงดาว", "อรุณภูงาม", "Saengdao", "Arunphungam", SENIOR, "อนุบาลภูตะวัน"),
    DemoPerson("นาย", "คีรี", "ซำตะวันทอง", "Khiri", "Samtawanthong", TEACHER, "บ้านซำตะวันฉาย"),
    DemoPerson("นางสาว", "อรุณฉาย", "เชิงภูเขียว", "Arunchai", "Choengphukhiao", SKILLED, "บ้านเชิงภูรับอรุณ"),
    DemoPerson("นาย", "พนา", "รับอรุณใส", "Phana", "Raparunsai", HEAD, "บ้านเชิงภูรับอรุณ"),
    DemoPerson("นาง", "บัวผัน", "หนองบัวบาน", "Buaphan", "Nongbuaban", SENIOR, "ชุมชนหนองดอกบัว"),
    DemoPerson("นาย", "สายชล", "บัวงามเย็น", "Saichon", "Buangamyen", SKILLED, "ชุมชนหนองดอกบัว"),
    DemoPerson("นางสาว", "กมลเนตร", "บัวใต้ร่ม", "Kamonnet", "Buatairom", TEACHER, "บ้านหนองดอกบัวใต้"),
    DemoPerson("นาย", "รุ่งโรจน์", "สระบัวเช้า", "Rungrot", "Sabuachao", SKILLED, "บ้านสระบัวบานเช้า"),
    DemoPerson("นาง", "สายธาร", "น้ำใสเย็น", "Saithan", "Namsaiyen", SENIOR, "ชุมชนลำน้ำใส"),
    DemoPerson("นาย", "ปลายฟ้า", "ลำนำไพร", "Plaifa", "Lamnamphrai", TEACHER, "ชุมชนลำน้ำใส"),
    DemoPerson("นางสาว", "ขวัญนที", "ท่าน้ำงาม", "Khwannathi", "Thanamngam", SKILLED, "บ้านท่าน้ำใสสามัคคี"),
    DemoPerson("นาย", "ชัยธาร", "โค้งน้ำไหล", "Chaithan", "Khongnamlai", TEACHER, "วัดโค้งน้ำใส"),
    DemoPerson("นาง", "ดวงเดือน", "ธารครามสุข", "Duangduean", "Thankhramsuk", "ศึกษานิเทศก์ชำนาญการพิเศษ"),
    DemoPerson("นาย", "สุธี", "ครามวิชญ์", "Suthi", "Khramwit", "ศึกษานิเทศก์ชำนาญการ"),
    DemoPerson("นางสาว", "ปิ่นมณี", "ภูมิธารา", "Pinmani", "Phumthara", "ศึกษานิเทศก์ชำนาญการพิเศษ"),
    DemoPerson("นาย", "นิรุตติ์", "ลำครามไกล", "Nirut", "Lamkhramklai", "ศึกษานิเทศก์ชำนาญการ"),
)


def person_named(given: str, schools: Mapping[str, School]) -> Person:
    """The record of that demo person, made where it is missing; a changed one stays as it is."""
    one = next(person for person in PEOPLE if person.given == given)
    values = {
        "prefix": one.prefix,
        "given_name_en": one.given_en,
        "family_name_en": one.family_en,
        "position": one.position,
        "school": schools.get(one.school),
    }
    return Person.objects.get_or_create(given_name=one.given, family_name=one.family, defaults=values)[0]
