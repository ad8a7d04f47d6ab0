import json

import numpy as np
import pytest
from safetensors.numpy import save_file

from index import translation
from index.coverage import Coverer
from index.embed import DEFAULT_ENCODER
from index.psq import TokenIndex
from index.static import StaticEncoder
from training.export import MODULES
from training.tokenizer import make_tokenizer

# Pieces that mean the same share a direction: peace 和平, talks 会谈, trade 贸易; tariff lies between trade and itself.
DIRECTIONS = {
    "▁peace": [1, 0, 0, 0, 0, 0],
    "和平": [0.9, 0.1, 0, 0, 0, 0],
    "▁talks": [0, 1, 0, 0, 0, 0],
    "会谈": [0, 1, 0.2, 0, 0, 0],
    "▁trade": [0, 0, 1, 0, 0, 0],
    "贸易": [0.1, 0, 1, 0, 0, 0],
    "▁tariff": [0, 0, 0.5, 0.8, 0, 0],
    "▁two": [0, 0, 0, 0, 1, 0],
    "▁2": [0, 0, 0, 0, 1, 0],
    "▁3": [0, 0, 0, 0, 0.9, 0.9],
    "▁sum": [0, 0, 0, 0, 0, 0.5],
    "mit": [0, 0.1, 0, 0, 0, 0.5],
}
TEXTS = ["和平会谈", "贸易会谈，贸易", "Peace summit in 2023", "3 talks", ""]


@pytest.fixture(scope="module")
def static_encoder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lexical")
    pieces = ["<pad>", "<unk>", "▁", *DIRECTIONS]
    scores = {"<pad>": 0.0, "<unk>": 0.0, "▁": -12.0}
    make_tokenizer([(piece, scores.get(piece, -5.0)) for piece in pieces]).save(str(folder / "tokenizer.json"))
    rows = np.array([[0] * 6] * 3 + list(DIRECTIONS.values()), dtype=np.float32)
    save_file({"embedding.weight": rows}, folder / "model.safetensors")
    (folder / "modules.json").write_text(json.dumps(MODULES), encoding="utf-8")
    return StaticEncoder(folder)


@pytest.fixture
def index(static_encoder):
    return TokenIndex.build(TEXTS, static_encoder)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peace talks", ["peace", "talks"]),
        ("the summit", ["summit"]),
        ("和平会谈", ["和平", "会谈"]),
        ("peace和平", ["peace", "和平"]),
        ("2 talks", ["2", "talks"]),
        ("what did they say about", []),
    ],
)
def test_words_are_whole_and_stop_words_left_out(index, text, words):
    assert [word.spelling for word in index.question_words(text)] == words


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("peace talks", 0),
        ("和平", 0),
        ("trade", 1),
        ("Was there a summit?", 2),
        ("tariff", 1),
        ("3 talks", 3),
    ],
)
def test_the_text_that_holds_the_words_or_their_translation_is_best(index, question, best):
    assert index.scores(question).argmax() == best


@pytest.mark.parametrize("question", ["", "what about it?", "关于什么", "unheard-of"])
def test_nothing_to_look_for_scores_nothing(index, question):
    np.testing.assert_array_equal(index.scores(question), np.zeros(5, dtype=np.float32))


def test_a_text_without_any_match_scores_nothing(index):
    assert index.scores("trade")[[0, 2, 4]].tolist() == [0, 0, 0]


def test_the_word_itself_counts_more_than_its_translation(static_encoder):
    scores = TokenIndex.build(["peace", "和平"], static_encoder).scores("peace")
    assert scores[0] > scores[1] > 0


def test_numbers_stand_for_themselves_only(static_encoder):
    assert TokenIndex.build(["3", "two"], static_encoder).scores("2").tolist() == [0, 0]
    assert TokenIndex.build(["3", "2"], static_encoder).scores("two").argmax() == 1


def test_an_index_of_nothing_answers(static_encoder):
    assert TokenIndex.build([], static_encoder).scores("peace").shape == (0,)


def test_saved_and_loaded_scores_alike(index, static_encoder, tmp_path):
    index.save(tmp_path)
    loaded = TokenIndex.load(tmp_path, static_encoder)
    for question in ("peace talks", "summit", "贸易 2023"):
        np.testing.assert_array_equal(loaded.scores(question), index.scores(question))


def test_prepared_translations_score_as_those_looked_up(index, static_encoder, tmp_path, monkeypatch):
    monkeypatch.setattr(translation, "PREPARED_FROM", 1)
    prepared = TokenIndex.build(TEXTS, static_encoder)
    assert prepared.translator.table is not None
    prepared.save(tmp_path)
    for question in ("peace talks", "tariff", "summit", "two 贸易"):
        np.testing.assert_allclose(prepared.scores(question), index.scores(question), rtol=2e-3)
        np.testing.assert_array_equal(
            TokenIndex.load(tmp_path, static_encoder).scores(question), prepared.scores(question)
        )


def test_prepared_translations_are_the_same_after_texts_come_and_go(static_encoder, monkeypatch):
    monkeypatch.setattr(translation, "PREPARED_FROM", 1)
    whole = TokenIndex.build(TEXTS, static_encoder)
    more = TokenIndex.scan(["tariff on peace", TEXTS[4]], whole.lexicon)
    first = TokenIndex.build([*TEXTS[:3], "two sums mit trade", TEXTS[3]], static_encoder)
    joined = TokenIndex.join([first, more], [np.array([0, 1, 2, -1, 3]), np.array([-1, 4])], 5)
    np.testing.assert_array_equal(joined.vocabulary.keys, whole.vocabulary.keys)
    np.testing.assert_array_equal(joined.translator.table.terms, whole.translator.table.terms)
    np.testing.assert_allclose(joined.translator.table.likeness, whole.translator.table.likeness, atol=1e-3)
    np.testing.assert_allclose(joined.translator.table.norms, whole.translator.table.norms, rtol=1e-6)


@pytest.mark.parametrize(
    ("question", "text", "matched"),
    [
        ("peace talks", "和平会谈", ["和平", "会谈"]),
        ("peace talks", "贸易会谈", [None, "会谈"]),
        ("和平", "Peace summit in 2023", ["peace"]),
        ("summit on trade", "Peace summit in 2023", ["summit", None]),
        ("trade", "", [None]),
    ],
)
def test_coverage_names_the_word_that_matches(index, question, text, matched):
    coverage = Coverer(index).cover(question, [text])[0]
    assert [match.matched for match in coverage.matches] == matched


def test_rare_words_weigh_more_in_the_share(index):
    coverer = Coverer(index)
    assert coverer.coverage("peace talks", "和平会谈") == pytest.approx(1)
    assert coverer.coverage("summit talks", "summit") > 0.5 > coverer.coverage("summit talks", "talks") > 0
    assert coverer.coverage("what about it", "和平") == 0


def test_shares_are_those_of_the_breakdown(index):
    coverer = Coverer(index)
    shares = coverer.shares("summit talks on trade", TEXTS)
    np.testing.assert_allclose(shares, [coverer.coverage("summit talks on trade", text) for text in TEXTS], rtol=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("What was said about Taiwan?", 0),
        ("芬太尼合作", 1),
        ("export controls", 2),
        ("Cooperation on climate change", 3),
        ("氣候變化", 3),
        ("臺灣問題", 0),
    ],
)
def test_the_shipped_encoder_finds_across_languages(question, best):
    texts = [
        "台湾问题是中美关系中最重要、最敏感的问题。",
        "The two leaders welcomed cooperation to stop the flow of fentanyl precursors.",
        "美方在出口管制、投资审查、单边制裁方面不断采取针对中方的举措。",
        "Both sides underscored the importance of working together on the climate crisis.",
    ]
    index = TokenIndex.build(texts, StaticEncoder(DEFAULT_ENCODER))
    assert index.scores(question).argmax() == best
