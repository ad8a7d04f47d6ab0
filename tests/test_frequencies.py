import pytest

from index.frequencies import FILE, commonness, information


@pytest.mark.parametrize(
    ("word", "per_million"), [("the", 65541), ("的", 74603), ("taiwan", 9), ("台湾", 31), ("压舱石", 2), ("zzzz", 2)]
)
def test_how_common_a_word_is(word: str, per_million: float) -> None:
    assert commonness(word) == per_million


@pytest.mark.parametrize(("word", "told"), [("the", 0.0), ("的", 0.0), ("zzzz", 1.0), ("魑魅", 1.0)])
def test_the_commonest_words_tell_nothing_and_unlisted_ones_all(word: str, told: float) -> None:
    assert information(word) == told


@pytest.mark.parametrize("words", [["and", "trade", "fentanyl"], ["和", "贸易", "芬太尼"]])
def test_the_rarer_word_tells_more(words: list[str]) -> None:
    told = [information(word) for word in words]
    assert told == sorted(told)
    assert len(set(told)) == 3


def test_the_table_is_a_header_and_one_number_a_word() -> None:
    header, *rows = FILE.read_text(encoding="utf-8").splitlines()
    assert header == "word\tper_million"
    assert all(len(row.split("\t")) == 2 and float(row.split("\t")[1]) > 0 for row in rows)
    assert len({row.split("\t")[0] for row in rows}) == len(rows)
