import json
from pathlib import Path

import numpy as np
import pytest

from eval.encoder import retrieval_rows
from eval.encoder_context import Scores, Shares, better_neighbour, in_passages, search, stretch
from eval.encoder_sets import Question, QuestionSet
from eval.encoder_tasks import ndcg_and_first, ranks, sentence_task
from index.embed import DEFAULT_ENCODER
from index.static import StaticEncoder

WITHIN = np.array([0, 0, 0, 1, 1, 2])


def row(*numbers: float) -> np.ndarray:
    return np.array([numbers], dtype=np.float32)


def a_set(passages: tuple[str, ...], asked: list[tuple[str, int, int]]) -> QuestionSet:
    questions = [Question(str(number), *each) for number, each in enumerate(asked)]
    return QuestionSet("made", passages, tuple(questions))


@pytest.mark.parametrize(
    ("passages", "asked", "sentences", "right", "within"),
    [
        (
            ("中美元首会晤。双方谈了贸易。", "会谈在釜山。"),
            [("谈了什么？", 0, 9), ("在哪里？", 1, 3)],
            ("中美元首会晤。", "双方谈了贸易。", "会谈在釜山。"),
            [1, 2],
            [0, 0, 1],
        ),
        (
            ("They met. Both spoke of trade.", "Talks were in Busan."),
            [("Who met?", 0, 0), ("Of what?", 0, 24), ("Where?", 1, 14)],
            ("They met.", "Both spoke of trade.", "Talks were in Busan."),
            [0, 1, 2],
            [0, 0, 1],
        ),
    ],
)
def test_sentences_know_their_passage(passages, asked, sentences, right, within):
    task = sentence_task("made", a_set(passages, asked))
    assert task.passages == sentences
    assert task.right.tolist() == right
    assert task.around == passages
    assert task.within.tolist() == within


def test_scores_are_stretched_question_by_question():
    assert stretch(np.array([[1, 2, 3], [5, 5, 5]], dtype=np.float32)).tolist() == [[0.0, 0.5, 1.0], [0.0, 0.0, 0.0]]


def test_a_neighbour_stands_in_the_same_passage():
    scores = row(0.1, 0.9, 0.3, 0.8, 0.2, 0.7)
    np.testing.assert_allclose(better_neighbour(scores, WITHIN), row(0.9, 0.3, 0.9, 0.2, 0.8, 0.0))


def test_words_as_they_stand_count_within_a_language_only():
    scores = Scores(meaning=row(0, 0, 1), words=row(9, 0, 0), translated=row(0, 1, 0))
    np.testing.assert_allclose(scores.fused(across=True), row(0, 0.6, 0.4), atol=1e-6)
    np.testing.assert_allclose(scores.fused(across=False), row(0.85 / 3, 1.7 / 3, 0.15), atol=1e-6)


def test_the_passage_decides_between_equal_sentences():
    alike = row(1, 0, 0, 1, 0, 0)
    sentences = Scores(alike, alike, alike)
    passages = Scores(row(0, 0, 0), row(0, 1, 0), row(0, 2, 0))
    scores = in_passages(sentences, passages, WITHIN, Shares(0.1, 0.3, 0.8, 0.7, 1.4, 0.2))
    np.testing.assert_allclose(scores, row(1.2, 0.2, 0, 3.3, 2.3, 0), atol=1e-6)
    assert ranks(scores, np.array([3])).tolist() == [1]


def test_ties_count_against():
    found = ranks(row(1, 1, 0, 0, 0, 0), np.array([0]))
    assert found.tolist() == [2]
    assert ndcg_and_first(found) == (pytest.approx(63.093, abs=0.001), 0.0)


@pytest.mark.slow
def test_all_searches_find_the_sentence():
    encoder = StaticEncoder(DEFAULT_ENCODER)
    texts = ("双方同意降低关税。", "会谈在釜山举行。", "The two sides discussed fentanyl.")
    scores = search(("关税怎么样？", "fentanyl"), texts, encoder, encoder)
    for each in (scores.meaning, scores.words, scores.translated, scores.fused(across=False)):
        assert each.argmax(axis=1).tolist() == [0, 2]


def write_sets(folder: Path) -> None:
    rows = {
        "xquad.zh.json": ("双方谈了贸易。会谈在釜山举行。", "在哪里会谈？", 10),
        "xquad.en.json": ("They spoke of trade. The talks were in Busan.", "Where were the talks?", 38),
        "cmrc2018_dev.squad.json": ("双方谈了贸易。会谈在釜山举行。", "在哪里会谈？", 10),
        "DRCD_dev.json": ("雙方談了貿易。會談在釜山舉行。", "在哪裡會談？", 10),
    }
    for name, (text, question, start) in rows.items():
        asked = [{"id": n, "question": question + str(n), "answers": [{"answer_start": start}]} for n in range(3)]
        passages = [{"context": text, "qas": asked}, {"context": "天气很好。", "qas": []}]
        (folder / name).write_text(json.dumps({"data": [{"paragraphs": passages}]}), encoding="utf-8")


@pytest.mark.slow
def test_sentences_have_a_row_with_their_passage(tmp_path):
    write_sets(tmp_path)
    encoder = StaticEncoder(DEFAULT_ENCODER)
    rows = {row[0]: row[1:] for row in retrieval_rows(encoder, encoder, tmp_path)}
    assert list(rows)[-4:] == [
        "cmrc sentences",
        "cmrc sentences, with their passage",
        "drcd sentences",
        "drcd sentences, with their passage",
    ]
    assert rows["zh sentences, with their passage"] == ["–", "100.0 / 100.0", "100.0 / 100.0", "100.0 / 100.0", "–"]
