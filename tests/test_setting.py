"""qa.setting: who was where, and who met whom."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from qa.retrieve import allowed_passages
from qa.setting import find_others, lacks_setting, of_their_meeting
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("What did Trump say in Shanghai?", True),
        ("特朗普参观上海时说了什么？", True),
        ("川普訪問上海時說了什麼？", True),
        ("特朗普在北京说了什么？", False),
        ("What did Trump say in Vienna?", False),  # nothing held names it: others tell that
        ("What did Trump say when he met troops in Pyongyang?", True),
        ("特朗普访问平壤时见了谁？", True),
        ("川普訪問平壤時見了誰？", True),
        ("What did they say about Shanghai?", False),
        ("What did Trump sign in Washington during his state visit?", True),  # Washington State is another place
        ("特朗普在华盛顿国事访问期间签了什么？", True),
        ("川普在北京訪問時簽了什麼？", False),
        ("叶伦访问上海时，特朗普怎么回应？", False),  # of two people, one was there
        ("葉倫訪問上海時，川普怎麼回應？", False),
        ("What was Trump's answer when Yellen was in Shanghai?", False),
    ],
)
def test_a_place_that_nothing_held_names_with_the_person(text: str, lacks: bool) -> None:
    library = make_library(
        [
            make_readout("a.txt", "特朗普在北京表示，会谈很成功。", language="zh-Hans"),
            make_readout("b.txt", "高官会在上海举行。", language="zh-Hans"),
            make_readout("c.txt", "华盛顿州友人也见了特朗普。", language="zh-Hans"),
        ]
    )
    everything = np.ones(len(library.store.passages), dtype=np.bool_)
    assert lacks_setting(understand_question(text), library, everything) is lacks


MALTA = (
    "Jake Sullivan met with Wang Yi in Malta. They spoke of the meeting of President Biden and President Xi. "
    "Secretary Blinken was in Beijing before."
)
WOODSIDE = "President Biden met with President Xi at Woodside. They spoke of Wang Yi's dinner with Blinken."


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("What did Xi and Blinken agree on when they met in Malta?", "Jake Sullivan met"),
        ("习近平和布林肯在马耳他会面谈成了什么？", "Jake Sullivan met"),
        ("習近平與布林肯在馬爾他會面談成了什麼？", "Jake Sullivan met"),
        # those who met, or who are named together
        ("What did Sullivan and Wang Yi agree on in Malta?", None),
        ("拜登和习近平在马耳他谈成了什么？", None),
        ("What did Wang Yi and Blinken discuss?", None),
        ("What did Blinken say in Malta?", None),
    ],
)
def test_a_meeting_of_others(text: str, others: str | None) -> None:
    library = make_library(
        [
            make_readout("malta.txt", MALTA, day=date(2023, 9, 17)),
            make_readout("woodside.txt", WOODSIDE, day=date(2023, 11, 15)),
        ]
    )
    question = understand_question(text)
    found = find_others(question, library, allowed_passages(question, library))
    assert (found and found.text[:17]) == others


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # whose meeting an article is of, by its title or its opening; a call of others mentions both
        ("What did Xi tell Blinken about Ukraine?", [26]),
        ("习近平对布林肯怎么说乌克兰？", [26]),
        ("習近平對布林肯怎麼說烏克蘭？", [26]),
        ("What did Xi and Blinken each say about Ukraine?", [26, 30]),
        ("What did Biden tell Xi about Ukraine?", [2]),
        # no article of a meeting of theirs, or one person asked for
        ("What did Blinken tell Biden about Ukraine?", [2, 26]),
        ("What did Xi say about Ukraine?", [2, 26]),  # in documents that name him
    ],
)
def test_articles_of_the_meeting_asked_about(text: str, days: list[int]) -> None:
    call = "President Biden spoke with President Xi. Xi welcomed Secretary Blinken's visit. They spoke of Ukraine."
    met = "习近平会见布林肯。双方提到4月2日同拜登的通话。"
    library = make_library(
        [
            make_readout("call.txt", call, day=date(2024, 4, 2)),
            make_readout("met.txt", met, language="zh-Hans", day=date(2024, 4, 26)),
            make_readout("told.txt", "Reporters asked about Ukraine.", day=date(2024, 4, 30)),
        ]
    )
    question = understand_question(text)
    allowed = of_their_meeting(question, library, allowed_passages(question, library))
    kept = [library.store.passages[n].section.origin.date for n in np.flatnonzero(allowed).tolist()]
    assert [origin.day.day for origin in kept if origin] == days


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # what nobody is known to have said counts only in documents that name who is asked for
        ("What did Blinken say about drugs?", ["a.txt"]),
        ("布林肯怎么谈毒品？", ["a.txt"]),
        ("布林肯怎麼談毒品？", ["a.txt"]),
        ("What was said about drugs?", ["a.txt", "b.txt"]),
    ],
)
def test_documents_that_name_the_speaker(text: str, kept: list[str]) -> None:
    documents = {"a.txt": "They discussed drugs. Blinken listened.", "b.txt": "They discussed drugs at length."}
    library = make_library([make_readout(name, raw) for name, raw in documents.items()])
    allowed = allowed_passages(understand_question(text), library)
    assert [library.store.passages[n].readout.name for n in np.flatnonzero(allowed).tolist()] == kept
