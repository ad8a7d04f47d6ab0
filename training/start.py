"""Vectors to start from: pieces of both languages that stand in the same sentence pairs (a truncated decomposition).

Also the order in which sentences of one topic are neighbours.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, vstack
from tokenizers import Tokenizer

from index.static import StaticEncoder
from training.bags import gather
from training.corpus import Corpus
from training.vocabulary import MARK

ROUNDS = 2
ROWS = 250_000
LEAF = 4
NOISE = 0.1

Floats = NDArray[np.float32]


def _counts(corpus: Corpus, rows: NDArray[np.int64], width: int) -> csr_matrix:
    every = np.arange(width)
    both = gather(corpus.left, rows).matrix(every, width) + gather(corpus.right, rows).matrix(every, width)
    both.data = np.log1p(both.data)
    return both


def piece_weights(corpora: list[Corpus], width: int) -> NDArray[np.float32]:
    """Return how rare each piece is: the logarithm of rows per row that holds it."""
    seen, rows = np.zeros(width), 0
    for corpus in corpora:
        for side in (corpus.left, corpus.right):
            seen += np.bincount(side.flat, minlength=width)
            rows += len(side)
    return np.log(rows / (1 + seen)).clip(0.1).astype(np.float32)


def _unit_rows(matrix: csr_matrix) -> csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    return diags(1 / np.maximum(norms, 1e-9)).astype(np.float32) @ matrix


def start_vectors(corpora: list[Corpus], weights: NDArray[np.float32], size: int, seed: int) -> NDArray[np.float32]:
    """Return one vector per piece from a randomised decomposition of the weighted counts."""
    random = np.random.default_rng(seed)
    parts = []
    for corpus in corpora:
        rows = random.permutation(len(corpus))[: int(ROWS * min(1.0, corpus.weight))]
        parts.append(_counts(corpus, np.sort(rows), len(weights)))
    counts = _unit_rows((vstack(parts) @ diags(weights)).tocsr())
    basis = random.standard_normal((len(weights), size + 16)).astype(np.float32)
    for _ in range(ROUNDS):
        basis = np.linalg.qr(counts.T @ (counts @ basis))[0].astype(np.float32)
    small = counts @ basis
    values, turns = np.linalg.eigh(small.T @ small)
    order = np.argsort(-values)[1 : size + 1]  # the first direction is what all texts share
    vectors = basis @ turns[:, order] * np.sqrt(np.maximum(values[order], 0))
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    noise = random.standard_normal(vectors.shape) / np.sqrt(size)
    vectors = vectors / np.maximum(norms, 1e-9) + NOISE * noise
    return np.asarray(vectors * weights[:, None] / np.median(weights), dtype=np.float32)


def topic_order(corpus: Corpus, vectors: NDArray[np.float32], seed: int) -> NDArray[np.int64]:
    """Return the rows so that neighbours share a topic: a tree of random splits over the rows' vectors."""
    random = np.random.default_rng(seed)
    rows = _unit_rows(_counts(corpus, np.arange(len(corpus)), len(vectors))) @ vectors
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    order = np.arange(len(corpus))
    blocks = [order]
    while max(map(len, blocks)) > LEAF:
        halves = []
        for block in blocks:
            if len(block) <= LEAF:
                halves.append(block)
                continue
            ends = rows[random.choice(block, 2, replace=False)]
            sorted_block = block[np.argsort(rows[block] @ (ends[0] - ends[1]), kind="stable")]
            halves += [sorted_block[: len(block) // 2], sorted_block[len(block) // 2 :]]
        blocks = halves
    return np.concatenate(blocks)


def carry_over(vectors: Floats, tokenizer: Tokenizer, folder: Path) -> Floats:
    """Return start vectors taken from an earlier encoder; a piece it lacks is the sum of what it cuts that into."""
    earlier = StaticEncoder(folder)
    known = earlier.tokenizer.get_vocab()
    carried = vectors.copy()
    for piece, number in tokenizer.get_vocab().items():
        ids = [known[piece]] if piece in known else earlier.tokenizer.encode(piece.lstrip(MARK)).ids
        row = earlier.table[ids].sum(axis=0)
        if row.any():
            carried[number] = row
    return carried
