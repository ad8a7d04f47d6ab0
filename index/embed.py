"""The encoder behind one method: the default needs no torch, any other goes through sentence-transformers.

Knows nothing of readouts or of the index. Nothing is downloaded unless HUITAN_HUB=1 is set.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.static import BrokenEncoderError, StaticEncoder, is_static

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_ENCODER = Path(__file__).parent / "encoder"
HUB_SWITCH = "HUITAN_HUB"
Kind = Literal["query", "document"]

# The e5 models need these words before every text, but their folders do not say so.
E5_NAME = re.compile(r"(^|/)(multilingual-)?e5-(small|base|large)(-v2)?$")
E5_PROMPTS = {"query": "query: ", "document": "passage: "}
PROMPT_NAMES: dict[Kind, tuple[str, ...]] = {"query": ("query",), "document": ("document", "passage", "corpus")}


class Encoder(Protocol):
    """Turns texts into vectors of unit length."""

    @property
    def name(self) -> str:
        """What the encoder is called: a hub's name or a folder's."""

    @property
    def revision(self) -> str | None:
        """The hub's revision where one is known."""

    @property
    def fingerprint(self) -> str:
        """A hash of everything that decides the vectors."""

    def encode(self, texts: Sequence[str], kind: Kind = "document") -> NDArray[np.float32]:
        """Return one float32 row of unit length per text."""


class SentenceEncoder:
    """Any sentence-transformers model, by name or path, with its prompts."""

    def __init__(self, name_or_path: str) -> None:
        online = os.environ.get(HUB_SWITCH) == "1"
        if not online:
            for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
                os.environ.setdefault(variable, "1")
        self.name = name_or_path
        self.model = _load_model(name_or_path, online)

    @property
    def revision(self) -> str | None:
        """The hub's revision where one is known."""
        config = getattr(getattr(self.model[0], "auto_model", None), "config", None)
        revision = getattr(config, "_commit_hash", None)
        return str(revision) if revision else None

    @cached_property
    def fingerprint(self) -> str:
        """The hash of weights, tokenizer, modules and prompts."""
        digest = hashlib.sha256(repr([type(module).__name__ for module in self.model]).encode())
        digest.update(repr(sorted(self.model.prompts.items())).encode())
        digest.update(_tokenizer_text(self.model.tokenizer).encode())
        for name, tensor in sorted(self.model.state_dict().items()):
            digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
            digest.update(tensor.detach().cpu().float().contiguous().numpy().tobytes())
        return digest.hexdigest()

    def encode(self, texts: Sequence[str], kind: Kind = "document") -> NDArray[np.float32]:
        """Return one float32 row of unit length per text, with the model's prompt for this kind."""
        encode = self.model.encode_query if kind == "query" else self.model.encode_document
        if not texts:
            return np.zeros((0, self.model.get_embedding_dimension() or 0), dtype=np.float32)
        prompt = self._prompt_name(kind)
        vectors = encode(list(texts), prompt_name=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def _prompt_name(self, kind: Kind) -> str | None:
        """Return the first prompt that says something; the library would stop at an empty "document"."""
        return next((name for name in PROMPT_NAMES[kind] if self.model.prompts.get(name)), None)


def _load_model(name_or_path: str, online: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer  # seconds to import, and the default does without

    try:
        model = SentenceTransformer(name_or_path, local_files_only=not online, trust_remote_code=False)
    except (OSError, ValueError) as error:
        cure = f"give a folder that holds the model, or set {HUB_SWITCH}=1 to let it be downloaded"
        raise BrokenEncoderError(f"no encoder could be loaded from {name_or_path!r}: {cure} ({error})") from error
    if E5_NAME.search(name_or_path.rstrip("/")) and not any(model.prompts.values()):
        model.prompts.update(E5_PROMPTS)
    return model


def _tokenizer_text(tokenizer: object) -> str:
    """Return what tells this tokenizer from another: its whole definition where the library can give it."""
    backend = getattr(tokenizer, "backend_tokenizer", tokenizer)
    if hasattr(backend, "to_str"):
        return str(backend.to_str())
    vocabulary: dict[str, int] = getattr(tokenizer, "get_vocab", dict)()
    return repr(sorted(vocabulary.items()))


def load_encoder(name_or_path: str | None = None) -> Encoder:
    """Load an encoder by name or path; without one, the one that ships in index/encoder/."""
    folder = DEFAULT_ENCODER if name_or_path is None else Path(name_or_path)
    if is_static(folder):
        return StaticEncoder(folder)
    if name_or_path is None:
        raise BrokenEncoderError(
            f"{folder} holds no encoder: get the folder again, or make it with python -m training.train"
        )
    return SentenceEncoder(name_or_path)


def load_translator(encoder: Encoder) -> StaticEncoder | None:
    """Return the encoder whose words are searched across languages: `encoder` if it has words, or the default one."""
    if isinstance(encoder, StaticEncoder):
        return encoder
    return StaticEncoder(DEFAULT_ENCODER) if is_static(DEFAULT_ENCODER) else None
