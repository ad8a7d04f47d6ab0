import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import normalizers

from index.naming.related import Concept
from index.static import StaticEncoder
from index.words import is_han
from training import prepare as preparation
from training.bags import Bag, gather
from training.batches import LONG_CORPUS, Batches, Plan
from training.charsmap import compile_map, fold_character
from training.corpus import Corpus
from training.export import export, quantize
from training.finish import EVERY, Mean, set_apart, shorten
from training.model import Table, _contrast
from training.names import dictionary_names, transliterated_names
from training.prepare import prepare
from training.pseudo import QuestionMaker
from training.recipe import BadRecipeError, follow, read_recipe
from training.rewordings import PAIRS as PAIRS_FILE
from training.rewordings import rewordings
from training.settings import Settings
from training.sources import MalformedRowError, find_sources, read_articles, read_rows
from training.synonyms import draw_together, synonyms
from training.tokenizer import Tokens, make_tokenizer, tokenize
from training.train import learning_rate, make, read_arguments
from training.vocabulary import Sizes

TINY = Settings(steps=30, dimensions=8, warm_up=5, threads=1, sizes=Sizes(200, 200, 200, 60, 20))
NOUNS = {"和平": "peace", "贸易": "trade", "气候": "climate", "会谈": "talks", "关税": "tariffs", "军事": "military"}
PAIRS = [(f"{a}与{b}很重要", f"{x.title()} and {y} matter.") for a, x in NOUNS.items() for b, y in NOUNS.items()]


@pytest.mark.parametrize(
    ("character", "folded"),
    [
        ("臺", "台"),
        ("國", "国"),
        ("乾", "乾"),
        ("着", "着"),
        ("Ａ", "a"),
        ("É", "e"),
        ("ﬁ", "fi"),
        ("９", "9"),
        ("中", "中"),
    ],
)
def test_characters_fold(character, folded):
    assert fold_character(character) == folded


def test_the_trie_maps_its_keys_and_nothing_else():
    changes = {"臺": "台", "國": "国", "A": "a", "Ａ": "a", "ﬁ": "fi", "Ā": "a"}
    fold = normalizers.Precompiled(compile_map(changes)).normalize_str
    others = [chr(code) for code in range(1, 0x3000) if chr(code) not in changes]
    assert [fold(key) for key in changes] == list(changes.values())
    assert [character for character in others if fold(character) != character] == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The U.S. and China", ["▁the", "▁usa", "▁and", "▁china"]),
        ("US, not us", ["▁usa", "▁not", "▁us"]),
        ("「臺灣」問題", ["▁", "台湾", "▁", "问题"]),
        ("美国2023", ["▁", "美国", "▁2023"]),
        ("Bali峇里島", ["▁bali", "▁", "峇里岛"]),
    ],
)
def test_tokenizer_folds_and_cuts(text, pieces):
    words = ["▁the", "▁usa", "▁us", "▁and", "▁not", "▁china", "▁bali", "▁2023", "台湾", "问题", "美国", "峇里岛"]
    tokenizer = make_tokenizer([("<pad>", 0.0), ("<unk>", 0.0), ("▁", -12.0), *((word, -5.0) for word in words)])
    assert tokenizer.encode(text).tokens == pieces


def write_data(folder: Path) -> Path:
    for name in ("parallel", "dict", "mono"):
        (folder / name).mkdir(parents=True)
    rows = "".join(f"{zh}\t{en}\n" for zh, en in PAIRS * 4)
    (folder / "parallel" / "own.tsv").write_text(rows, encoding="utf-8")
    with gzip.open(folder / "dict" / "words.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{zh}\t{zh}\t{en}/{en} (of a thing)\n" for zh, en in NOUNS.items())
    text = " ".join(en + " It was said so again today." for _, en in PAIRS)
    (folder / "mono" / "news.jsonl").write_text(
        json.dumps({"title": "On peace", "text": text}) + "\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture
def small_tables(tmp_path, monkeypatch):
    terms, names = tmp_path / "terms.tsv", tmp_path / "names.tsv"
    terms.write_text("en\thans\thant\ttopic\tsource\nballast\t压舱石\t\trelations\tcommon\n", encoding="utf-8")
    names.write_text("id\tnames\n# cities\nbali\tBali|巴厘岛|峇里島\n", encoding="utf-8")
    monkeypatch.setattr(preparation, "TERMS", terms)
    monkeypatch.setattr(preparation, "NAMES", (names,))


RECIPE = """mean = ["broad", "asked"]
[[stage]]
name = "broad"
steps = 30
[[stage]]
name = "asked"
steps = 10
rate = 0.004
questions = 0.75
neighbouring_pairs = 4
rewordings = 0.2
seed = 3
start = ["broad"]
"""


def arguments_for(tmp_path: Path, *more: str):
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    always = ["--data", "data", "--out", "out", "--recipe", str(tmp_path / "recipe.toml")]
    return read_arguments([*always, *more])[0]


@pytest.mark.slow
def test_from_text_to_an_encoder_that_learnt(data, small_tables, tmp_path):
    prepared = prepare(data, TINY, tmp_path / "cache")
    again = prepare(data, TINY, tmp_path / "cache")
    np.testing.assert_array_equal(prepared.vectors, again.vectors)
    table = make(prepared, arguments_for(tmp_path), TINY, tmp_path / "one")
    np.testing.assert_array_equal(table, make(again, arguments_for(tmp_path), TINY, tmp_path / "two"))
    export(table, prepared.tokenizer, tmp_path / "out")
    encoder = StaticEncoder(tmp_path / "out")
    chinese, english = (encoder.encode(list(side)) for side in (NOUNS, NOUNS.values()))
    assert (chinese @ english.T).argmax(axis=1).tolist() == list(range(len(NOUNS)))
    assert prepared.tokenizer.encode("壓艙石").tokens == ["▁", "压舱石"]
    assert prepared.tokenizer.encode("峇里島").tokens == ["▁", "峇里岛"]
    further = make(prepared, arguments_for(tmp_path, "--start", str(tmp_path / "out")), TINY, tmp_path / "one")
    assert not np.array_equal(further, table)


@pytest.mark.slow
def test_the_fifth_held_out_takes_the_rewordings_with_it(data, small_tables, tmp_path):
    held = prepare(data, replace(TINY, hold_out=True), tmp_path / "cache")
    whole = prepare(data, TINY, tmp_path / "cache")
    assert [corpus.name for corpus in held.corpora] == ["own", "words", "news"]
    assert [corpus.name for corpus in whole.corpora] == ["own", "words", "news", "terms", "rewordings"]
    assert held.key != whole.key
    drawing = replace(TINY, plan=replace(TINY.plan, rewordings=0.2))
    fewer = replace(whole, rewordings_key=held.rewordings_key)
    assert fewer.made_of(TINY) == whole.made_of(TINY)
    assert fewer.made_of(drawing) != whole.made_of(drawing)


@pytest.mark.parametrize(
    ("kind", "line", "says"),
    [
        ("parallel", "只有中文", "row 2: expected Chinese TAB English"),
        ("parallel", "a\tb\tc", "row 2: expected Chinese TAB English"),
        ("parallel", "中文\t ", "row 2"),
        ("dict", "國\tcountry", "row 2: expected Traditional TAB Simplified"),
    ],
)
def test_a_malformed_row_is_named(tmp_path, kind, line, says):
    good = "国\tcountry\n" if kind == "parallel" else "國\t国\tcountry\n"
    path = tmp_path / "rows.tsv"
    path.write_text(good + line + "\n", encoding="utf-8")
    with pytest.raises(MalformedRowError, match=says):
        list(read_rows(path, kind))


@pytest.mark.parametrize("line", ["no json", '{"title": "a"}', '{"title": "a", "text": 3}', "[]"])
def test_a_malformed_article_is_named(tmp_path, line):
    path = tmp_path / "news.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(MalformedRowError, match="row 1"):
        list(read_articles(path))


def test_text_that_is_not_utf8_is_named(tmp_path):
    path = tmp_path / "rows.tsv"
    path.write_bytes("国\tcountry\n".encode("gb18030"))
    with pytest.raises(MalformedRowError, match="not UTF-8"):
        list(read_rows(path, "parallel"))


def test_known_files_have_their_terms_and_others_the_default(data, tmp_path):
    assert {source.name: source.use for source in find_sources(data)} == {
        "own": "train",
        "words": "train",
        "news": "train",
    }
    (tmp_path / "parallel").mkdir()
    (tmp_path / "parallel" / "wmt22_23_general.tsv").write_text("中\ta\n", encoding="utf-8")
    assert [source.use for source in find_sources(tmp_path)] == ["never"]


def test_an_empty_folder_says_what_it_should_hold(tmp_path):
    with pytest.raises(FileNotFoundError, match="parallel/"):
        find_sources(tmp_path)


def tokens(*texts: list[int]) -> Tokens:
    flat = np.array([piece for text in texts for piece in text], dtype=np.uint16)
    return Tokens(flat, np.cumsum([0, *map(len, texts)]))


def test_gather_takes_texts_in_any_order_and_joins_them():
    held = tokens([1, 2], [], [3], [4, 5, 6])
    assert gather(held, np.array([3, 0])).pieces.tolist() == [4, 5, 6, 1, 2]
    joined = gather(held, np.array([0, 2, 3]), np.array([0, 0, 1]))
    assert (joined.rows.tolist(), joined.pieces.tolist(), joined.size) == ([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6], 2)
    assert joined.matrix(np.arange(7), 7).toarray().sum(axis=1).tolist() == [3, 3]


def test_questions_are_made_of_the_sentence_and_a_question_word():
    maker = QuestionMaker(np.arange(100, dtype=np.float32), {"en": [[99]], "zh": [[98]]})
    sentences = Bag(np.repeat(np.arange(50), 30), np.tile(np.arange(30), 50), 50)
    questions = maker.make(sentences, "en", np.random.default_rng(0))
    assert questions.size == 50
    assert questions.lengths().max() <= 21
    assert set(questions.pieces.tolist()) <= {*range(30), 99}
    assert 99 in questions.pieces


def test_slopes_are_those_of_the_cross_entropy():
    torch.manual_seed(0)
    sides = [torch.randn(16, 8, dtype=torch.float64, requires_grad=True) for _ in range(2)]
    units = [torch.nn.functional.normalize(side) for side in sides]
    scores, right = 20 * units[0] @ units[1].T, torch.arange(16)
    expected = sum(torch.nn.functional.cross_entropy(table, right) for table in (scores, scores.T)) / 2
    expected.backward()
    loss, slopes = _contrast(sides[0].detach(), sides[1].detach(), 20.0)
    assert loss == pytest.approx(expected.item())
    for side, slope in zip(sides, slopes, strict=True):
        torch.testing.assert_close(side.grad, slope)


def test_steps_bring_pairs_together():
    table = Table(np.random.default_rng(0).standard_normal((8, 4)).astype(np.float32))
    left, right = (Bag(np.arange(4), np.arange(first, first + 4), 4) for first in (0, 4))
    losses = [table.step(left, right, 0.05) for _ in range(60)]
    assert losses[-1] < 0.05 < losses[0]


def test_rate_rises_then_falls_to_nothing():
    rates = [learning_rate(step, TINY) for step in range(TINY.steps)]
    assert max(rates) == rates[4] == TINY.rate
    assert rates[0] == TINY.rate / 5
    assert rates[-1] < TINY.rate / 100


def test_rate_falls_to_the_last_rate():
    settings = replace(TINY, last_rate=TINY.rate / 2)
    rates = [learning_rate(step, settings) for step in range(settings.steps)]
    assert rates[4] == TINY.rate
    assert TINY.rate / 2 < rates[-1] < TINY.rate * 0.51


def test_the_mean_is_taken_over_the_last_part():
    mean = Mean(EVERY)
    for step in range(3 * EVERY):
        mean.add(step, np.full((2, 2), step, dtype=np.float32))
    np.testing.assert_array_equal(mean.table(np.zeros((2, 2), np.float32)), np.full((2, 2), 1.5 * EVERY))


def test_a_mean_of_nothing_is_the_last_table():
    last = np.ones((2, 2), dtype=np.float32)
    np.testing.assert_array_equal(Mean(1).table(last), last)


def test_rare_words_get_a_direction_of_their_own():
    words = [("<pad>", 0.0), ("<unk>", 0.0), ("波", -13.0), ("恩", -13.0), ("波恩", -11.0), ("和平", -9.0)]
    table = np.zeros((6, 64), dtype=np.float32)
    table[[2, 3, 5], [0, 1, 2]] = 1
    apart = set_apart(table, np.array([0, 0, 50, 50, 0, 5000]), make_tokenizer(words), seed=0)
    np.testing.assert_array_equal(apart[[0, 1, 2, 3, 5]], table[[0, 1, 2, 3, 5]])
    toward_characters = float(apart[4] @ (table[2] + table[3])) / 2**0.5
    assert 0.5 < toward_characters / float(np.linalg.norm(apart[4])) < 0.9


def test_the_longest_rows_are_cut():
    table = np.diag(np.arange(1, 22)).astype(np.float32)
    np.testing.assert_allclose(np.linalg.norm(shorten(table), axis=1), [*range(1, 21), 20])


def test_foreign_names_are_found_in_the_dictionaries(tmp_path):
    rows = [
        ("休斯頓", "休斯顿", "Houston, Texas"),
        ("全州縣", "全州县", "Quanzhou county in Guilin"),
        ("和平", "和平", "peace"),
        ("波恩", "波恩", "Bonn (Germany)"),
    ]
    (tmp_path / "dict").mkdir()
    (tmp_path / "dict" / "words.tsv").write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    assert dictionary_names(find_sources(tmp_path)[0]) == ["休斯顿"]
    assert {"塔尔伯特", "拉马尔"} <= set(transliterated_names())


def test_eight_bits_keep_the_rows():
    table = np.random.default_rng(0).standard_normal((10, 16)).astype(np.float32)
    rows, factors = quantize(table)
    assert rows.dtype == np.int8
    np.testing.assert_allclose(rows * factors[:, None], table, atol=float(factors.max()) / 2 + 1e-6)


def test_silent_pieces_are_left_out_of_texts():
    tokenizer = make_tokenizer([("<pad>", 0.0), ("<unk>", 0.0), ("▁", -12.0), ("▁peace", -5.0), ("和平", -5.0)])
    held = tokenize(tokenizer, ["peace, 和平", "", "Ω peace"])
    assert (held.flat.tolist(), held.starts.tolist()) == ([3, 4, 3], [0, 2, 2, 3])


def test_the_command_line_makes_settings():
    arguments, settings = read_arguments(["--data", "data", "--out", "out", "--steps", "7", "--seed", "2"])
    assert (arguments.steps, arguments.start, settings.seed) == (7, None, 2)


def recipe_of(tmp_path: Path, text: str = RECIPE, base: Settings = TINY):
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return read_recipe(path, base)


def test_a_recipe_has_stages_that_differ_from_the_settings(tmp_path):
    first, second = recipe_of(tmp_path, base=replace(TINY, seed=10)).stages
    assert (first.settings.rate, first.settings.plan.questions, first.settings.seed) == (0.01, 0.5, 10)
    assert (second.settings.rate, second.settings.plan.questions, second.settings.seed) == (0.004, 0.75, 13)
    assert (first.start, second.start) == ((), ("broad",))


def test_a_recipe_is_shortened_in_proportion(tmp_path):
    assert [stage.settings.steps for stage in recipe_of(tmp_path).shortened(8).stages] == [6, 2]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rate = 0.004", "speed = 3", "'speed' is no setting of a stage; use"),
        ('start = ["broad"]', 'start = ["last"]', "'asked' starts from 'last'; put that stage before it"),
        ('mean = ["broad", "asked"]', 'mean = ["none"]', "the mean names 'none'; name stages of the file"),
    ],
)
def test_a_bad_recipe_says_what_to_do(tmp_path, old, new, says):
    with pytest.raises(BadRecipeError, match=says):
        recipe_of(tmp_path, RECIPE.replace(old, new))


def test_the_recipe_that_ships_can_be_read():
    recipe = read_recipe(Path(preparation.__file__).parent / "recipe.toml", Settings())
    assert recipe.stages[0].start == ()
    assert set(recipe.mean) <= {stage.name for stage in recipe.stages}


def test_a_recipe_that_was_cut_goes_on_where_it_was(tmp_path):
    recipe, learnt = recipe_of(tmp_path), []

    def learn(settings, start):
        learnt.append((settings.steps, None if start is None else start.tolist()))
        if len(learnt) == 2:
            raise KeyboardInterrupt
        return np.full((2, 2), settings.steps, dtype=np.float32)

    with pytest.raises(KeyboardInterrupt):
        follow(recipe, learn, lambda _: "text", tmp_path)
    mean = follow(recipe, learn, lambda _: "text", tmp_path)
    of_first = [[0.5**0.5] * 2] * 2  # the mean of one stage, at a median length of 1
    assert [steps for steps, _ in learnt] == [30, 10, 10]
    np.testing.assert_allclose(learnt[2][1], of_first, rtol=1e-6)
    np.testing.assert_allclose(mean, of_first, rtol=1e-6)
    follow(recipe, learn, lambda _: "other text", tmp_path)
    assert [steps for steps, _ in learnt[3:]] == [30, 10]


SYNONYM_PIECES = ["周五", "星期五", "礼拜五", "白宫", "▁friday", "▁house"]


def test_the_dictionary_says_which_pieces_mean_the_same(tmp_path):
    (tmp_path / "dict").mkdir()
    rows = ["週五\t周五\tFriday", "星期五\t星期五\tFriday/the fifth day", "白宮\t白宫\tWhite House"]
    (tmp_path / "dict" / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    tokenizer = make_tokenizer([("<pad>", 0.0), ("<unk>", 0.0), ("▁", -12.0), *((p, -5.0) for p in SYNONYM_PIECES)])
    names = [(["House"], ["禮拜五", "星期五"])]
    within, across = synonyms(find_sources(tmp_path), names, tokenizer)
    pieces = dict(zip(SYNONYM_PIECES, range(3, 9), strict=True))
    assert within == {(pieces["周五"], pieces["星期五"]), (pieces["星期五"], pieces["礼拜五"])}
    friday, house = pieces["▁friday"], pieces["▁house"]
    assert across == {(pieces[zh], friday) for zh in ("周五", "星期五")} | {
        (pieces[zh], house) for zh in ("礼拜五", "星期五")
    }


def test_synonyms_are_drawn_together_and_keep_their_lengths():
    table = np.array([[2, 0, 0], [1, 1, 0], [0, 0, 3], [0, 1, 0]], dtype=np.float32)
    drawn = draw_together(table, {(0, 1), (0, 2)}, set())
    np.testing.assert_allclose(np.linalg.norm(drawn, axis=1), [2, 2**0.5, 3, 1], rtol=1e-6)
    np.testing.assert_allclose(drawn[2:], table[2:], atol=1e-6)  # 0 and 2 share nothing after training
    likeness = float(drawn[0] @ drawn[1]) / (2 * 2**0.5)
    assert 0.71 < likeness < 0.95


def test_rewordings_are_written_pairs_and_those_of_the_thesaurus(tmp_path, monkeypatch):
    path = tmp_path / "pairs.tsv"
    path.write_text("plain_en\tformal_en\tplain_zh\tformal_zh\na\tb\t甲\t乙\n", encoding="utf-8")
    concept = Concept("nato", ("NATO^", "北约"), ("allies+Europe",), (), ())
    monkeypatch.setattr("training.rewordings.load_related", lambda: (concept,))
    written = [("a", "b", 0), ("甲", "乙", 0), ("a", "乙", 0), ("甲", "b", 0), ("乙", "b", 0), ("甲", "a", 0)]
    assert rewordings(path)[: 16 * 6] == written * 16
    assert rewordings(path)[16 * 6 :] == [
        ("NATO", "北约", 1),
        ("allies Europe", "NATO", 1),
        ("allies Europe", "北约", 1),
    ]


def test_every_written_rewording_has_four_texts_of_two_languages():
    rows = [line.split("\t") for line in PAIRS_FILE.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(rows) >= 12_500
    assert len({tuple(row[:2]) for row in rows}) == len(rows)  # two may ask for one sentence
    assert not any(map(is_han, [text for row in rows for text in row[:2]]))
    assert all(map(is_han, [text for row in rows for text in row[2:]]))


def test_pairs_are_drawn_in_runs_of_neighbours():
    size = LONG_CORPUS
    texts = Tokens(np.arange(size, dtype=np.uint16), np.arange(size + 1))
    corpus = Corpus("long", "parallel", 1.0, texts, texts, np.zeros(size, np.int64))
    maker = QuestionMaker(np.zeros(size, np.float32), {"en": [[1]], "zh": [[2]]})
    plan = Plan(size=64, questions=0, terms=0, neighbouring_pairs=8)
    left, right = Batches([corpus], {"long": np.arange(size)}, maker, plan).draw(np.random.default_rng(0))
    assert left.pieces.tolist() == right.pieces.tolist()
    assert int((np.diff(left.pieces) == 1).sum()) >= 56 - 8
