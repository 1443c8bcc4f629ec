"""How Thai is misspelt: letters that sound or look alike, marks left out, silent letters; and which words are right."""

import re
from functools import cache
from typing import Final

from portal.thai.marks import TONES

# Letters that are one sound, each with the one that stands for all of them.
_ALIKE: Final = str.maketrans("ใศษณญฎฏฐฑฒธภฬฤฆฅฃิึุฝ", "ไสสนยดตถทททพลรคคขีืูฟ")
_UNHEARD: Final = re.compile(f"[ก-ฮ][ิุ]?์|[{TONES}็์ะฯๆ]")
_REPEATED: Final = re.compile(r"(.)\1+")
_LIGHT: Final = frozenset(f"{TONES}็์ะ")  # the signs that are left out, put in and changed most
_ENDINGS: Final = ("นณญรลฬ", "ดตทธถศษสจชซ", "บปพภฟ", "กขคฆ")  # at the end of a syllable each row is one sound
_SMALL: Final = 0.25
_NEAR: Final = 0.5
_WHOLE: Final = 1.0


def skeleton(word: str) -> str:
    """Return what is left of a folded `word` when spellings that sound alike are made one; for comparing only."""
    return _REPEATED.sub(r"\1", _sound(_UNHEARD.sub("", word.replace("ำ", "ัม"))))


def without_tones(text: str) -> str:
    """Return `text` without its tone marks; for comparing only, ข้าว and ขาว are two words."""
    return text.translate(_no_tones())


def slip(typed: str, meant: str) -> float:
    """Return how great a slip of the pen `typed` is for `meant`, both folded: 0 none, 1 one wrong letter.

    What is easily mistaken counts little: letters that sound alike, tone marks, silent letters, letters doubled or in
    the wrong order."""
    if typed == meant:
        return 0
    typed, meant = typed.replace("ำ", "ัม"), meant.replace("ำ", "ัม")
    before: list[float] = []
    row = [0.0]
    for column in range(len(meant)):
        row.append(row[-1] + _left_out(meant, column))
    for i in range(len(typed)):
        before, above, row = row, before, [row[0] + _left_out(typed, i)]
        for j in range(len(meant)):
            least = min(
                before[j] + _changed(typed, i, meant, j),
                before[j + 1] + _left_out(typed, i),
                row[j] + _left_out(meant, j),
            )
            if i and j and typed[i] == meant[j - 1] and typed[i - 1] == meant[j] and typed[i] != typed[i - 1]:
                least = min(least, above[j - 1] + _NEAR)
            row.append(least)
    first = 0 if _sound(typed[:1]) == _sound(meant[:1]) else _SMALL  # few err in the first letter
    return max(_SMALL, row[-1] + first)


def is_right(word: str) -> bool:
    """Return whether `word` is in the dictionary of Thai, or is a person's first name."""
    return len(word) > 1 and (word in _words() or word in _names())


def words_inside(word: str, shortest: int = 4) -> set[str]:
    """Return the right words that a compound holds: ประเมินผล of การประเมินผล."""
    length = len(word)
    spans = ((at, end) for at in range(length - shortest + 1) for end in range(at + shortest, length + 1))
    return {part for at, end in spans if (part := word[at:end]) in _words()}


def _changed(typed: str, i: int, meant: str, j: int) -> float:
    one, other = typed[i], meant[j]
    if one == other:
        return 0
    if (one in TONES and other in TONES) or one.translate(_ALIKE) == other.translate(_ALIKE):
        return _SMALL
    if _sound(one) == _sound(other):
        return _NEAR
    are_last = _ends_syllable(typed, i) and _ends_syllable(meant, j)
    return _NEAR if are_last and any(one in row and other in row for row in _ENDINGS) else _WHOLE


def _ends_syllable(word: str, at: int) -> bool:
    """Whether the letter may be the last of a syllable: no vowel is written right before it or on it."""
    return at > 1 and word[at - 1] not in "เแโใไ" and not "ะ" <= word[at + 1 : at + 2] <= "ฺ"


def _left_out(word: str, at: int) -> float:
    letter, is_end = word[at], at == len(word) - 1
    is_doubled = at > 0 and word[at - 1] == letter
    is_silent = word[at + 1 : at + 2] == "์" or (is_end and letter in "ิุ" and at > 2)  # อนุญาติ, สังเกตุ
    return _SMALL if letter in _LIGHT or is_doubled or is_silent else _WHOLE


def _sound(letter: str) -> str:
    return letter.translate(_ALIKE).replace("ร", "ล")


@cache
def _no_tones() -> dict[int, None]:
    return dict.fromkeys(map(ord, TONES))


@cache
def _words() -> frozenset[str]:
    from pythainlp.corpus import thai_words

    return thai_words()


@cache
def _names() -> frozenset[str]:
    from pythainlp.corpus import thai_female_names, thai_male_names

    return thai_female_names() | thai_male_names()  # not family names, in which many a word is spelt otherwise
