"""Text typed on the wrong keyboard layout: dkiobgmL is การนิเทศ."""


def to_thai_keys(text: str) -> str:
    """Return what the keys of `text`, struck on an English keyboard, give on the Thai (Kedmanee) one."""
    from pythainlp.util import eng_to_thai

    return eng_to_thai(text)


def to_latin_keys(text: str) -> str:
    """Return what the keys of `text`, struck on the Thai (Kedmanee) keyboard, give on an English one."""
    from pythainlp.util import thai_to_eng

    return thai_to_eng(text)
