"""How long `make app` takes to serve its page and to answer: `python -m bench.start [--times N] [VARIABLE=VALUE…]`.

Starts it as a person does, on a free port, and ends it; the variables are those of the Makefile (INDEX=…, VENV=…).
With `--ask DIR` it asks one question of the index in DIR from the command line instead, where nothing is loaded yet.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

import httpx

_LONGEST = 120.0  # seconds
QUESTION = "What did Xi say about Taiwan?"


def time_start(variables: Sequence[str]) -> tuple[float, float]:
    """Return the seconds from the command to the page, and to its first answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    started = time.monotonic()
    command = ["make", "app", f"PORT={port}", *variables]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            _wait_for(url, process, started + _LONGEST)
            served = time.monotonic() - started
            _ask(url)
            return served, time.monotonic() - started
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def time_question(index: str) -> tuple[float, float]:
    """Return the seconds by the clock and of a processor that one question of the command line takes."""
    started, before = time.monotonic(), os.times()
    command = [sys.executable, "-m", "qa.ask", QUESTION, "--index", index]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    passed, after = time.monotonic() - started, os.times()
    return passed, after.children_user + after.children_system - before.children_user - before.children_system


def _wait_for(url: str, process: subprocess.Popen[bytes], end: float) -> None:
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(url).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.02)
        else:
            return
    raise SystemExit("make app did not serve its page. Run it by hand and read what it says.")


def _ask(url: str) -> None:
    endpoint = f"{url}/gradio_api/call/ask"
    event = httpx.post(endpoint, json={"data": [QUESTION, [], []]}).raise_for_status().json()["event_id"]
    answer = httpx.get(f"{endpoint}/{event}", timeout=_LONGEST).raise_for_status().text
    if "event: complete" not in answer:
        raise SystemExit(f"The question was not answered: {answer[:200]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how long each start took."""
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="how many starts (default: 3)")
    parser.add_argument("--ask", metavar="DIR", help="time a question of the command line over the index in DIR")
    parser.add_argument("variables", nargs="*", metavar="VARIABLE=VALUE", help="variables of the Makefile")
    options = parser.parse_args(arguments)
    for _ in range(options.times):
        load = os.getloadavg()[0]
        if options.ask:
            passed, used = time_question(options.ask)
            print(f"answered after {passed:.2f} s, {used:.2f} s of a processor, at a load of {load:.1f}", flush=True)
            continue
        served, answered = time_start(options.variables)
        print(f"served after {served:.1f} s, answered after {answered:.1f} s, at a load of {load:.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
