"""Which files of a folder are readouts, and why the others are refused; knows nothing of what stands in them.

Links are not followed out of the folder, and pipes and devices are not opened: either may hold anything, or never end.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from index.origins.catalog import FILE as CATALOG

NAME = 200  # bytes of a file's name, its folders included: a longer one no index can be sure to keep
_BESIDE = (".json", ".toml", ".yaml", ".yml", ".csv", ".tsv")  # catalogs and the like, not texts
_NOT_READOUTS = frozenset({"readme.md", "readme.txt", "license.txt", "license.md"})
_PAGES = (".html", ".htm")
# What a browser saves beside a page: its pictures and scripts.
_SAVED_WITH = ("_files", ".files", "_fichiers", "_Dateien")
# Control characters, and those that turn the direction of writing: a name with them shows as another.
_TRICKS = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\\\]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_PIPE = "is no file but a pipe or a device; take it out of the folder"

Refused = tuple[str, str]  # a name that can be printed, and the reason with its cure


def walk_folder(folder: Path) -> tuple[list[Path], list[Refused]]:
    """Return the files of a folder that its readouts come from, its catalog among them, and what is refused."""
    files, refused = _walk(folder)
    return list(files.values()), refused


def name_files(folder: Path) -> dict[str, Path]:
    """Return the files of a folder that its readouts come from by their names within it, in the order of these."""
    return _walk(folder)[0]


def _walk(folder: Path) -> tuple[dict[str, Path], list[Refused]]:
    files: dict[str, Path] = {}
    refused: list[Refused] = []

    def refuse(error: OSError) -> None:
        name = show_name(Path(error.filename or folder), folder)
        refused.append((name, f"{name} cannot be opened ({error.strerror}); check that it may be read"))

    for place, folders, names in os.walk(folder, onerror=refuse):
        here = Path(place)
        within = here.relative_to(folder).as_posix() + "/" if here != folder else ""
        pages = {Path(name).stem for name in names if name.lower().endswith(_PAGES)}
        refused += [
            _refuse_link(here / name, folder) for name in folders if _is_link(here / name) and not _is_hidden(name)
        ]
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and not _is_saved_with(name, pages))
        for name in filter(_counts, names):
            path = here / name
            reason = _find_reason(path, within + name, folder)
            if reason:
                refused.append((show_name(path, folder), f"{show_name(path, folder)} {reason}"))
            else:
                files[within + name] = path
    return dict(sorted(files.items())), sorted(refused)


def show_name(path: Path, folder: Path) -> str:
    """Return the name of a file as it can be printed: what would not show as it is, by its number."""
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    return re.sub(f"{_TRICKS.pattern}|{_SURROGATES.pattern}", lambda match: f"<{ord(match.group()):04X}>", name)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_link(path: Path) -> bool:
    return path.is_symlink()


def _is_saved_with(name: str, pages: set[str]) -> bool:
    return any(name.removesuffix(end) in pages for end in _SAVED_WITH if name.endswith(end))


def _counts(name: str) -> bool:
    if name == CATALOG:
        return True
    return not _is_hidden(name) and name.lower() not in _NOT_READOUTS and not name.lower().endswith(_BESIDE)


def _refuse_link(path: Path, folder: Path) -> Refused:
    name = show_name(path, folder)
    return name, f"{name} is a link to a folder, which is not followed; put the files themselves in"


def _find_reason(path: Path, name: str, folder: Path) -> str | None:
    """Return why a file is refused before it is opened, None where it may be."""
    if _SURROGATES.search(name):
        return "has a name that is no UTF-8; rename it"
    if _TRICKS.search(name):
        return "has characters in its name that do not show, or show as others; rename it"
    if len(name.encode()) > NAME:
        return f"has a name of more than {NAME} bytes; rename it"
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISLNK(mode):
            return None if stat.S_ISREG(mode) else _PIPE
        mode = path.stat().st_mode
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return "is a link to a file outside of the folder; put the file itself in"
    except OSError:
        return "is a link that leads nowhere; put the file itself in" if path.is_symlink() else None
    return None if stat.S_ISREG(mode) else _PIPE
