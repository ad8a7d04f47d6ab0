"""The eval from question to table, floors and stored run, with made answers and a fake encoder."""

from __future__ import annotations

import pytest

from eval.answers import score_answer
from eval.baseline import TopChunks
from eval.curve import curve_of, draw_curves
from eval.figures import below_floors, figures_of
from eval.questions import EvalQuestion, Gold
from eval.report import Outcome, full_report, list_misses, script_pair, write_section
from eval.retrieval import Text, find_relevant, quote_best, score_search
from eval.run import ask_all
from eval.sources import Source, short_hash
from eval.stored import compare_stored, write_stored

CHINESE = Source(
    "2023-11-15_cn.txt", "习近平指出，停止武装台湾，支持中\n国和平统一。\n拜登表示，不支持“台独”。\n会晤持续4小时。\n"
)
ENGLISH = Source("2021-02-10_us.txt", "The President raised concerns about Taiwan.\nThey discussed climate change.\n")
SOURCES = {source.name: source for source in (CHINESE, ENGLISH)}


def gold(source: Source, quote: str, item: int = 0) -> Gold:
    places = source.locate(quote)
    assert places
    return Gold(source.name, places, item)


def question(id: str, *golds: Gold, **changes) -> EvalQuestion:
    facts = {"group": id.split(".")[0], "language": "en", "kind": "fact", "text": id, "part": "dev", "gold": golds}
    return EvalQuestion(id=id, answerable=bool(golds), **facts | changes)


def quote(source: Source, text: str, **changes) -> dict:
    return {"document": source.name, "text": text, "date": None, "side": None, "score": 0.8} | changes


def answer(*quotes: dict) -> dict:
    return {"found": bool(quotes), "quotes": list(quotes), "seconds": 0.01}


ARMS = question("arms.en", gold(CHINESE, "停止武装台湾，支持中国和平统一"))
EACH = question(
    "each.en", gold(CHINESE, "停止武装台湾，支持中国和平统一", 0), gold(CHINESE, "不支持“台独”", 1), need="all"
)
LONG = question("long.en", gold(CHINESE, "会晤持续4小时。"), forbidden_years=frozenset({2021}))
NONE = question("none.en", trap="absent")
XI = quote(CHINESE, "习近平指出，停止武装台湾，支持中国和平统一。", side="cn")
BIDEN = quote(CHINESE, "拜登表示，不支持“台独”。", side="us")
US = quote(ENGLISH, "They discussed climate change.")


@pytest.mark.parametrize(
    ("asked", "given", "gold_share", "right", "relevant", "first"),
    [
        (ARMS, answer(XI), 1.0, True, 1, True),
        (ARMS, answer(BIDEN, XI), 1.0, True, 1, False),
        (ARMS, answer(BIDEN), 0.0, False, 0, False),
        (ARMS, answer(), 0.0, False, 0, False),
        (EACH, answer(XI), 0.5, False, 1, True),
        (EACH, answer(XI, BIDEN), 1.0, True, 2, True),
        (NONE, answer(), 0.0, True, 0, False),
        (NONE, answer(XI), 0.0, False, 0, False),
    ],
)
def test_an_answer_against_its_gold(asked, given, gold_share, right, relevant, first):
    score = score_answer(asked, given, SOURCES, {})
    assert (score.gold, score.right, score.relevant, score.first_right) == (gold_share, right, relevant, first)


def test_further_right_sentences_are_relevant_but_not_gold():
    asked = question("arms.en", *ARMS.gold, also=(gold(CHINESE, "不支持“台独”"),))
    score = score_answer(asked, answer(BIDEN), SOURCES, {})
    assert (score.relevant, score.gold_quoted) == (1, False)


@pytest.mark.parametrize(
    ("given", "sides", "forbidden"),
    [
        (XI, {}, 0),
        (BIDEN, {}, 1),
        (quote(CHINESE, "拜登表示，不支持“台独”。"), {}, 0),
        (quote(CHINESE, "拜登表示，不支持“台独”。"), {(CHINESE.name, short_hash("拜登表示，不支持“台独”。")): "us"}, 1),
        (US, {}, 1),
    ],
)
def test_forbidden_years_and_sides(given, sides, forbidden):
    asked = question("arms.en", *ARMS.gold, forbidden_sides=frozenset({"us"}), forbidden_years=frozenset({2021}))
    assert score_answer(asked, answer(given), SOURCES, sides).forbidden == forbidden


@pytest.mark.parametrize(
    ("text", "count"), [("停止武装台湾，支持中国和平统一", 0), ("停止武装台湾，支持和平统一", 1), ("", 1)]
)
def test_what_is_not_verbatim_is_counted(text, count):
    assert score_answer(ARMS, answer(quote(CHINESE, text)), SOURCES, {}).not_verbatim == count


def scores(*pairs):
    return [score_answer(asked, given, SOURCES, {}) for asked, given in pairs]


MIXED = ((ARMS, answer(XI, BIDEN)), (EACH, answer(XI)), (LONG, answer()), (NONE, answer(XI)))


def test_figures():
    figures = figures_of(scores(*MIXED))
    expected = {
        "gold_quoted": 1 / 3,
        "gold_share": 0.5,
        "precision": 2 / 3,  # two of three quotations in answers to answerable questions
        "first_right": 2 / 3,
        "refused": 0.0,
        "false_refusals": 1 / 3,
        "right": 0.25,
        "quotes": 4 / 3,
        "forbidden": 0,
        "not_verbatim": 0,
        "seconds": 0.01,
    }
    assert {name: figures[name] for name in expected} == pytest.approx(expected)
    assert figures["gold_quoted.en"] == figures["gold_quoted"]


def test_floors_and_ceilings():
    figures = {"gold_quoted": 0.7, "not_verbatim": 1.0, "false_refusals.en": 0.04}
    floors = {"gold_quoted": 0.75, "not_verbatim": 0.0, "false_refusals.en": 0.05}
    assert below_floors(figures, floors) == [
        "gold_quoted is 0.700, floor 0.750",
        "not_verbatim is 1.000, ceiling 0.000",
    ]
    assert below_floors(figures, {"gold_quoted": 0.7}) == []


def test_a_run_surely_worse_than_the_stored_one_is_told(tmp_path):
    path = tmp_path / "stored.json"
    asked = [question(f"q{i}.en", *ARMS.gold) for i in range(12)]
    good = scores(*((each, answer(XI)) for each in asked))
    write_stored(good, path)
    assert compare_stored(good, path) == []
    one_worse = scores(*((each, answer(XI)) for each in asked[1:]), (asked[0], answer()))
    assert compare_stored(one_worse, path) == []  # one of twelve may be chance
    bad = scores(*((each, answer(XI) if i > 5 else answer()) for i, each in enumerate(asked)))
    assert [line.split(" points")[0] for line in compare_stored(bad, path)] == [
        "right is -50.0",
        "first_right is -50.0",
    ]


def test_nothing_stored_nothing_compared(tmp_path):
    assert compare_stored(scores(*MIXED), tmp_path / "none.json") == []


def test_misses_name_only_questions_of_dev():
    held = question("held.en", *ARMS.gold, part="held")
    lines = list_misses(scores((ARMS, answer(XI)), (EACH, answer(XI)), (held, answer())))
    assert [line.split(":")[0] for line in lines] == ["each.en"]


LANGUAGES = {CHINESE.name: "zh-Hans", ENGLISH.name: "en"}


@pytest.mark.parametrize(
    ("golds", "pair"),
    [
        ([gold(CHINESE, "会晤持续4小时。")], "English → 简体"),
        ([gold(CHINESE, "会晤持续4小时。"), gold(ENGLISH, "climate change")], "English → English or 简体"),
    ],
)
def test_script_pairs(golds, pair):
    assert script_pair(question("pair.en", *golds), LANGUAGES) == pair


def test_the_curve_ends_where_the_rest_is_refused():
    given = scores(
        (ARMS, answer(XI | {"score": 0.9})), (NONE, answer(XI | {"score": 0.4})), (LONG, answer()), (NONE, answer())
    )
    assert curve_of(given) == [(0.25, 0.0), (0.5, 0.5)]
    picture = draw_curves({"ours": curve_of(given), "none": []})
    assert 'points="198.0,340.0 332.0,194.0"' in picture


def test_report_and_its_place_in_a_page(tmp_path):
    given = scores(*MIXED)
    text = full_report(Outcome({"ours": given, "plain": given}, {"ours": given}, {}, LANGUAGES))
    assert "| ours | 33.3 | 66.7 | 66.7 | 0.0 | 25.0 | +0.0 (+0–+0) | +0.0 (+0–+0) |" in text
    assert "| gold quoted | 33.3 (0–100) | 33.3 (0–100) | 33.3 | – | – |" in text
    page = tmp_path / "README.md"
    page.write_text("above\n<!-- seeds -->\nold\n<!-- /seeds -->\nbelow\n", encoding="utf-8")
    write_section(page, "seeds", "new")
    write_section(page, "seeds", "new")
    assert page.read_text(encoding="utf-8") == "above\n<!-- seeds -->\n\nnew\n\n<!-- /seeds -->\nbelow\n"
    with pytest.raises(ValueError, match="has no marks <!-- other -->"):
        write_section(page, "other", "new")


def test_every_question_is_asked():
    asked: list[str] = []

    def ask(text):
        asked.append(text)
        return answer(XI)

    given = ask_all("fake", ask, [ARMS, NONE], SOURCES)
    assert asked == ["arms.en", "none.en"]
    assert [score.right for score in given] == [True, False]


def test_retrieval_counts_texts_that_hold_gold():
    texts = [Text(CHINESE.name, line) for line in ("停止武装台湾，支持中\n国和平统一。", "会晤持续4小时。")]
    texts.append(Text(ENGLISH.name, "They discussed climate change."))
    relevant = find_relevant([ARMS, LONG, NONE], texts, SOURCES)
    assert relevant == {"arms.en": frozenset(texts[:1]), "long.en": frozenset(texts[1:2])}
    values = score_search([ARMS, LONG, NONE], lambda text: texts, relevant)
    assert values["R@1"] == {"arms.en": 1.0, "long.en": 0.0}
    assert values["MRR@10"] == {"arms.en": 1.0, "long.en": 0.5}
    assert values["nDCG@10"] == pytest.approx({"arms.en": 1.0, "long.en": 0.6309297535714575})


def test_a_search_quotes_its_three_best_texts():
    texts = [Text(CHINESE.name, str(number)) for number in range(5)]
    given = quote_best(lambda question: [texts[0], *texts])("anything")
    assert [(quote["text"], quote["score"]) for quote in given["quotes"]] == [("0", 1.0), ("1", 0.5), ("2", 1 / 3)]
    assert quote_best(lambda question: [])("anything")["found"] is False


def test_a_search_that_finds_nothing_scores_nought():
    relevant = {"arms.en": frozenset({Text(CHINESE.name, "会晤持续4小时。")})}
    assert score_search([ARMS], lambda text: [], relevant)["R@10"] == {"arms.en": 0.0}


def test_the_plain_pipeline_quotes_three_chunks_verbatim_and_never_refuses(encoder):
    chunks = TopChunks(SOURCES.values(), encoder)
    given = chunks.ask("climate change")
    assert given["quotes"][0]["document"] == ENGLISH.name
    assert score_answer(NONE, given, SOURCES, {}).not_verbatim == 0
    assert len(chunks.search("climate")) == len(chunks.texts)
