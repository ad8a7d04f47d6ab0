"""Figures that others published for the tasks of eval.encoder (the model result files of MTEB), times 100."""

from __future__ import annotations

XQUAD = {
    "paraphrase-multilingual-MiniLM-L12-v2 (118M)": (85.2, 73.6, 88.5, 79.7),
    "LaBSE (471M)": (85.7, 74.5, 85.3, 73.2),
    "multilingual-e5-base (278M)": (95.5, 90.4, 98.0, 95.5),
    "multilingual-e5-large (560M)": (96.4, 92.3, 98.4, 96.3),
    "gte-multilingual-base (305M)": (93.4, 87.2, 97.9, 95.3),
}
NTREX_F1 = {
    "paraphrase-multilingual-MiniLM-L12-v2 (118M)": (92.3, 94.1, 92.9),
    "LaBSE (471M)": (99.1, 99.0, 97.7),
    "static-similarity-mrl-multilingual (108M)": (93.3, 96.0, 93.9),
    "potion-multilingual-128M": (69.1, 72.6, 78.7),
    "multilingual-e5-small (118M)": (93.6, 96.1, 94.5),
    "multilingual-e5-base (278M)": (95.4, 97.2, 76.8),
    "multilingual-e5-large (560M)": (97.7, 98.5, 96.7),
    "gte-multilingual-base (305M)": (97.3, 96.4, 95.0),
    "bge-m3 (568M)": (97.9, 98.5, 97.3),
}
BM25 = {"zh": (97.1, 94.2), "en": (96.5, 93.1), "cmrc": (98.5, 96.6), "zh sentences": (83.6, 72.4)}
BM25["en sentences"] = (83.8, 72.4)
SENTENCES_A_SECOND = {
    "potion-base-8M": 124_030,
    "static-retrieval-mrl-en": 107_420,
    "all-MiniLM-L6-v2": 1_739,
    "paraphrase-multilingual-MiniLM-L12-v2": 910,
    "bge-m3": 81,
}
