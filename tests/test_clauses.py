import pytest

from index.records import Language, Span
from index.speech.clauses import cut_by_owner
from index.speech.cues import Scene
from tests.corpus import make_readout


def parts(text: str) -> list[str]:
    language: Language = "en" if text.isascii() else "zh-Hans"
    readout = make_readout("test.txt", text, language=language, account="us")
    start = readout.text.index(text[:4])
    return [span.text for span in cut_by_owner(Span(readout, start, start + len(text)), Scene())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "习近平强调双方应当合作，特朗普则表示愿推动美中关系改善。",
            ["习近平强调双方应当合作，", "特朗普则表示愿推动美中关系改善。"],
        ),
        (
            "Xi said the two sides should expand cooperation, while Biden reiterated his concerns.",
            ["Xi said the two sides should expand cooperation,", "while Biden reiterated his concerns."],
        ),
        (
            "President Biden condemned the test, and the two leaders agreed to keep talking.",
            ["President Biden condemned the test,", "and the two leaders agreed to keep talking."],
        ),
        # a bare frame, a quotation, a condition and a narrated act are never cut off
        ("王毅说，拜登表示愿意合作。", None),
        ("习近平引用了“我希望合作，特朗普表示同意”这句话。", None),
        ("如果习近平表示同意，特朗普表示愿意访问中国。", None),
        ("习近平同特朗普举行会谈，特朗普表示愿意合作。", None),
        ("If Xi said no to the plan, Trump warned that tariffs would rise.", None),
        ("President Biden emphasized that President Xi and the Chinese side must act.", None),
        ("Secretary Blinken and Minister Rau reaffirmed U.S. and EU support for Ukraine.", None),
        # one speaker, two clauses
        ("President Biden raised concerns about Taiwan, and he reiterated the policy.", None),
        ("习近平指出合作有利，习近平强调对抗有害。", None),
    ],
)
def test_a_sentence_of_two_owners_is_cut_between_them(text: str, expected: list[str] | None) -> None:
    assert parts(text) == (expected or [text])
