"""What makes a second start quick: the index is not built where nothing changed, and Gradio writes no stubs."""

from __future__ import annotations

import inspect
import os
import subprocess
from pathlib import Path

import gradio
import pytest

from page.lean import lean

ROOT = Path(__file__).parent.parent
STUB = """#!/bin/sh
mkdir -p "$6" && echo built >> "$6/manifest.json" && echo built
"""  # what runs as `python -m index.build --seeds DIR --index DIR`


@pytest.fixture
def build(tmp_path):
    python, seeds = tmp_path / "python", tmp_path / "seeds"
    (tmp_path / "index").mkdir()
    for name in ("index/read.py", "pyproject.toml"):
        (tmp_path / name).write_text("")
    python.write_text(STUB)
    python.chmod(0o755)
    seeds.mkdir()
    (seeds / "a.txt").write_text("They met.")

    def run() -> str:
        command = [ROOT / ".ci" / "index", python, "seeds", "index/built"]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.strip()

    return run


def write(folder: Path) -> None:
    (folder / "seeds" / "b.txt").write_text("They met again.")


def take_out(folder: Path) -> None:
    (folder / "seeds" / "a.txt").unlink()


def write_as_before(folder: Path) -> None:
    path = folder / "seeds" / "a.txt"
    path.write_text("They meet.")
    os.utime(path, (0, 0))


def change_the_code(folder: Path) -> None:
    (folder / "index" / "read.py").write_text("LIMIT = 1")


def build_another(folder: Path) -> None:
    with (folder / "index" / "built" / "manifest.json").open("a") as file:
        file.write("of other files")


def lose_the_index(folder: Path) -> None:
    (folder / "index" / "built" / "manifest.json").unlink()


def test_nothing_is_built_twice(build):
    assert [build(), build(), build()] == ["built", "", ""]


def test_what_python_and_a_question_keep_is_no_change(build, tmp_path):
    build()
    kept = tmp_path / "index" / "__pycache__"
    kept.mkdir()
    for name in ("read.cpython-311.pyc", "related.msgpack"):
        (kept / name).touch()
    assert build() == ""


@pytest.mark.parametrize("change", [write, take_out, write_as_before, change_the_code, build_another, lose_the_index])
def test_what_changed_is_built(build, tmp_path, change):
    build()
    assert build() == ""
    change(tmp_path)
    assert [build(), build()] == ["built", ""]


def test_gradio_finds_no_source_of_its_components_while_it_is_imported():
    with lean():
        with pytest.raises(OSError, match="hidden"):
            inspect.getfile(gradio.Textbox)
        assert inspect.getfile(Path)
    assert inspect.getfile(gradio.Textbox).endswith("textbox.py")
