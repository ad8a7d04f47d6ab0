"""The library of an index that builds replace while it is asked; knows nothing of what is asked."""

from __future__ import annotations

from pathlib import Path
from threading import Lock, Thread

from index.embed import Encoder
from index.manifest import MANIFEST, IndexNotUsable, read_manifest
from index.static import BrokenEncoderError
from qa.library import Library, open_library

Mark = tuple[int, int, int] | None  # which manifest there is: file, size and time; the file alone tells two apart


class LiveLibrary:
    """The library of an index that may be replaced while it is asked.

    A question takes one library and keeps it from beginning to end; the next one gets what is newest by then.
    """

    def __init__(self, index: Path, encoder: Encoder | None = None) -> None:
        self.index = index
        self.problem = ""  # why the newest index cannot be taken over; empty where it can
        self._mark = self._find_mark()
        self._library = open_library(index, encoder)
        self._loading = Lock()

    def current(self) -> Library:
        """Return the library to ask now, at once; a newer index is loaded meanwhile and serves once it is there."""
        if self._find_mark() != self._mark and self._loading.acquire(blocking=False):
            Thread(target=self._take_over, name="index", daemon=True).start()
        return self._library

    def refresh(self) -> Library:
        """Wait until the newest index is taken over, and return it; the old one where the newest cannot be used."""
        self._loading.acquire()
        self._take_over()
        return self._library

    def _find_mark(self) -> Mark:
        try:
            stat = (self.index / MANIFEST).stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _take_over(self) -> None:
        """Load the newest index and let go of `_loading`; the old one stays where that fails."""
        try:
            mark = self._find_mark()
            if mark == self._mark:
                return
            self._mark = mark  # an index that cannot be used is not tried again until it is replaced
            same = read_manifest(self.index).fingerprint == self._library.encoder.fingerprint
            self._library = open_library(self.index, self._library.encoder if same else None)
            self.problem = ""
        except (IndexNotUsable, BrokenEncoderError, OSError) as problem:
            self.problem = str(problem)
        finally:
            self._loading.release()
