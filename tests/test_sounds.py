"""qa.sounds: a name in one script and its transcription in the other."""

from __future__ import annotations

import pytest

from qa.sounds import is_pinyin_of, sound_alike


@pytest.mark.parametrize(
    ("latin", "chinese"),
    [
        ("Hartwell", "哈特韦尔"),
        ("Hartwell", "哈特韋爾"),
        ("Ostrander", "奥斯特兰德"),
        ("Thorsby", "索斯比"),
        ("Okafor", "奥卡福"),
        ("Bucha", "布查"),
        ("Babakov", "巴巴科夫"),
        ("Pruszynski", "普鲁辛斯基"),
        ("Lavrov", "拉夫罗夫"),
        ("Støre", "斯特勒"),
    ],
)
def test_a_transcription_sounds_alike(latin: str, chinese: str) -> None:
    assert sound_alike(latin, chinese)


@pytest.mark.parametrize(
    ("latin", "chinese"),
    [
        ("Hartwell", "奥斯特兰德"),
        ("Ostrander", "哈特韦尔"),
        ("Khashoggi", "哈特韦尔"),
        ("Bolton", "布林肯"),
        ("Harris", "哈特韦尔"),
        ("Lee", "李"),  # one sound alone tells nobody
        ("", "布查"),
    ],
)
def test_other_names_do_not(latin: str, chinese: str) -> None:
    assert not sound_alike(latin, chinese)


@pytest.mark.parametrize(
    ("latin", "chinese", "told"),
    [
        ("Chu", "储怀谦", True),
        ("Chu Huaiqian", "儲懷謙", True),
        ("Huaiqian", "储怀谦", False),
        ("Chen", "储怀谦", False),
        ("Chu Huailin", "储怀谦", False),
    ],
)
def test_a_chinese_name_is_spelt_by_its_syllables(latin: str, chinese: str, told: bool) -> None:
    assert is_pinyin_of(latin, chinese) is told
