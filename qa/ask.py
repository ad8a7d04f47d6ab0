"""Ask from the command line; `python -m qa.ask "QUESTION"`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import get_args

from index.manifest import BUILT
from qa.answer import answer_question
from qa.commandline import open_or_tell, read_inputs
from qa.explain import Considered, considered_to_json, explain_question, show_considered
from qa.library import Library
from qa.records import Answer, Condition
from qa.show import answer_to_json, show_answer


def main(arguments: list[str] | None = None) -> int:
    """Answer the questions named on the command line or in a file."""
    parser = argparse.ArgumentParser(prog="python -m qa.ask", description=__doc__)
    parser.add_argument("question", nargs="?", help="the question, in English, 简体 or 繁體")
    parser.add_argument("--json", action="store_true", help="print one JSON object an answer")
    parser.add_argument("--batch", type=Path, metavar="FILE", help="read one question a line from FILE")
    parser.add_argument("--index", type=Path, default=BUILT, metavar="DIR", help="the index (default: index/built)")
    parser.add_argument(
        "--follows", action="append", default=[], metavar="QUESTION", help="an earlier question, oldest first"
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        choices=get_args(Condition),
        help="a condition understood, to be left out",
    )
    parser.add_argument("--explain", action="store_true", help="also every sentence considered: features, and why not")
    options = parser.parse_args(arguments)
    questions = read_inputs(parser, options.question, options.batch, "question")
    library = open_or_tell(options.index)
    if library is None:
        return 1
    for question in questions:
        print(_answer(question, library, options))
    return 0


def _answer(text: str, library: Library, options: argparse.Namespace) -> str:
    answer = answer_question(text, library, follows=options.follows, ignore=options.ignore)
    considered = _consider(answer, library) if options.explain else []
    if options.json:
        candidates = {"candidates": considered_to_json(considered)} if options.explain else {}
        return json.dumps({**answer_to_json(answer), **candidates}, ensure_ascii=False)
    shown = show_answer(answer)
    return f"{shown}\n\n{show_considered(considered)}" if options.explain else shown


def _consider(answer: Answer, library: Library) -> list[Considered]:
    quoted = [citation.quote for citation in answer.citations]
    parts = answer.question.parts or (answer.question,)
    return [one for part in parts for one in explain_question(part, quoted, library)]


if __name__ == "__main__":
    sys.exit(main())
