"""index.prints: documents that hold much of each other are found, whatever the script, and formulas are not."""

from __future__ import annotations

import numpy as np
import pytest

from index.prints import find_duplicates, find_prints
from index.ragged import Ragged

ZH = "".join(chr(0x4E00 + 7 * n * n % 5000) for n in range(400))
EN = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n * 7 % 25)}{chr(97 + n * n % 23)}" for n in range(400))


def pairs(*texts: str, among: list[int] | None = None) -> list[tuple[str, str]]:
    prints = Ragged.of([find_prints(text) for text in texts], np.zeros(0, dtype=np.uint64))
    mask = np.ones(len(texts), dtype=np.bool_)
    if among is not None:
        mask[:] = False
        mask[among] = True
    return [pair[:2] for pair in find_duplicates(tuple("abcdef"[: len(texts)]), prints, mask)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (EN, EN.upper(), True),
        (EN, f"Saved on Monday. {EN[:1500]}", True),  # one holds the other
        (EN, EN.replace("worda", "changed"), True),
        (EN, EN[: len(EN) // 4] + " ".join(EN.split()[::-1]), False),
        (EN, ZH, False),
        (ZH, ZH[:300], True),
        ("双方同意。" * 3, "双方同意。" * 3, False),  # too short to tell
        ("", "", False),
    ],
)
def test_near_duplicates(one: str, other: str, found: bool) -> None:
    assert pairs(one, other) == ([("a", "b")] if found else [])


def test_simplified_and_traditional_are_one_text() -> None:
    text = "".join("国际关系会议强调农业与经济贸易问题"[n * n % 17] for n in range(500))
    other = text.translate(str.maketrans("国际关系会议强调农业与经济贸问题", "國際關係會議強調農業與經濟貿問題"))
    assert find_prints(text).tolist() == find_prints(other).tolist()


def test_only_pairs_with_a_document_asked_about_are_told() -> None:
    assert pairs(EN, EN, ZH, ZH, among=[3]) == [("c", "d")]


def test_how_much_is_shared_is_told() -> None:
    prints = Ragged.of([find_prints(EN), find_prints(EN)], np.zeros(0, dtype=np.uint64))
    assert find_duplicates(("a", "b"), prints, np.array([True, False])) == (("a", "b", 1.0),)
