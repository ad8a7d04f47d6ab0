"""What became of uploads, removals and rebuilds as HTML; knows nothing of Gradio or of how an index is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from index.manifest import IndexNotUsable
from index.receipt import Receipt
from index.records import Language
from page.desk import Desk
from page.elements import Child, Markup, element
from page.evidence import tell_inferred
from page.holdings import Outcome
from page.texts import say

PAUSE = 0.15  # seconds between two words about progress
NAMED = 12  # names of each kind in a receipt


@dataclass(frozen=True, slots=True)
class Step:
    """How far a rebuild is: the stage, how much of it is done, how much there is."""

    stage: str
    done: int
    total: int


News = Step | Receipt | str


def follow_rebuild(desk: Desk) -> Iterator[News]:
    """Rebuild the index, giving each step, then the receipt, or what went wrong in words."""
    steps: SimpleQueue[Step] = SimpleQueue()
    with ThreadPoolExecutor(1) as pool:
        rebuilding = pool.submit(desk.rebuild, lambda stage, done, total: steps.put(Step(stage, done, total)))
        while not rebuilding.done():
            try:
                step = steps.get(timeout=PAUSE)
            except Empty:
                continue
            while not steps.empty():
                step = steps.get()
            yield step
        try:
            yield rebuilding.result()
        except (IndexNotUsable, OSError) as problem:
            yield str(problem)


def show_news(outcomes: Sequence[Outcome], news: News | None, language: Language) -> Markup:
    """Return what became of each file, and how far the rebuild is or what it did."""
    lines = [_show_outcome(outcome, language) for outcome in outcomes]
    shown = {Step: _show_step, Receipt: _show_receipt, str: _show_problem}
    told = shown[type(news)](news, language) if news is not None else None  # type: ignore[operator]
    return element("div", element("ul", *lines) if lines else None, told, class_="news", role="status", lang=language)


def _show_outcome(outcome: Outcome, language: Language) -> Markup:
    words = say(language, f"file_{outcome.done}", name=outcome.name, detail=outcome.detail)
    undo = None
    if outcome.done == "removed":
        undo = element("button", say(language, "undo"), type="button", data_event="input", data_kept=outcome.detail)
    return element("li", words, " ", undo, class_="done" if outcome.changed else "flag")


def _show_step(step: Step, language: Language) -> Markup:
    words = say(language, f"stage_{step.stage}")
    bar = element("progress", value=step.done, max=max(1, step.total), aria_label=words)
    return element("p", bar, " ", words, f" {step.done} / {step.total}", class_="progress")


def _show_problem(problem: str, language: Language) -> Markup:
    return element("p", say(language, "rebuild_failed"), " ", problem, class_="flag")


def _show_receipt(receipt: Receipt, language: Language) -> Markup:
    kinds = [(kind, getattr(receipt, kind)) for kind in ("added", "changed", "removed")]
    rows: list[tuple[str, Child]] = [(kind, ", ".join(_shorten(names))) for kind, names in kinds if names]
    listed = {
        "skipped": [skip.reason for skip in receipt.skipped],
        "duplicates": [f"{pair.one} = {pair.other} ({pair.share:.0%})" for pair in receipt.duplicates],
        "inferred": list(dict.fromkeys(tell_inferred(language, found) for found in receipt.inferred)),
    }
    rows += [
        (kind, element("ul", *(element("li", line) for line in _shorten(lines))))
        for kind, lines in listed.items()
        if lines
    ]
    facts = [
        element("div", element("dt", say(language, f"receipt_{key}")), element("dd", words)) for key, words in rows
    ]
    total = say(
        language,
        "receipt_total",
        documents=receipt.documents,
        passages=receipt.passages,
        unchanged=len(receipt.unchanged),
        seconds=f"{receipt.seconds:.1f}",
    )
    heading = say(language, "receipt_none" if receipt.is_empty else "receipt")
    return element(
        "section",
        element("h2", heading),
        element("dl", *facts) if facts else None,
        element("p", total, class_="faint"),
        class_="receipt",
    )


def _shorten(names: Sequence[str]) -> list[str]:
    return [*names[:NAMED], f"… {len(names) - NAMED}"] if len(names) > NAMED else [*names]
