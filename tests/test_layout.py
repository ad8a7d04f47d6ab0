"""What holds for the whole project: which folder imports which, how large files and functions are, what is not used."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each folder may import the folders to its right; app.py and eval stand at the top, side by side.
MAY_IMPORT = {
    "index": set(),
    "qa": {"index"},
    "page": {"qa", "index"},
    "app": {"page", "qa", "index"},
    "eval": {"qa", "index"},
    "training": {"index", "qa", "eval"},
    "bench": {"index", "qa", "eval"},
}
OURS = {*MAY_IMPORT, "tests"}
LONGEST_FILE, LONGEST_FUNCTION = 200, 40
FORBIDDEN = {"pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal", "joblib"}
SOURCES = sorted(
    path
    for name in MAY_IMPORT
    for path in ([ROOT / f"{name}.py"] if name == "app" else (ROOT / name).rglob("*.py"))
    if path.is_file()
)
NAMES = [path.relative_to(ROOT).as_posix() for path in SOURCES]
each_source = pytest.mark.parametrize("path", SOURCES, ids=NAMES)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), path.name)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports from the root"
            yield node.module or ""


def misplaced_imports(tree: ast.AST, folder: str) -> set[str]:
    ours = {name.split(".")[0] for name in imported(tree)} & OURS
    return ours - MAY_IMPORT[folder] - {folder}


def is_entry_point(path: Path, tree: ast.Module) -> bool:
    has_main = any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body)
    return has_main or path.name == "__main__.py"


@each_source
def test_imports_go_one_way(path):
    folder = path.relative_to(ROOT).parts[0].removesuffix(".py")
    assert misplaced_imports(parse(path), folder) == set()


@pytest.mark.parametrize(
    ("folder", "line", "misplaced"),
    [
        ("index", "from qa.records import Answer", {"qa"}),
        ("qa", "import page.chat", {"page"}),
        ("page", "from eval.run import main", {"eval"}),
        ("qa", "from index.records import Span", set()),
        ("eval", "from tests.corpus import readouts", {"tests"}),
    ],
)
def test_an_import_upward_is_found(folder, line, misplaced):
    assert misplaced_imports(ast.parse(line), folder) == misplaced


@each_source
def test_files_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@each_source
def test_functions_are_short(path):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(parse(path)) if isinstance(node, kinds)]
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


@each_source
def test_only_entry_points_print(path):
    tree = parse(path)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    lines = [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"]
    assert is_entry_point(path, tree) or lines == []


@each_source
def test_nothing_is_pickled(path):
    tree = parse(path)
    assert {name.split(".")[0] for name in imported(tree)} & FORBIDDEN == set()
    allowed = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "allow_pickle"
    ]
    assert all(isinstance(value, ast.Constant) and value.value is False for value in allowed)


@each_source
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(parse(path))


@each_source
def test_no_module_hides_one_of_the_standard_library(path):
    assert path.stem not in sys.stdlib_module_names


def test_packages_export_nothing():
    inits = [path for path in SOURCES if path.name == "__init__.py"]
    code = {path: [n for n in parse(path).body if not isinstance(n, ast.Expr | ast.ImportFrom)] for path in inits}
    assert {path.parent.name for path, body in code.items() if body} == set()


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", ".github/workflows/check.yml", "README.md", "CONTRIBUTING.md"])
def test_no_path_of_one_machine_is_written_down(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"/(?:home|root|Users|tmp|work|opt)/[\w./-]*", text) == []
