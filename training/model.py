"""The table of vectors and how it learns: symmetric InfoNCE over a batch, Adam on the rows that occur in it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from torch import Tensor

from training.bags import Bag

SCALE = 20.0
BETA_1, BETA_2, TINY = 0.9, 0.999, 1e-8


class Table:
    """One trainable vector per piece; a text is the direction of its pieces' sum."""

    def __init__(self, start: NDArray[np.float32], threads: int = 1, scale: float = SCALE) -> None:
        self.threads = threads
        self.pool = ThreadPoolExecutor(threads)
        self.scale = scale
        self.weight = torch.from_numpy(start.copy())
        self.first = torch.zeros_like(self.weight)
        self.second = torch.zeros_like(self.weight)
        self.steps = torch.zeros(len(start), 1)

    def step(self, left: Bag, right: Bag, rate: float) -> float:
        """Learn from one batch in which left text i belongs to right text i; return the loss."""
        used, columns = self._used_pieces(left, right)
        local = self.weight[used]
        matrices = [bag.matrix(columns, len(used)) for bag in (left, right)]
        sums = [torch.from_numpy(self._multiply(matrix, local.numpy())) for matrix in matrices]
        loss, slopes = _contrast(sums[0], sums[1], self.scale)
        parts = [
            self._multiply(matrix.T.tocsr(), slope.numpy()) for matrix, slope in zip(matrices, slopes, strict=True)
        ]
        self._adam(used, torch.from_numpy(parts[0] + parts[1]), rate)
        return loss

    def _multiply(self, matrix: csr_matrix, dense: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the product, by several threads; scipy alone uses one."""
        cuts = np.linspace(0, matrix.shape[0], self.threads + 1).astype(int).tolist()
        parts = self.pool.map(lambda first, last: matrix[first:last] @ dense, cuts[:-1], cuts[1:])
        return np.concatenate(list(parts))

    def _used_pieces(self, *bags: Bag) -> tuple[Tensor, NDArray[np.int64]]:
        seen = np.zeros(len(self.weight), dtype=bool)
        for bag in bags:
            seen[bag.pieces] = True
        used = np.flatnonzero(seen)
        columns = np.zeros(len(seen), dtype=np.int64)
        columns[used] = np.arange(len(used))
        return torch.from_numpy(used), columns

    def _adam(self, used: Tensor, gradient: Tensor, rate: float) -> None:
        steps = self.steps.index_select(0, used).add_(1)
        first = self.first.index_select(0, used).lerp_(gradient, 1 - BETA_1)
        second = self.second.index_select(0, used).mul_(BETA_2).addcmul_(gradient, gradient, value=1 - BETA_2)
        for kept, new in ((self.steps, steps), (self.first, first), (self.second, second)):
            kept.index_copy_(0, used, new)
        step = first.div_(1 - BETA_1**steps)
        size = second.div_(1 - BETA_2**steps).sqrt_().add_(TINY)
        self.weight.index_copy_(0, used, self.weight.index_select(0, used).addcdiv_(step, size, value=-rate))


def _contrast(left: Tensor, right: Tensor, scale: float) -> tuple[float, list[Tensor]]:
    """Return the loss and its slopes with respect to the two batches of sums.

    The slopes are written out: cosines cannot pass 1, so one exponential serves the softmax of rows and columns.
    """
    norms = [side.norm(dim=1, keepdim=True).clamp_min(TINY) for side in (left, right)]
    units = [side / norm for side, norm in zip((left, right), norms, strict=True)]
    odds = (units[0] @ units[1].T).sub_(1).mul_(scale).exp_()
    own = odds.diagonal().clone()
    rows, columns = odds.sum(1), odds.sum(0)
    loss = (0.5 * (rows.log() + columns.log()) - own.log()).mean().item()
    slope = odds.mul_((1 / rows)[:, None] + (1 / columns)[None, :])
    slope.diagonal().sub_(2)
    slope.mul_(scale / (2 * len(left)))
    slopes = []
    for unit, norm, toward in ((units[0], norms[0], slope @ units[1]), (units[1], norms[1], slope.T @ units[0])):
        slopes.append((toward - (toward * unit).sum(1, keepdim=True) * unit) / norm)
    return loss, slopes
