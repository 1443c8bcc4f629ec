"""Texts that the Thai tests share: ordinary, damaged and hostile ones."""

import random
import time
from collections.abc import Callable

import pytest

ALPHABET = "กขคงชดตทนปพมยรลวสหอฤ" + "ะาำัิีืุูเแโใไๅ" + "่้๊๋์็ํฺ" + "ๆฯ๑๒๙" + " \n\t\u00a0\u200b" + "aZ1(.-é\uf705"


@pytest.fixture
def scrambled_texts() -> list[str]:
    """Two thousand short texts of Thai letters and signs in no order at all; the same in every run."""
    dice = random.Random(2569)
    return ["".join(dice.choices(ALPHABET, k=dice.randint(1, 24))) for _ in range(2000)]


@pytest.fixture(
    params=["กา", "ก", "ๆ", "่", "เ", "กรรม", "ก่้", "ก ", " ่", "ก า", "ส ำ ", "ํา", "1.", "ป.1-", "นาๆ ๆ", "a", "\n", "☃"]
)
def hostile_text(request: pytest.FixtureRequest) -> str:
    """Forty thousand characters of one syllable: what makes careless patterns and segmenters take minutes."""
    return (request.param * 40_000)[:40_000]


@pytest.fixture
def seconds() -> Callable[[Callable[[str], object], str], float]:
    """Time one call. The bounds in the tests are loose: they tell linear from quadratic, not fast from slow."""

    def measure(function: Callable[[str], object], text: str) -> float:
        start = time.process_time()
        function(text)
        return time.process_time() - start

    return measure
