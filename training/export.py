"""Writes the trained table as a sentence-transformers folder in eight bits; stock SentenceTransformer loads it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from training.tokenizer import silent_pieces

MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.base.modules.normalize.Normalize",
    },
]
NORMALIZE = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
CONFIG = {"model_type": "SentenceTransformer", "prompts": {"query": "", "document": ""}, "similarity_fn_name": "cosine"}


def quantize(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return each row in eight bits and the factor that restores it."""
    factors = np.abs(table).max(axis=1) / 127
    rows = np.rint(table / np.maximum(factors, 1e-12)[:, None]).astype(np.int8)
    return rows, factors.astype(np.float32)


def export(table: NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> None:
    """Write the folder; pieces that say nothing get rows of zeros."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    table = table.copy()
    table[silent_pieces(tokenizer)] = 0
    rows, factors = quantize(table)
    weights = folder / "model.safetensors"
    save_file({"embeddings": rows, "weights": factors}, weights)
    weights.chmod(0o644)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    files = {
        "modules.json": MODULES,
        "config_sentence_transformers.json": CONFIG,
        "1_Normalize/config.json": NORMALIZE,
    }
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
