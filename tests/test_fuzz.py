"""Files that nobody would write: each is read and quoted as it is, or refused with its cure; nothing else may happen.

`python -m bench.fuzz` does the same for as long as one likes.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.batch import fuzz_batch
from bench.growth import repeat
from bench.invariants import check_file
from bench.mutate import load_bases, make_file
from bench.small import make_small_file
from tests.corpus import HashingEncoder

QUESTIONS = ("What did Xi say about Taiwan?", "双方就经贸问题各说了什么？", "\u202e<script>’")

SHORT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(
    [
        "习近平指出，",
        "双方。",
        "THE PRESIDENT: ",
        "Q    ",
        "\n",
        "\n\n",
        "<p>",
        "</p>",
        "<br>",
        "新华社北京4月2日电 ",
        "11月15日",
    ]
    + [
        "<script>",
        "<!--",
        "&#x202e;",
        "\u202e",
        "\x00",
        "\ud800",
        "**",
        "[a](b)",
        "---\n",
        "title: a\n",
        "（一）",
        "’",
        "“",
        "meeting",
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=300), st.lists(WORDS, max_size=40).map("".join)
)


@SHORT
@given(TEXTS, st.sampled_from(["a.txt", "a.md", "a.html"]), st.sampled_from(["utf-8", "gb18030", "utf-16", "big5"]))
def test_any_text_in_any_encoding(text, name, encoding):
    check_file(name, text.encode(encoding, "replace"), QUESTIONS[:1])


@SHORT
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx"]))
def test_any_bytes_under_any_name(data, name):
    check_file(name, data)


@SHORT
@given(st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"<html><body>"]), st.binary(max_size=300))
def test_bytes_that_begin_as_a_format_does(head, data):
    for name in ("a.txt", "a.html", "a.pdf", "a.docx"):
        check_file(name, head + data)


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_files_bent_at_random(seed):
    bases = load_bases()
    for number in range(seed, seed + 3):
        check_file(*make_file(random.Random(number), bases), QUESTIONS[:1])


@pytest.mark.parametrize("first", [0, 450, 2000])
def test_small_inputs_by_number(first):
    tally = fuzz_batch(range(first, first + 50), load_bases(), HashingEncoder())
    assert [fault.text for fault in tally.faults] == []
    assert tally.inputs == 50


def test_the_same_number_makes_the_same_file():
    bases = load_bases()
    assert make_file(random.Random(7), bases) == make_file(random.Random(7), bases)
    assert [make_small_file(number, bases) for number in range(9)] == [
        make_small_file(number, bases) for number in range(9)
    ]


@pytest.mark.parametrize("text", repeat(6_000).values(), ids=map(repr, repeat(1)))
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_one_thing_said_over_and_over_is_read_like_any_text(name, text):
    check_file(name, text.encode())
