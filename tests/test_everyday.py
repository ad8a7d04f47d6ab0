"""qa.ranking.everyday and training.everyday: a question's everyday words are moved towards the official ones."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from index.embed import load_encoder
from qa.ranking.everyday import Everyday, encode_everyday, load_everyday, pack, unpack
from training.everyday import find_ranks, make_task, write_moves
from training.moves import Asked, learn

ROWS = [
    ("Did they row?", "Differences were candidly discussed.", "吵架了吗？", "双方坦诚讨论了分歧。"),
    ("who paid for it", "Financial assistance was extended.", "谁掏钱？", "提供了资金援助。"),
    ("Are they pals now?", "Mutual trust has been enhanced.", "成哥们了？", "互信得到增进。"),
    ("when is the next chat", "Consultations will resume shortly.", "啥时候再聊？", "磋商将于近期恢复。"),
]


def test_two_numbers_stand_in_a_byte():
    moves = np.array([[-7, 0, 1, 7], [3, -1, 0, -7]], dtype=np.int8)
    assert pack(moves).tolist() == [[1 << 4 | 9, 8 << 4 | 15], [11 << 4 | 8, 7 << 4 | 1]]
    assert unpack(pack(moves)).tolist() == moves.tolist()


def test_by_another_encoder_a_question_is_as_it_was(encoder):
    assert np.array_equal(encode_everyday("谁掏钱？", encoder), encoder.encode(["谁掏钱？"], "query")[0])


@pytest.fixture(scope="module")
def default():
    return load_encoder()


def test_what_ships_belongs_to_the_encoder_that_ships(default):
    assert load_everyday().fingerprint == default.fingerprint


@pytest.mark.parametrize("text", ["Did they row over chips?", "他们为芯片吵架了吗？", "他們為晶片吵架了嗎？"])
def test_a_question_is_moved_and_of_unit_length(default, text):
    vector = encode_everyday(text, default)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)
    assert 0.3 < float(vector @ default.encode([text])[0]) < 0.999


def test_a_question_without_words_has_no_direction(default):
    assert not encode_everyday("", default).any()


def test_learning_is_repeatable_and_finds_what_it_learned(default, tmp_path):
    task, table = make_task(ROWS, default), default.table
    before, learned = find_ranks(ROWS, default, table), learn(task, table, steps=40)
    after = find_ranks(ROWS, default, learned)
    assert set(after.values()) == {100.0}
    assert min(before.values()) < 100.0
    assert np.array_equal(learned, learn(task, table, steps=40))
    write_moves(learned - table, "print", tmp_path / "moves.safetensors")
    written = Everyday(tmp_path / "moves.safetensors")
    pieces = np.concatenate(default.cut([ROWS[0][0]]))
    exact = learned[pieces].sum(axis=0)
    assert written.fingerprint == "print"
    assert float(written.encode(ROWS[0][0], default) @ exact) / np.linalg.norm(exact) > 0.99


@pytest.mark.parametrize("question", ["Do they get along?", "他们合得来吗？"])
def test_questions_learn_which_of_their_candidates_is_right(default, question):
    sentences = [
        "They rowed on the lake.",
        "The two are on an even keel.",
        "他们在湖上划船。",
        "关系行稳致远。",
    ]
    vectors, pieces = torch.from_numpy(default.encode(sentences)), np.concatenate(default.cut([question]))
    right, present = torch.tensor([[False, True, False, True]]), torch.ones((1, 4), dtype=torch.bool)
    asked = Asked([pieces], vectors, torch.arange(4)[None], present, right)
    before, after = (
        vectors.numpy() @ table[pieces].sum(axis=0)
        for table in (default.table, learn(make_task(ROWS, default), default.table, asked, steps=40))
    )
    assert min(before[1], before[3]) < max(before[0], before[2])
    assert min(after[1], after[3]) > max(after[0], after[2])
