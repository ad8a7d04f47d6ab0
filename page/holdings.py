"""The folder of readouts as a visitor may change it: add files, take some out, put them back, rebuild the index.

Nothing is overwritten and nothing is deleted: what is taken out lies in the folder's `.removed`. Knows nothing of HTML.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Literal

from index.embed import Encoder
from index.manifest import file_hash
from index.read import LIMIT, READERS, UnreadableFile, list_files, read_file
from index.receipt import Receipt

if TYPE_CHECKING:
    from index.entries import Progress

REMOVED = ".removed"  # inside the folder: reading a folder passes over hidden names
LONGEST_NAME = 150  # bytes; file systems take 255, and a number or a suffix may be added
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")

Done = Literal[
    "added", "removed", "restored", "held", "taken", "suffix", "large", "unreadable", "aside", "unknown", "last"
]
DONE: frozenset[Done] = frozenset({"added", "removed", "restored"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the name it has now, and what there is to say of it beside that."""

    done: Done
    name: str
    detail: str = ""

    @property
    def changed(self) -> bool:
        """Whether the folder is another one now."""
        return self.done in DONE


def safe_name(name: str) -> str:
    """Return a file's own name, without folders and without what a file system or a reader may stumble over."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", 1)[-1]
    plain = _UNSAFE.sub("_", last).strip(" ._").lstrip("~$")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        return plain
    cut = stem.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    return f"{cut or 'readout'}.{suffix}"


class Holdings:
    """A folder of readouts and the index that is built from it."""

    def __init__(self, seeds: Path, index: Path) -> None:
        self.seeds = seeds
        self.index = index
        self._changing = Lock()
        self._kept: dict[str, str] = {}  # what was taken out here, by where it lies in `.removed`

    def add(self, path: Path, name: str) -> Outcome:
        """Take a file in under its name made safe; one that cannot be read, or whose name is taken, stays out."""
        name = safe_name(name)
        if PurePosixPath(name).suffix.lower() not in READERS:
            return Outcome("suffix", name, ", ".join(READERS))
        if path.stat().st_size > LIMIT:
            return Outcome("large", name, str(LIMIT // 2**20))
        with self._changing:
            part = self.seeds / f".{name}"  # hidden: a build at this moment passes over it
            shutil.copyfile(path, part)
            try:
                return self._take_in(part, name)
            finally:
                part.unlink(missing_ok=True)

    def _take_in(self, part: Path, name: str) -> Outcome:
        target = self.seeds / name
        same = self._find_same(part)
        if same:
            return Outcome("held", name, same)
        if target.exists():
            return Outcome("taken", name)
        try:
            read_file(part, name)
        except UnreadableFile as problem:
            return Outcome("unreadable", name, str(problem))
        part.rename(target)
        if target not in list_files(self.seeds):  # a README is beside the readouts, not one of them
            target.unlink()
            return Outcome("aside", name)
        return Outcome("added", name)

    def _find_same(self, path: Path) -> str | None:
        size, digest = path.stat().st_size, file_hash(path)
        same = (p for p in list_files(self.seeds) if p.stat().st_size == size and file_hash(p) == digest)
        return next((p.relative_to(self.seeds).as_posix() for p in same), None)

    def remove(self, name: str) -> Outcome:
        """Take a file out of the folder; it is kept in `.removed` and can be put back."""
        with self._changing:
            names = self._list_names(self.seeds)
            if name not in names:
                return Outcome("unknown", name)
            if len(names) == 1:
                return Outcome("last", name)
            place = self.seeds / REMOVED / name
            number = 1
            while place.exists():
                number += 1
                place = (self.seeds / REMOVED / name).with_stem(f"{PurePosixPath(name).stem} ({number})")
            place.parent.mkdir(parents=True, exist_ok=True)
            (self.seeds / name).rename(place)
            kept = place.relative_to(self.seeds / REMOVED).as_posix()
            self._kept[kept] = name
        return Outcome("removed", name, kept)

    def restore(self, kept: str) -> Outcome:
        """Put back the file that `remove` said is kept as `kept`, unless its name is taken by now."""
        with self._changing:
            name = self._kept.get(kept)
            if name is None or not (self.seeds / REMOVED / kept).is_file():
                return Outcome("unknown", kept)
            if (self.seeds / name).exists():
                return Outcome("taken", name)
            (self.seeds / name).parent.mkdir(parents=True, exist_ok=True)
            (self.seeds / REMOVED / kept).rename(self.seeds / name)
            del self._kept[kept]
        return Outcome("restored", name)

    def _list_names(self, folder: Path) -> list[str]:
        files = (path for path in list_files(folder) if path.suffix.lower() in READERS)
        return [path.relative_to(folder).as_posix() for path in files]

    def rebuild(self, encoder: Encoder, progress: Progress) -> Receipt:
        """Bring the index up to date with the folder; those who ask meanwhile are answered from the one of before."""
        from index.update import update_index  # it reads and splits texts: the page need not wait

        return update_index(self.seeds, self.index, encoder, progress=progress)
