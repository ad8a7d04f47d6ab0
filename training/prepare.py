"""Everything a run needs before its first step, cached: tokenizer, tokenised text, start vectors, topic order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.corpus import Corpus, Names, load_corpus, load_pairs, pairs_of_names, read_terms
from training.names import whole_names
from training.rewordings import rewordings
from training.settings import Settings
from training.sources import Source, find_sources
from training.start import piece_weights, start_vectors, topic_order
from training.synonyms import Pairs, synonyms
from training.tokenizer import build_tokenizer

CACHE = Path(__file__).parent / "cache"
INDEX = Path(__file__).parent.parent / "index"
TERMS = INDEX / "glossary" / "terms.tsv"
NAMES = (INDEX / "gazetteer" / "people.tsv", INDEX / "gazetteer" / "places.tsv")
SHUFFLED = "jiyu_example_sentences"  # its neighbours have no topic in common until they are ordered
HELD_OUT = 5

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a run starts with; `key` stands for its text but for the rewordings, and for the tokenizer."""

    tokenizer: Tokenizer
    corpora: list[Corpus]
    weights: NDArray[np.float32]
    vectors: NDArray[np.float32]
    orders: dict[str, NDArray[np.int64]]
    synonyms: tuple[Pairs, Pairs]
    key: str
    rewordings_key: str

    def made_of(self, settings: Settings) -> str:
        """Return what a run's text is known by; rewordings count only where it draws some."""
        return digest(self.key, self.rewordings_key) if settings.plan.rewordings else self.key


def held_out(number: int) -> bool:
    """Say whether a glossary term belongs to the fifth that a second run leaves out."""
    return number % HELD_OUT == 0


def digest(*parts: object) -> str:
    """Return a short name for what something was made of."""
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:12]


def cached(path: Path, make: Callable[[], NDArray[np.generic]]) -> NDArray[np.generic]:
    """Return the array in the file, made and kept there first where it is missing."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part.npy")
        np.save(unfinished, make())
        unfinished.rename(path)
    array: NDArray[np.generic] = np.load(path, allow_pickle=False)
    return array


def _tokenizer(sources: list[Source], terms: list[Names], settings: Settings, cache: Path) -> Tokenizer:
    names = [name for both in terms for side in both for name in side] + whole_names(sources)
    sizes_of_files = [(source.name, source.path.stat().st_size, source.count) for source in sources]
    path = cache / f"tokenizer-{digest(names, sizes_of_files, asdict(settings.sizes))}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        build_tokenizer(sources, names, settings.sizes, settings.threads).save(str(path), pretty=False)
    return Tokenizer.from_file(str(path))


def _order(corpus: Corpus, vectors: Floats, seed: int, path: Path) -> NDArray[np.int64]:
    if corpus.name != SHUFFLED:
        return np.arange(len(corpus))
    return cached(path, lambda: topic_order(corpus, vectors, seed)).astype(np.int64)


def prepare(data: Path, settings: Settings, cache: Path = CACHE) -> Prepared:
    """Read, count, tokenise and decompose, or take each from the cache."""
    size, seed = settings.dimensions, settings.seed_of_start
    sources = [source for source in find_sources(data) if source.use != "never"]
    names = read_terms(TERMS, *NAMES)
    tokenizer = _tokenizer(sources, names, settings, cache)
    corpora = [load_corpus(source, tokenizer, cache) for source in sources if source.use == "train"]
    parallel = [corpus for corpus in corpora if corpus.kind == "parallel"]
    weights = piece_weights(corpora, tokenizer.get_vocab_size())
    key = digest(tokenizer.to_str(), [(corpus.name, len(corpus), corpus.weight) for corpus in corpora], size, seed)
    start = cached(cache / f"start-{key}.npy", lambda: start_vectors(parallel, weights, size, seed))
    vectors = np.asarray(start, dtype=np.float32)
    orders = {
        corpus.name: _order(corpus, vectors, seed, cache / f"order-{corpus.name}-{key}.npy") for corpus in corpora
    }
    if settings.hold_out:  # the tables of names hold some of the same terms
        names = [row for number, row in enumerate(read_terms(TERMS)) if not held_out(number)]
    reworded = [] if settings.hold_out else rewordings()  # they hold the terms that are left out
    corpora += [
        load_pairs(name, pairs, tokenizer)
        for name, pairs in (("terms", pairs_of_names(names)), ("rewordings", reworded))
        if pairs
    ]
    alike = synonyms(sources, names, tokenizer)
    return Prepared(tokenizer, corpora, weights, vectors, orders, alike, digest(key, names), digest(reworded))
