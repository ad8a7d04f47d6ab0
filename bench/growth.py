"""How the time to read a file grows with its length, for texts that trip patterns; `python -m bench.growth`.

A share near 2 is a time that grows with the text, near 4 one that grows with its square.
"""

from __future__ import annotations

import time

from bench.invariants import check_file

LONG = 60_000  # characters


def repeat(length: int) -> dict[str, str]:
    """Return texts of about `length` characters: one run, one mark or one line over and over."""
    pieces = [
        "习近平指出，双方。",
        "a",
        "word\n",
        "习近平\n",
        "# a\n",
        "1. a\n",
        "<p>习</p>",
        "<!--",
        "<script>",
        "*a ",
        "[a](",
        "&#1",
        "Q Why?\n\n",
        "（新华社",
        "一是二是",
        "11月15日",
    ]
    texts = {piece: piece * (length // len(piece)) for piece in pieces}
    return texts | {
        " … x.": " " * length + "x.",
        "\n … x.": "\n" * length + "x.",
        "<div> … x.": "<div>" * (length // 5) + "x.",
        "front matter of brackets": "---\n" + "[" * length + "\n---\nThey met.",
        "front matter of keys": "---\n" + "a: b\n" * (length // 5) + "---\nThey met.",
    }


def measure(name: str, text: str) -> float:
    """Return the processor's seconds to read, clean, split and attribute one file, and to answer over it."""
    started = time.process_time()
    check_file(name, text.encode())
    return time.process_time() - started


def main() -> None:
    """Print for every text the seconds at its length and how they grew from half of it."""
    halves, wholes = repeat(LONG // 2), repeat(LONG)
    for name in ("a.txt", "a.html"):
        for piece, text in wholes.items():
            half, whole = measure(name, halves[piece]), measure(name, text)
            print(f"{name:7} {piece!r:28} {whole:6.2f} s  {whole / max(half, 0.01):5.1f} times that of half of it")


if __name__ == "__main__":
    main()
