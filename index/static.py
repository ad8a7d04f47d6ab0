"""A static encoder without torch: sub-words, a table of vectors and their mean; knows nothing of readouts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from tokenizers import Tokenizer

from index.kept import keep

MODULES = "modules.json"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
STATIC_MODULES = (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])
BATCH = 1024
REMEMBERED = 16_384  # lines whose sub-words are kept: the next question about the same documents finds them cut


class BrokenEncoderError(ValueError):
    """An encoder's folder lacks a part or holds something else than it should; the message says what helps."""


def is_static(folder: Path) -> bool:
    """Say whether the folder holds a sentence-transformers model of one static table, which needs no torch."""
    try:
        modules = json.loads((folder / MODULES).read_text(encoding="utf-8"))
        return [module["type"].rsplit(".", 1)[-1] for module in modules] in STATIC_MODULES
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenEncoderError(
            f"{folder / MODULES} is damaged ({error}): get the folder again, or train it"
        ) from error


def _read_table(path: Path) -> tuple[NDArray[np.generic], NDArray[np.float32]]:
    """Return the rows as stored and the factor of each row; sentence-transformers' and model2vec's keys are known."""
    with safe_open(path, framework="numpy") as file:
        names = set(file.keys())
        if "mapping" in names:
            raise BrokenEncoderError(f"{path} maps tokens to shared rows: load it with sentence-transformers")
        rows = file.get_tensor("embedding.weight" if "embedding.weight" in names else "embeddings")
        factors = file.get_tensor("weights") if "weights" in names else np.ones(len(rows))
    return rows, factors.astype(np.float32)


def _hash_files(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


class StaticEncoder:
    """Encodes a text as the mean of its sub-words' vectors, at unit length."""

    revision: str | None = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = folder.name
        try:
            self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self._rows, self._factors = _read_table(folder / WEIGHTS)
        except BrokenEncoderError:
            raise
        except Exception as error:  # noqa: BLE001  tokenizers and safetensors raise bare Exception
            raise BrokenEncoderError(f"{folder} holds no whole encoder ({error}): get it again, or train it") from error
        self._cut: dict[str, NDArray[np.int32]] = {}
        self._lock = Lock()
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    @cached_property
    def fingerprint(self) -> str:
        """The hash of everything that decides the vectors: weights, tokenizer and modules."""
        files = [self.folder / name for name in (MODULES, TOKENIZER, WEIGHTS)]
        return keep("fingerprint", files, str, lambda: _hash_files(files))

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._rows.shape[1])

    @property
    def size(self) -> int:
        """The number of sub-words."""
        return len(self._rows)

    @cached_property
    def table(self) -> NDArray[np.float32]:
        """The vector of every sub-word, not normalised; a row of zeros says nothing."""
        return self._rows.astype(np.float32) * self._factors[:, None]

    def rows(self, ids: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the vectors of these sub-words."""
        return self._rows[ids].astype(np.float32) * self._factors[ids, None]

    def encode(self, texts: Sequence[str], kind: Literal["query", "document"] = "document") -> NDArray[np.float32]:
        """Return one vector of unit length per text; a text without a known sub-word gets zeros."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            vectors[start : start + BATCH] = self._sum_texts(texts[start : start + BATCH])
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.where(norms > 0, norms, 1)
        return vectors

    @cached_property
    def _reads_by_line(self) -> bool:
        """Whether a text has just the sub-words of its lines, as where a tokenizer parts words at white space."""
        lines = ("The U.S. side", "café中美会谈2023", "it's 5G")
        apart = [number for line in lines for number in self.tokenizer.encode(line, add_special_tokens=False).ids]
        return bool(self.tokenizer.encode("\n".join(lines), add_special_tokens=False).ids == apart)

    def parts(self, text: str) -> list[str]:
        """Return the parts of a text that can be cut into sub-words one by one: its lines."""
        return text.split("\n") if self._reads_by_line else [text]

    def cut(self, parts: Sequence[str]) -> list[NDArray[np.int32]]:
        """Return the sub-words of parts of texts; those cut of late are remembered."""
        with self._lock:
            known = {part: self._cut[part] for part in parts if part in self._cut}
        new = [part for part in dict.fromkeys(parts) if part not in known]
        found = self.tokenizer.encode_batch_fast(new, add_special_tokens=False)
        known |= {part: np.array(one.ids, dtype=np.int32) for part, one in zip(new, found, strict=True)}
        with self._lock:
            self._cut |= {part: known[part] for part in new}
            for part in list(islice(self._cut, max(0, len(self._cut) - REMEMBERED))):
                del self._cut[part]
        return [known[part] for part in parts]

    def _sum_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the sum of each text's sub-words' vectors; a line that stands in several texts is summed once."""
        rows = [self.parts(text) for text in texts]
        numbers = {part: number for number, part in enumerate(dict.fromkeys(part for row in rows for part in row))}
        sums = self._sum(self.cut(list(numbers)))
        places = np.array([numbers[part] for row in rows for part in row], dtype=np.intp)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        return np.asarray(np.add.reduceat(sums[places], starts, axis=0), dtype=np.float32)

    def _sum(self, token_lists: Sequence[NDArray[np.int32]]) -> NDArray[np.float32]:
        sums = np.zeros((len(token_lists), self.dimensions), dtype=np.float32)
        for number, ids in enumerate(token_lists):
            if len(ids):
                sums[number] = self._factors[ids] @ self._rows[ids].astype(np.float32)
        return sums
