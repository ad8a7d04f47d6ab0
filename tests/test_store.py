import zlib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from index.manifest import IndexNotUsable
from index.pack import Records, pack_entry, pack_rows, unpack_entry
from index.records import Entry, Group, Readout, Span, Voice
from index.store import LocalStore
from tests.corpus import HashingEncoder

VOICE = Voice("国家主席", "somebody", "cn", "explicit")


def make_entry(readout: Readout) -> Entry:
    spans = tuple(Span(readout, block.start, block.end) for block in readout.blocks if block.kind == "prose")
    voiced = tuple(Span(span.readout, span.start, span.end, VOICE) for span in spans)
    words = tuple(tuple(span.text.lower().replace(".", "").split()) for span in spans)
    return Entry(readout, spans, voiced, (Group(spans[0], spans[1:]),), words)


def make_store(corpus: tuple[Readout, ...], encoder: HashingEncoder) -> LocalStore:
    entries = [make_entry(readout) for readout in corpus]
    store = LocalStore(encoder.width)
    store.add(entries, encoder.encode([p.text for entry in entries for p in entry.passages]))
    return store


def test_search_by_words_finds_the_passage_that_holds_them(
    corpus: tuple[Readout, ...], encoder: HashingEncoder
) -> None:
    (hit,) = make_store(corpus, encoder).search_words(["counternarcotics"], 3)
    assert hit.span.text == "The two leaders agreed to set up a working group on counternarcotics."
    assert hit.score > 0


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("working group on counternarcotics", "The two leaders agreed to set up a working group on counternarcotics."),
        (
            "粮食贸易压舱石",
            "国家主席指出，粮食贸易是两国关系的压舱石。中方不支持任何形式的贸易战，愿同美方加强禁毒合作。",
        ),
        ("農產品貿易 投資", "美國總統表示，美方願擴大農產品貿易，歡迎中國企業赴美投資。雙方同意成立氣候變化工作組。"),
    ],
)
def test_search_by_meaning_finds_the_nearest_passage(
    question: str, found: str, corpus: tuple[Readout, ...], encoder: HashingEncoder
) -> None:
    store = make_store(corpus, encoder)
    assert store.search_meaning(encoder.encode([question])[0], 1)[0].span.text == found


def test_a_mask_hides_passages_from_both_searches(corpus: tuple[Readout, ...], encoder: HashingEncoder) -> None:
    store = make_store(corpus, encoder)
    allowed = np.asarray([p.readout.name == "chengdu.txt" for p in store.passages])
    assert store.search_words(["counternarcotics"], 3, allowed) == []
    assert {h.span.readout.name for h in store.search_meaning(encoder.encode(["group"])[0], 9, allowed)} == {
        "chengdu.txt"
    }
    assert store.search_meaning(encoder.encode(["group"])[0], 9, np.zeros(len(allowed), dtype=np.bool_)) == []


def test_remove_and_add_again(corpus: tuple[Readout, ...], encoder: HashingEncoder) -> None:
    store = make_store(corpus, encoder)
    before = len(store.passages)
    store.remove(["seattle-us.txt", "not-held.txt"])
    assert store.search_words(["counternarcotics"], 3) == []
    entry = make_entry(corpus[0])
    store.add([entry], encoder.encode([p.text for p in entry.passages]))
    assert len(store.passages) == before
    assert [e.readout.name for e in store.entries] == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]
    assert store.search_words(["counternarcotics"], 3)[0].span.readout.name == "seattle-us.txt"


def test_a_vector_too_few_is_refused(corpus: tuple[Readout, ...], encoder: HashingEncoder) -> None:
    entry = make_entry(corpus[0])
    with pytest.raises(ValueError, match="1 vectors for 5 passages"):
        LocalStore(encoder.width).add([entry], encoder.encode(["one"]))


def test_saved_and_loaded_the_store_is_the_same(
    tmp_path: Path, corpus: tuple[Readout, ...], encoder: HashingEncoder
) -> None:
    store = make_store(corpus, encoder)
    store.remove(["seattle-cn.txt"])
    store.save(tmp_path)
    loaded = LocalStore.load(tmp_path)
    assert [p.text for p in loaded.passages] == [p.text for p in store.passages]
    vector = encoder.encode(["气候变化工作组"])[0]
    assert [(h.span.text, h.score) for h in loaded.search_meaning(vector, 3)] == [
        (h.span.text, h.score) for h in store.search_meaning(vector, 3)
    ]
    assert loaded.entries[0].sentences[0].voice == VOICE


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    LocalStore(4).save(tmp_path)
    store = LocalStore.load(tmp_path)
    assert store.search_words(["word"], 3) == []
    assert store.search_meaning(np.ones(4, dtype=np.float32), 3) == []


def test_packed_entries_come_back_and_other_bytes_do_not(corpus: tuple[Readout, ...]) -> None:
    entry = make_entry(corpus[1])
    back = unpack_entry(pack_entry(entry))
    assert back.readout.text == entry.readout.text
    assert back.readout.sections == entry.readout.sections
    assert [i.text for i in back.groups[0].items] == [i.text for i in entry.groups[0].items]
    with pytest.raises(msgspec.DecodeError):
        unpack_entry(zlib.compress(b'{"readout": 1}'))


def test_saved_vectors_and_words_are_the_same_however_the_store_came_about(
    tmp_path: Path, corpus: tuple[Readout, ...], encoder: HashingEncoder
) -> None:
    whole = make_store(corpus, encoder)
    stepwise = LocalStore(encoder.width)
    for readout in reversed(corpus):
        entry = make_entry(readout)
        stepwise.add([entry], encoder.encode([p.text for p in entry.passages]))
        stepwise.add([entry], encoder.encode([p.text for p in entry.passages]))
    for name, store in (("whole", whole), ("stepwise", stepwise)):
        (tmp_path / name).mkdir()
        store.save(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "whole").iterdir())
    assert sorted(path.name for path in (tmp_path / "stepwise").iterdir()) == files
    for name in files:
        assert (tmp_path / "whole" / name).read_bytes() == (tmp_path / "stepwise" / name).read_bytes(), name


def test_spans_of_one_readout_stay_of_one_readout_while_anybody_holds_it(
    corpus: tuple[Readout, ...], encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.pack.HELD", 1)
    store = make_store(corpus, encoder)
    first = store.passages[0]
    assert [p.readout.name for p in store.passages][-1] != first.readout.name  # all others were unpacked meanwhile
    assert store.passages[0] == first
    assert store.passages[0].readout is first.readout


def test_a_document_altered_while_it_is_in_use_is_told_and_never_shown(corpus: tuple[Readout, ...]) -> None:
    packed = pack_rows([make_entry(readout) for readout in corpus])
    packed.values[int(packed.starts[1]) + 40] ^= 0xFF
    records = Records(packed)
    assert records[0].readout.text == corpus[0].text
    with pytest.raises(IndexNotUsable, match="Document 1 of the index was altered .* Build the index anew with"):
        records[1]
