"""The page: open the index, serve the page over it; `python app.py`."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import suppress
from pathlib import Path

# Gradio reads these when it is imported: nothing about a user or a question leaves this machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")
# Gradio counts its events in a table that it makes anew, over the last 10,000 of them, after every single one.
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "1000000000")
os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")

from page.lean import lean

with lean():
    import gradio as gr
from starlette.middleware import Middleware

from index.manifest import IndexNotUsable
from index.read import LIMIT
from index.static import BrokenEncoderError
from page.chat import build_page, build_refusal
from page.desk import LibraryDesk
from page.feedback import open_feedback
from page.guard import Guard
from page.holdings import Holdings
from page.options import Options, read_options
from page.passwords import hash_password
from page.theme import make_head, make_theme
from qa.live import LiveLibrary


def open_desk(index: Path, seeds: Path | None = None) -> LibraryDesk | str:
    """Return the desk over the index in folder `index`, or what to run where there is none.

    Visitors may change the folder `seeds` of its readouts; without it they may not.
    """
    try:
        return LibraryDesk(LiveLibrary(index), Holdings(seeds, index) if seeds else None)
    except (IndexNotUsable, BrokenEncoderError) as problem:
        return str(problem)


def main(arguments: list[str] | None = None) -> int:
    """Serve the page until it is interrupted."""
    options = read_options(arguments)
    if options.hash_password:
        password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        print(f"{options.hash_password}:{hash_password(password)}")  # noqa: T201
        return 0
    desk = open_desk(options.index, options.seeds)
    if isinstance(desk, str):
        print(desk, file=sys.stderr)  # noqa: T201
    feedback = open_feedback(options.index) if options.feedback else None
    page = build_refusal(desk) if isinstance(desk, str) else build_page(desk, feedback)
    try:
        _, url, _ = launch(page, options)
    except OSError as problem:
        print(f"Port {options.port} on {options.host} cannot be used. Choose another with --port.", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from problem
    print(f"Huitan is at {url}  (Ctrl-C ends it)", flush=True)  # noqa: T201
    with suppress(KeyboardInterrupt):
        if isinstance(desk, LibraryDesk):
            desk.warm_up()  # after the address is printed: the page is there while the first words are loaded
        page.block_thread()
    return 0


def launch(page: gr.Blocks, options: Options) -> tuple[object, str, str]:
    """Start serving the page without waiting for it to end; returns the server, its address and an empty one."""
    accounts = options.accounts
    return page.launch(
        server_name=options.host,
        server_port=options.port,
        root_path=options.root_path,
        auth=accounts.check if accounts else None,
        app_kwargs={"middleware": [Middleware(Guard, accounts=accounts)]} if accounts else None,
        mcp_server=options.mcp,
        theme=make_theme(),
        head=make_head(),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        share=False,
        max_file_size=LIMIT,
        quiet=True,
        prevent_thread_lock=True,
    )


if __name__ == "__main__":
    sys.exit(main())
