from __future__ import annotations

from dataclasses import dataclass

import pytest

from index import kept
from index.kept import keep
from index.naming.related import Held, _make_thesaurus, _Thesaurus


@dataclass(frozen=True)
class Made:
    words: tuple[str, ...]


@dataclass(frozen=True)
class Other:
    words: dict[str, int]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.tsv"
    path.write_text("trade war|贸易战", encoding="utf-8")
    return path


@pytest.fixture
def ask(table):
    """Return what is made of the table, and whether it was made this time."""

    def ask_for(kind=Made):
        made = []

        def make():
            made.append(kind({} if kind is Other else tuple(table.read_text(encoding="utf-8").split("|"))))
            return made[0]

        return keep("made", (table,), kind, make), bool(made)

    return ask_for


def test_what_is_made_of_a_table_is_kept_until_the_table_changes(table, ask):
    assert [ask(), ask()] == [(Made(("trade war", "贸易战")), True), (Made(("trade war", "贸易战")), False)]
    table.write_text("talks|会谈", encoding="utf-8")
    assert [ask(), ask()] == [(Made(("talks", "会谈")), True), (Made(("talks", "会谈")), False)]
    assert [path.name for path in (table.parent / "__pycache__").iterdir()] == ["made.msgpack"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 16, b"kept\xff"])
def test_what_is_kept_damaged_is_made_anew(table, ask, damage):
    ask()
    path = table.parent / "__pycache__" / "made.msgpack"
    path.write_bytes(path.read_bytes()[: -len(damage)] + damage if damage else b"")
    assert [ask()[1], ask()[1]] == [True, False]


def test_what_other_code_kept_is_made_anew(tmp_path, ask, monkeypatch):
    ask()
    assert ask(Other) == (Other({}), True)
    code = tmp_path / "code.py"
    code.touch()
    monkeypatch.setattr(kept, "CODE", (code,))
    monkeypatch.setattr(kept, "_hash_code", kept._hash_code.__wrapped__)
    assert [ask(Other)[1], ask(Other)[1]] == [True, False]


def test_where_nothing_can_be_written_it_is_made_each_time(table, ask):
    (table.parent / "__pycache__").touch()  # no folder can be made there, not even by one who may write everywhere
    assert [ask(), ask()] == [(Made(("trade war", "贸易战")), True)] * 2


def test_the_thesaurus_is_kept_as_it_was_made(tmp_path):
    table = tmp_path / "table.tsv"
    table.touch()
    made = _make_thesaurus()
    keep("made", (table,), _Thesaurus, lambda: made)
    read = keep("made", (table,), _Thesaurus, lambda: pytest.fail("it was not kept"))
    assert read.held == made.held
    assert read.held[0] == Held(made.held[0].concept, "same")
    assert read.concepts.keys() == made.concepts.keys()
    for name in ("lengths", "printed", "values", "groups", "pairs"):
        assert getattr(read.forms, name) == getattr(made.forms, name)
    for ours, theirs in ((read.forms.rows, made.forms.rows), (read.forms.han, made.forms.han)):
        assert (ours.whole, ours.begun, ours.lasts) == (theirs.whole, theirs.begun, theirs.lasts)
        assert (ours.joint, ours.longest) == (theirs.joint, theirs.longest)
