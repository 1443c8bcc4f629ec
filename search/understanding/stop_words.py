"""Words that tell nothing about what is looked for. They lift what holds them; they are never asked for."""

from typing import Final

# Whoever asks like this writes a sentence: what has most of it answers it, not only what has all of it.
# fmt: off
ASKING: Final = frozenset(
    [
        "อะไร", "ใด", "ไหน", "ใคร", "เท่าไร", "เท่าไหร่", "เท่าใด", "กี่", "เมื่อไร", "เมื่อไหร่",
        "เมื่อใด", "อย่างไร", "ยังไง", "ทำไม", "ไหม", "ที่ไหน",
    ]
)
STOP_WORDS: Final = ASKING | frozenset(
    [
        "การ", "ความ", "ที่", "ซึ่ง", "อัน", "และ", "หรือ", "แต่", "กับ", "แก่", "แด่", "ต่อ",
        "ของ", "ใน", "บน", "จาก", "โดย", "ด้วย", "เพื่อ", "ตาม", "ถึง", "เมื่อ", "ว่า", "ให้",
        "ได้", "เป็น", "อยู่", "คือ", "มี", "จะ", "ก็", "ไม่", "แล้ว", "นี้", "นั้น", "ไป", "มา",
        "ขึ้น", "ลง", "กัน", "ถูก", "ทั้ง", "เช่น", "หรือไม่", "บ้าง", "ครับ", "ค่ะ", "คะ", "นะ",
        "ที่ใด", "ชื่อว่า", "ชื่อ",
    ]
)
# fmt: on
NOUN_MAKERS: Final = frozenset(["การ", "ความ"])
