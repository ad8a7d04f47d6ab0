"""What the page is started with: the command line of app.py."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.manifest import BUILT, SEEDS
from page.passwords import Accounts, WrongAccountsError, read_accounts

THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Options:
    """Where the page is served, over which index, to whom, and what visitors may do.

    `seeds` is the folder that they may change; None where they may not.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    index: Path = BUILT
    seeds: Path | None = None
    mcp: bool = False
    accounts: Accounts | None = None
    root_path: str | None = None
    feedback: bool = True
    hash_password: str | None = None


def read_options(arguments: Sequence[str] | None = None) -> Options:
    """Return the options of a command line; ends the program with the cure where they cannot be used."""
    parser = _make_parser()
    given = parser.parse_args(arguments)
    try:
        accounts = read_accounts(given.auth_file) if given.auth_file else None
    except WrongAccountsError as problem:
        parser.error(str(problem))
    if given.hash_password and (":" in given.hash_password or given.hash_password.startswith("#")):
        parser.error("A name holds no colon and begins with no #.")
    if given.root_path and not given.root_path.startswith(("/", "http://", "https://")):
        parser.error("--root-path begins with / (or is the whole address): --root-path /huitan")
    may_edit = given.host in THIS_MACHINE if given.edit is None else given.edit
    return Options(
        host=given.host,
        port=given.port,
        index=given.index,
        seeds=given.seeds if may_edit and given.seeds.is_dir() else None,
        mcp=given.mcp,
        accounts=accounts,
        root_path=given.root_path.rstrip("/") if given.root_path else None,
        feedback=given.feedback,
        hash_password=given.hash_password,
    )


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python app.py", description="Serve the page over the index.")
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="the address to serve on (default: this machine alone)")
    add("--port", type=int, default=7860)
    add("--index", type=Path, default=BUILT, metavar="DIR", help="the index (default: index/built)")
    add("--seeds", type=Path, default=SEEDS, metavar="DIR", help="its readouts (default: seeds)")
    add(
        "--edit",
        action=argparse.BooleanOptionalAction,
        help="let visitors add and remove readouts (default: only while this machine alone is served)",
    )
    add("--mcp", action="store_true", help="offer the endpoints as tools for assistants too, at /gradio_api/mcp/")
    add("--auth-file", type=Path, metavar="FILE", help="ask for a log-in: a line `name:scrypt$…` for each user")
    add("--hash-password", metavar="NAME", help="ask for a password, print its line for --auth-file, and end")
    add("--root-path", metavar="PATH", help="the path that a proxy serves the page under, such as /huitan")
    add(
        "--feedback",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="keep what visitors say of answers in a file beside the index, DIR.feedback.jsonl (default: yes)",
    )
    return parser
