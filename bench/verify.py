"""Counts how often false quotations pass as true; `python -m bench.verify --index DIR [--every N]`.

Each sentence held is shown as it stands, in the other script, and falsified: a negation dropped or put in, support
turned into opposition, a number or a year changed.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import opencc

from index.manifest import BUILT
from index.records import Span
from qa.library import Library, open_library
from qa.verifying.check import MAX_LENGTH, check_quotation
from qa.verifying.letters import letters
from qa.verifying.verdicts import Verdict

_TURNS = (("支持", "反对"), ("同意", "拒绝"), ("support", "oppose"), ("agreed", "refused"), ("原则", "政策"))
_NEGATION = re.compile(r"不|没有|未(?!来)|\b(?:not|never) |n[’']t\b")
_VERB = re.compile(r"支持|接受|寻求|同意|改变|support|seek|agreed|will ")
_NUMBER = re.compile(r"\d+")


def drop_negation(text: str) -> Iterator[str]:
    """Yield a text without each of its negations."""
    yield from (text[: m.start()] + text[m.end() :] for m in _NEGATION.finditer(text))


def put_in_negation(text: str) -> Iterator[str]:
    """Yield a text with a negation before its first verb."""
    if found := _VERB.search(text):
        word = "not " if found[0].isascii() else "不"
        yield text[: found.start()] + word + text[found.start() :]


def turn(text: str) -> Iterator[str]:
    """Yield a text with support turned into opposition, a principle into a policy."""
    yield from (text.replace(one, other, 1) for one, other in _TURNS if one in text)
    yield from (text.replace(other, one, 1) for one, other in _TURNS if other in text)


def change_number(text: str) -> Iterator[str]:
    """Yield a text with each of its numbers changed by one."""
    yield from (text[: m.start()] + str(int(m[0]) + 1) + text[m.end() :] for m in _NUMBER.finditer(text))


FALSE: dict[str, Callable[[str], Iterator[str]]] = {
    "negation dropped": drop_negation,
    "negation put in": put_in_negation,
    "word turned": turn,
    "number changed": change_number,
}


def falsify(sentences: Sequence[Span], library: Library) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many false quotations of each kind were shown, how many passed, and those."""
    shown: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    texts: list[str] = []
    held = {letters(entry.readout.text) for entry in library.store.entries}
    for sentence in sentences:
        for kind, make in FALSE.items():
            for text in make(sentence.text):
                if any(letters(text) in each for each in held):
                    continue  # what was made is held too: it is no false quotation
                shown[kind] += 1
                verdict = check_quotation(text[:MAX_LENGTH], library)
                if verdict.held and not any(caution.kind == "date" for caution in verdict.places[0].cautions):
                    passed[kind] += 1
                    texts.append(text)
    return shown, passed, texts


def find_itself(sentence: Span, verdict: Verdict) -> bool:
    """Tell whether a verdict names the place that a sentence was taken from, or more places than it shows."""
    places = [place.span for place in verdict.places]
    inside = [p for p in places if p.readout.name == sentence.readout.name and p.start < sentence.end]
    return any(sentence.start < place.end for place in inside) or verdict.count > len(places)


def main(arguments: list[str] | None = None) -> int:
    """Print the counts; returns 1 where a false quotation passed or a true one did not."""
    parser = argparse.ArgumentParser(prog="python -m bench.verify", description=__doc__)
    parser.add_argument("--index", type=Path, default=BUILT, metavar="DIR")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth sentence")
    options = parser.parse_args(arguments)
    library = open_library(options.index)
    sentences = [s for entry in library.store.entries for s in entry.sentences if letters(s.text)][:: options.every]
    scripts = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
    true, itself, other_script, milliseconds = 0, 0, 0, []
    for sentence in sentences:
        text = sentence.text[:MAX_LENGTH]
        verdict = check_quotation(text, library)
        milliseconds.append(verdict.seconds * 1000)
        true += verdict.kind == "verbatim"
        itself += find_itself(sentence, verdict)
        converter = scripts[sentence.readout.language != "zh-Hant"]
        other_script += check_quotation(converter.convert(text), library).held
    print(f"{len(sentences)} sentences: verbatim {true}, in their place {itself}, in the other script {other_script}")
    print(f"a true quotation: median {statistics.median(milliseconds):.1f} ms, greatest {max(milliseconds):.1f} ms")
    shown, passed, texts = falsify(sentences, library)
    for kind, count in shown.items():
        print(f"{kind}: {count} shown, {passed[kind]} passed")
    print("\n".join(texts[:20]))
    return 0 if true == len(sentences) and not texts else 1


if __name__ == "__main__":
    sys.exit(main())
