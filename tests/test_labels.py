import pytest

from index.records import Voice
from index.speech.cues import Cast
from index.speech.labels import read_label, voice_of_label

CN = Cast(home="cn", guest="us", labels=frozenset({"何小亚"}))
US = Cast(
    home="us",
    guest="other",
    titles={"president": Voice("President", "biden", "us")},
    people={"Yoon": ("yoon-suk-yeol", "other")},
    strangers={"Mouynes": "other"},
)


@pytest.mark.parametrize(
    ("text", "cast", "label"),
    [
        ("王毅：这是一次历史性会晤。", CN, "王毅"),
        ("何小亚：中方已经表明立场。", CN, "何小亚"),
        ("《环球时报》记者：请问……", CN, "《环球时报》记者"),
        ("彭博社：关于稀土？", CN, "彭博社"),
        ("答：我们注意到有关报道。", CN, "答"),
        ("会议指出以下几点：合作。", CN, None),
        ("THE PRESIDENT:  Good to see you.", US, "THE PRESIDENT"),
        ("MS. PSAKI: Okay.", US, "MS. PSAKI"),
        ("SENIOR ADMINISTRATION OFFICIAL #1: Thanks.", US, "SENIOR ADMINISTRATION OFFICIAL #1"),
        ("Secretary Rubio: Thank you.", US, "Secretary Rubio"),
        ("President Biden met with President Xi.", US, None),
        ("Mao Ning: We hope for progress.", CN, "Mao Ning"),
        ("Lin Example: We hope for progress.", Cast(home="cn", labels=frozenset({"Lin Example"})), "Lin Example"),
        ("Three points: peace comes first.", CN, None),
        ("Some Words: nobody knows them.", CN, None),
    ],
)
def test_labels_that_open_a_paragraph(text: str, cast: Cast, label: str | None) -> None:
    found = read_label(text, cast)
    assert (found["label"].strip() if found else None) == label


@pytest.mark.parametrize(
    ("label", "cast", "owner"),
    [
        ("王毅", CN, ("cn", "wang-yi")),
        ("何小亚", CN, ("cn", None)),
        ("彭博社", CN, (None, None)),
        ("美国国务院发言人", CN, ("us", None)),
        ("THE PRESIDENT", US, ("us", "biden")),
        ("PRESIDENT YOON", US, ("other", "yoon-suk-yeol")),  # named in the text, not the holder of "President"
        ("FOREIGN MINISTER MORVELLO", US, ("other", None)),
        ("MS. PSAKI", US, ("us", "psaki")),
        ("MODERATOR", US, ("us", None)),
        ("SECRETARY GENERAL TARVO", US, ("other", None)),
        ("QUESTION", US, (None, None)),
        ("Mao Ning", CN, ("cn", "mao-ning")),
        ("答", Cast(home="cn", answerer=Voice("汪文斌", "wang-wenbin", "cn")), ("cn", "wang-wenbin")),
        ("Answer", Cast(home="cn", answerer=Voice("Mao Ning", "mao-ning", "cn")), ("cn", "mao-ning")),
    ],
)
def test_whose_a_label_is(label: str, cast: Cast, owner: tuple[str | None, str | None]) -> None:
    voice = voice_of_label(label, cast)
    assert (voice.side, voice.person) == owner
