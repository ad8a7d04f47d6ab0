from __future__ import annotations

import pytest

from index.naming import related
from index.naming.related import Concept, Held, concepts_of, find_concepts, load_related
from index.naming.tables import BadRowError
from index.words import fold, is_han


def strongest(question: str, sentence: str) -> float:
    return max((mention.strength(concepts_of(sentence)) for mention in find_concepts(question)), default=0.0)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What did China say about weapons sales?", "停止武装台湾，支持中国和平统一"),
        ("Does China want to push America aside?", "中国从不寻求超越或取代美国"),
        ("美国打台湾牌吗？", "the United States will not use Taiwan as a tool to contain China"),
        ("How to keep rivalry in check?", "responsibly manage competition between the two countries"),
        ("中美双方在台湾问题上各是什么立场？", "美国政府坚持奉行一个中国政策。"),
        ("Where does Washington stand on Taiwan?", "希望美方继续恪守一个中国原则"),
        ("习近平怎么说断绝往来？", "He opposed decoupling and severing supply chains."),
        ("What does the country want to become?", "到本世纪中叶建成繁荣的现代化国家"),
        ("军人夺权了吗？", "A return to constitutional order after the coup was urged."),
        ("Can ships pass?", "应维护航行自由和航道安全"),
        ("谁掏钱？", "Financing will be provided by the development bank."),
        ("Are they suspicious of each other?", "对彼此战略意图仍存疑虑"),
        ("Which leader said his country feeds a billion people?", "Brazil is a major food exporter."),
        ("哪几家军火商参展？", "U.S. defense companies will exhibit."),
        ("总统被弹劾了吗？", "The impeachment motion was lifted."),
        ("去哪几站？", "The Secretary will travel to Tokyo."),
        ("金正恩想谈吗？", "Pyongyang indicated willingness to resume dialogue."),
    ],
)
def test_what_is_asked_is_found_in_other_words(question, sentence):
    assert strongest(question, sentence) >= 0.5


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What did they say about the island?", "The Pacific island countries welcomed it."),  # asked, never told
        ("Is there a new trade war?", "a new Cold War"),
        ("天气怎么样？", "两国元首就气候危机发表了看法"),
        ("Did they discuss the price of prescription drugs?", "They agreed to combat drug trafficking."),
        ("谈过药价吗？", "加强禁毒合作，打击毒品犯罪"),
        ("Did they talk about bank robbery?", "The two central banks signed a currency swap."),
        ("What was said about football stadiums?", "There is no winner in a trade war."),
        ("拜登提新闻自由了吗？", "维护南海航行自由"),
        ("黄金价格怎么说？", "讨论稀土和关键矿产出口"),
    ],
)
def test_what_only_looks_alike_is_not(question, sentence):
    assert strongest(question, sentence) == 0.0


def test_a_mention_tells_where_it_stands():
    question = "Why sell weapons to the island?"
    assert [(question[m.start : m.end], m.concept.id, m.kind) for m in find_concepts(question)] == [
        ("sell weapons", "arms-to-taiwan", "asked"),
        ("the island", "taiwan", "asked"),
    ]


def test_the_kinds_of_two_words_decide_the_strength():
    concept = Concept("drugs", ("narcotics", "毒品"), ("dope",), ("fentanyl",), ("customs",))
    mention = related.ConceptMention(0, 9, concept, "same")
    assert mention.strength(frozenset({Held("drugs", "associated"), Held("drugs", "narrower")})) == 0.6
    assert mention.strength(frozenset({Held("trade", "same")})) == 0.0
    assert related.ConceptMention(0, 8, concept, "narrower").strength(frozenset({Held("drugs", "narrower")})) == 0.0
    assert concept.others("asked") == {"narcotics": 0.7, "毒品": 0.7, "fentanyl": 0.5, "customs": 0.25}


def test_the_glossary_adds_its_names():
    forms = next(concept for concept in load_related() if concept.id == "decoupling").same
    assert {"脱钩", "decoupling"} <= set(forms)


def test_every_concept_is_asked_and_told_in_both_languages():
    assert len(load_related()) >= 1_400
    for concept in load_related():
        words = [*concept.same, *concept.narrower]
        assert {is_han(word) for word in words} == {True, False}, concept.id
        assert concept.asked or len(concept.same) > 2, concept.id


def test_no_word_is_one_letter_or_one_character_but_the_elements():
    words = {word for concept in load_related() for kind in related.KINDS for word in concept.forms(kind)}
    assert {word for word in words if len(fold(word)) < 2} <= {"锂", "镓", "锗", "锑"}


HEADER = "concept\tsame\tasked\tnarrower\tassociated\n"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("drugs\t\tdope\t\t\n", "line 2: 'drugs' has no word of its own; fill the column same."),
        ("drugs\tdope\tDope\t\t\n", "line 2: 'dope' stands twice; keep it in one of the columns."),
        (
            "drugs\tdope\t\t\t\nwar\twar\t\t\t\ndrugs\tpills\t\t\t\n",
            "line 4: the concept 'drugs' stands in line 2 too; write one row for both.",
        ),
        ("drugs\tdope\n", "line 2: 2 cells; write 5, separated by tabs: concept, same, asked, narrower, associated."),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path, monkeypatch, rows, message):
    path = tmp_path / "related.tsv"
    path.write_text(HEADER + rows, encoding="utf-8")
    monkeypatch.setattr(related, "RELATED", path)
    with pytest.raises(BadRowError) as error:
        load_related.__wrapped__()
    assert str(error.value) == f"related.tsv, {message}"
