"""The commands and files that the project's papers name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("*/README.md"))]
COMMAND = re.compile(r"(?:\.venv/bin/)?python (?:-m (?P<module>[\w.]+)|(?P<file>[\w/]+\.py))(?P<rest>[^\n`#|]*)")
MAKE = re.compile(r"(?<![\w-])make ([a-z][a-z-]+)(?= *(?:[A-Z]+=|#|$|`|\n))", re.MULTILINE)
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
OPTION = re.compile(r"(?<!\S)\[?(--[a-z][a-z-]+)")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def code_of(text: str) -> str:
    """Return what stands in code blocks and code spans of a Markdown text."""
    return "\n".join(block or span for block, span in CODE.findall(text))


def commands_of(text: str) -> list[tuple[str, list[str]]]:
    """Return each Python file that the text's commands run, with the options they give it."""
    found = []
    for match in COMMAND.finditer(code_of(text)):
        file = match["file"] or match["module"].replace(".", "/") + ".py"
        found.append((file, OPTION.findall(match["rest"])))
    return found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_make_targets_exist(paper):
    assert set(MAKE.findall(code_of(paper.read_text(encoding="utf-8")))) - TARGETS == set()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_commands_and_their_options_exist(paper):
    missing = []
    for file, options in commands_of(paper.read_text(encoding="utf-8")):
        path = ROOT / file
        parts = [path, ROOT / "page" / "options.py"] if file == "app.py" else [path]
        source = "".join(part.read_text(encoding="utf-8") for part in parts) if path.is_file() else None
        if source is None and file.split("/")[0] not in {"venv", "pip", "pytest", "mypy"}:
            missing.append(file)
        missing += [f"{file} {option}" for option in options if source is not None and f'"{option}"' not in source]
    assert missing == []


def test_readme_opens_with_what_this_is_and_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    assert lines[0].startswith("# Huitan")
    assert re.match(r"[A-Z].*\.$", lines[1])
    assert {"app", "test"} <= set(MAKE.findall(code_of(text)))


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ('Run `python -m qa.ask "What?" --json` now', [("qa/ask.py", ["--json"])]),
        ("```\n.venv/bin/python app.py --port 80  # serve\n```", [("app.py", ["--port"])]),
        ("```sh\npython -m index.build [--seeds DIR]\n```", [("index/build.py", ["--seeds"])]),
        ("python -m qa.gone outside of code", []),
    ],
)
def test_commands_are_found_in_code_alone(text, commands):
    assert commands_of(text) == commands
