"""page.options and page.passwords: the command line of app.py, and the accounts in a file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import app
from page.options import read_options
from page.passwords import Accounts, WrongAccountsError, check_password, hash_password, read_accounts


def test_a_password_is_right_or_wrong_and_is_not_kept():
    kept = hash_password("口令 a")
    assert kept.startswith("scrypt$15$8$1$")
    assert "口令" not in kept
    assert hash_password("口令 a") != kept
    assert check_password("口令 a", kept)
    assert [check_password(wrong, kept) for wrong in ("口令 b", "", "口令 a ", "a" * 2000)] == [False] * 4


def test_accounts_know_names_and_passwords():
    accounts = Accounts({"wang": hash_password("1"), "李": hash_password("2")})
    assert accounts.check("wang", "1")
    assert accounts.check("李", "2")
    assert accounts.check("wang", "1")  # a second time without the hash
    assert [accounts.check(*tried) for tried in (("wang", "2"), ("li", "1"), ("", ""), ("wang", ""))] == [False] * 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no account"),
        ("# a note\n\n", "holds no account"),
        ("wang:secret\n", "line 1 is not `name:scrypt"),
        ("wang\n", "line 1 is not"),
        ("wang:scrypt$40$8$1$AAAA$AAAA\n", "line 1 is not"),
        ("wang:scrypt$15$8$1$?$?\n", "line 1 is not"),
        ("wang:{}\nwang:{}\n", "line 2: the name is missing or stands twice"),
        (":{}\n", "line 1: the name is missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_cure(tmp_path, text, said):
    path = tmp_path / "accounts"
    path.write_text(text.replace("{}", hash_password("1")), encoding="utf-8")
    with pytest.raises(WrongAccountsError, match=said) as problem:
        read_accounts(path)
    assert "python app.py --hash-password NAME" in str(problem.value)


def test_a_missing_file_of_accounts_ends_the_program(tmp_path, capsys):
    with pytest.raises(SystemExit):
        read_options(["--auth-file", str(tmp_path / "none")])
    assert "--hash-password NAME" in capsys.readouterr().err


def test_a_line_is_made_of_a_password(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("sys.stdin", io.StringIO("口令\n"))
    assert app.main(["--hash-password", "wang"]) == 0
    (tmp_path / "accounts").write_text(capsys.readouterr().out, encoding="utf-8")
    assert read_accounts(tmp_path / "accounts").check("wang", "口令")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--hash-password", "a:b"], "A name holds no colon"),
        (["--root-path", "huitan"], "--root-path begins with /"),
    ],
)
def test_wrong_options_are_said(arguments, said, capsys):
    with pytest.raises(SystemExit):
        read_options(arguments)
    assert said in capsys.readouterr().err


def test_what_is_not_given_is_safe(tmp_path):
    options = read_options(["--seeds", str(tmp_path)])
    assert (options.host, options.mcp, options.accounts, options.root_path) == ("127.0.0.1", False, None, None)
    assert options.seeds == tmp_path
    assert read_options(["--host", "0.0.0.0", "--seeds", str(tmp_path)]).seeds is None
    assert read_options(["--host", "0.0.0.0", "--seeds", str(tmp_path), "--edit"]).seeds == tmp_path
    assert read_options(["--root-path", "/huitan/"]).root_path == "/huitan"
    assert read_options([]).index == Path("index/built").resolve() or read_options([]).index.name == "built"
