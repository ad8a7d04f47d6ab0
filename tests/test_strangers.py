"""qa.strangers: somebody whom nothing held names."""

from __future__ import annotations

import numpy as np
import pytest

from qa.ranking.units import find_units
from qa.retrieve import find_absent
from qa.strangers import lacks_named, lacks_person
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("习近平跟张伯苓见面时说了什么？", True),
        ("習近平跟張伯苓見面時說了什麼？", True),
        ("黄宗羲谈了什么？", True),
        ("陈书平说了什么？", False),  # held
        ("高质量发展谈了什么？", False),
        ("What did Morris Chang say?", False),  # his name may be held in Chinese
        ("What did Biden say to Vasilescu?", True),
        ("Did Biden speak with Secretary Vasilescu about grain?", True),
        ("Did Biden speak with Ionescu?", False),  # held
        ("What did Biden say to farmers in Iowa?", False),
    ],
)
def test_somebody_whom_nothing_names(text: str, lacks: bool) -> None:
    library = make_library(
        [
            make_readout("a.txt", "陈书平表示，会谈很成功。", language="zh-Hans"),
            make_readout("b.txt", "Biden met with Ionescu."),
        ]
    )
    question = understand_question(text)
    everything = np.ones(len(library.store.passages), dtype=np.bool_)
    absent = find_absent(question, find_units(question, library), library, everything)
    assert lacks_person(question, absent, library, everything) is lacks


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("What did Melania Trump do in Beijing?", True),
        ("What was said about Melania Trump?", True),
        ("What was said about Kim Jong Un?", True),  # another Kim is
        ("谈到金正恩了吗？", True),
        ("談到金正恩了嗎？", True),
        ("What did Biden do in Beijing?", False),
        ("拜登在北京做了什么？", False),
        ("How did MBS thank China?", False),  # by a part of his name
        ("What about Chancellor Merz?", False),
        ("梅爾茨怎麼說？", False),
    ],
)
def test_somebody_of_the_list_whom_nothing_names(text: str, lacks: bool) -> None:
    library = make_library(
        [
            make_readout("b.txt", "Biden was in Beijing with Kim Seok-woo."),
            make_readout("c.txt", "默茨表示欢迎，王储穆罕默德表示感谢。", language="zh-Hans"),
        ]
    )
    everything = np.ones(len(library.store.passages), dtype=np.bool_)
    assert lacks_named(find_units(understand_question(text), library), library, everything) is lacks
