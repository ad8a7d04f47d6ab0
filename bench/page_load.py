"""Many visitors asking the page at once, as a browser does; `python -m bench.page_load --clients 16`.

Starts the page on a free port, so that nothing else asks it. Each client asks in a session of its own, the next
question when the answer is there. Reports the time from asking to the answer's HTML, and what the server's processor
did for one answer, which does not depend on what else the machine is doing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from index.manifest import BUILT

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "eval" / "questions.jsonl"
QUOTE = re.compile(r"<blockquote[^>]*>(.*?)</blockquote>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: how long it took, the quotations in its HTML, and the size of all that was sent."""

    question: str
    seconds: float
    quotations: tuple[str, ...]
    size: int


class Visitor:
    """One session of the page."""

    def __init__(self, http: httpx.AsyncClient, function: int, trigger: int) -> None:
        self._http = http
        self._event = {"fn_index": function, "trigger_id": trigger, "session_hash": uuid.uuid4().hex[:11]}

    async def ask(self, question: str) -> Reply:
        """Ask as the browser does: one request, which brings the answer."""
        started = time.perf_counter()
        sent = await self._http.post("/gradio_api/run/predict", json={**self._event, "data": [None, question]})
        sent.raise_for_status()
        talk = str(sent.json()["data"][1])
        last = talk[talk.rindex('<article class="turn"') :] if "<article" in talk else ""
        return Reply(question, time.perf_counter() - started, tuple(QUOTE.findall(last)), len(sent.content))


def find_event(config: dict[str, object]) -> tuple[int, int]:
    """Return the number of the function behind the question box, and of the box."""
    boxes = [part["id"] for part in config["components"] if part["props"].get("elem_id") == "box"]  # type: ignore
    for number, dependency in enumerate(config["dependencies"]):  # type: ignore[arg-type, var-annotated]
        if [boxes[0], "submit"] in [list(target) for target in dependency["targets"]]:
            return int(dependency.get("id", number)), int(boxes[0])
    raise RuntimeError("The page has no question box.")


async def ask_all(url: str, clients: int, rounds: int, questions: Sequence[str]) -> list[Reply]:
    """Let `clients` visitors ask `rounds` questions each, all at once; every visit begins anew."""
    limits = httpx.Limits(max_connections=4 * clients)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits, trust_env=False) as http:
        function, trigger = find_event((await http.get("/config")).json())

        async def visit(number: int) -> list[Reply]:
            asked = [questions[(number + clients * turn) % len(questions)] for turn in range(rounds)]
            return [await Visitor(http, function, trigger).ask(question) for question in asked]

        return [reply for replies in await asyncio.gather(*map(visit, range(clients))) for reply in replies]


def load_questions() -> list[str]:
    """Return the questions of the eval, those of one group apart."""
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [row["question"] for row in sorted(rows, key=lambda row: row["language"])]


def start_page(index: Path, cores: str | None) -> tuple[subprocess.Popen[str], str, float]:
    """Start the page on a free port; return it, its address, and the seconds until it served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "--port", str(port), "--index", str(index)]
    pinned = ["taskset", "-c", cores, *command] if cores else command
    started = time.perf_counter()
    page = subprocess.Popen(pinned, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ})
    assert page.stdout is not None
    for line in page.stdout:
        if line.startswith("Huitan is at"):
            return page, f"http://127.0.0.1:{port}", time.perf_counter() - started
    raise RuntimeError("The page did not start: see above.")


def processor_seconds(pid: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(arguments: list[str] | None = None) -> int:
    """Print how long answers take."""
    parser = argparse.ArgumentParser(prog="python -m bench.page_load", description=__doc__)
    parser.add_argument("--clients", type=int, default=16, help="visitors at once (default: 16)")
    parser.add_argument("--rounds", type=int, default=5, help="questions each of them asks (default: 5)")
    parser.add_argument("--index", type=Path, default=BUILT, metavar="DIR", help="the index (default: index/built)")
    parser.add_argument("--cores", help="the cores that the server may use, as taskset names them: 0,1")
    options = parser.parse_args(arguments)
    page, url, start = start_page(options.index, options.cores)
    try:
        questions = load_questions()
        asyncio.run(ask_all(url, 4, 3, questions))  # the first words of each language are loaded
        alone = {reply.question: reply.quotations for reply in asyncio.run(ask_all(url, 1, options.rounds, questions))}
        before = processor_seconds(page.pid)
        replies = asyncio.run(ask_all(url, options.clients, options.rounds, questions))
        spent = (processor_seconds(page.pid) - before) / len(replies)
    finally:
        page.terminate()
        page.wait()
    seconds = sorted(reply.seconds for reply in replies)
    same = all(alone[reply.question] == reply.quotations for reply in replies if reply.question in alone)
    print(f"start: {start:.1f} s")
    print(f"clients: {options.clients}, answers: {len(replies)}, as when asked alone: {'yes' if same else 'NO'}")
    print(f"median {statistics.median(seconds):.2f} s, 95th percentile {seconds[int(len(seconds) * 0.95)]:.2f} s")
    print(
        f"processor: {spent * 1000:.0f} ms an answer; sent: {statistics.mean(r.size for r in replies) / 1024:.0f} KiB"
    )
    print(f"this client's own processor: {resource.getrusage(resource.RUSAGE_SELF).ru_utime:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
