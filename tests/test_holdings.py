"""page.holdings: what a visitor may do to the folder of readouts, and what not."""

from __future__ import annotations

import pytest

from index.read import LIMIT
from page.holdings import LONGEST_NAME, REMOVED, Holdings, Outcome, safe_name

TEXT = "The two sides met in Bern on 4 March 2022.\n"


@pytest.fixture
def holdings(seeds_folder, tmp_path):
    return Holdings(seeds_folder, tmp_path / "built")


@pytest.fixture
def upload(tmp_path):
    def write(text: str | bytes, name: str = "upload"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\b.txt", "b.txt"),
        (".hidden.txt", "hidden.txt"),
        ("~$a.txt", "a.txt"),
        ("会晤 通稿.txt", "会晤 通稿.txt"),
        ("a\x00b\n<c>.txt", "a_b_c_.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
        ("...", ""),
        ("長" * 200 + ".txt", "長" * (LONGEST_NAME // 3) + ".txt"),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == safe


def test_a_file_is_taken_in_under_its_safe_name(holdings, upload):
    assert holdings.add(upload(TEXT), "../会晤.txt") == Outcome("added", "会晤.txt")
    assert (holdings.seeds / "会晤.txt").read_text() == TEXT
    assert not list(holdings.seeds.glob(".*"))


@pytest.mark.parametrize(
    ("text", "name", "outcome"),
    [
        (TEXT, "seattle-us.txt", Outcome("taken", "seattle-us.txt")),
        (TEXT, "a.exe", "suffix"),
        (TEXT, "", "suffix"),
        (TEXT, "README.md", "aside"),
        (b"", "empty.txt", "unreadable"),
        (b"x" * (LIMIT + 1), "large.txt", Outcome("large", "large.txt", "20")),
    ],
)
def test_what_cannot_be_taken_in_says_why_and_changes_nothing(holdings, upload, text, name, outcome):
    before = {path.name: path.read_bytes() for path in holdings.seeds.iterdir()}
    result = holdings.add(upload(text), name)
    assert outcome in (result, result.done)
    assert not result.changed
    assert {path.name: path.read_bytes() for path in holdings.seeds.iterdir()} == before


def test_the_same_bytes_are_not_taken_in_twice(holdings, upload):
    same = (holdings.seeds / "chengdu.txt").read_bytes()
    assert holdings.add(upload(same), "other.txt") == Outcome("held", "other.txt", "chengdu.txt")


def test_what_is_removed_is_kept_and_can_be_put_back(holdings):
    words = (holdings.seeds / "chengdu.txt").read_text()
    assert holdings.remove("chengdu.txt") == Outcome("removed", "chengdu.txt", "chengdu.txt")
    assert (holdings.seeds / REMOVED / "chengdu.txt").read_text() == words
    assert holdings.restore("chengdu.txt") == Outcome("restored", "chengdu.txt")
    assert (holdings.seeds / "chengdu.txt").read_text() == words


def test_a_second_file_of_one_name_is_kept_beside_the_first(holdings, upload):
    holdings.remove("chengdu.txt")
    holdings.add(upload(TEXT), "chengdu.txt")
    assert holdings.remove("chengdu.txt") == Outcome("removed", "chengdu.txt", "chengdu (2).txt")
    holdings.restore("chengdu.txt")
    assert holdings.restore("chengdu (2).txt") == Outcome("taken", "chengdu.txt")


@pytest.mark.parametrize("name", ["../outside.txt", "catalog.toml", "nothing.txt", "", ".removed/x.txt"])
def test_only_readouts_of_the_folder_are_removed_or_put_back(holdings, name):
    (holdings.seeds / "catalog.toml").write_text("")
    (holdings.seeds.parent / "outside.txt").write_text(TEXT)
    assert holdings.remove(name).done == "unknown"
    assert holdings.restore(name).done == "unknown"
    assert (holdings.seeds.parent / "outside.txt").exists()


def test_the_last_readout_stays(holdings):
    assert [holdings.remove(name).done for name in ("chengdu.txt", "seattle-cn.txt", "seattle-us.txt")] == [
        "removed",
        "removed",
        "last",
    ]


def test_rebuilding_hands_back_a_receipt_and_tells_its_progress(holdings, upload, encoder):
    stages = []
    holdings.rebuild(encoder, lambda stage, done, total: stages.append(stage))
    holdings.add(upload(TEXT), "bern.txt")
    receipt = holdings.rebuild(encoder, lambda stage, done, total: stages.append(stage))
    assert (receipt.added, receipt.documents) == (("bern.txt",), 4)
    assert {"reading", "encoding", "writing"} <= set(stages)
