import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from index.embed import DEFAULT_ENCODER, E5_PROMPTS, SentenceEncoder, load_encoder
from index.static import BrokenEncoderError, StaticEncoder, is_static
from training.export import MODULES

ROOT = Path(__file__).parent.parent
VOCABULARY = {"<unk>": 0, "peace": 1, "talks": 2, "和平": 3, "会谈": 4, "query": 5, "passage": 6, ":": 7}

# Importing a heavy library can warn of its own old parts, which is no matter of ours.
heavy = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


def word_tokenizer():
    tokenizer = Tokenizer(models.WordLevel(VOCABULARY, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def write_static(folder, arrays):
    folder.mkdir(exist_ok=True)
    word_tokenizer().save(str(folder / "tokenizer.json"))
    save_file(arrays, folder / "model.safetensors")
    (folder / "modules.json").write_text(json.dumps(MODULES), encoding="utf-8")
    return folder


@pytest.fixture
def static_folder(tmp_path):
    rows = np.array([[0, 0], [3, 4], [0, 2], [-1, 0], [0, -5], [1, 1], [1, 1], [1, 1]], dtype=np.int8)
    return write_static(tmp_path / "static", {"embeddings": rows, "weights": np.full(8, 0.5, dtype=np.float32)})


@pytest.mark.parametrize(
    ("text", "vector"),
    [
        ("peace", [0.6, 0.8]),
        ("peace talks", [3 / np.sqrt(45), 6 / np.sqrt(45)]),
        ("和平", [-1, 0]),
        ("peace 和平 和平 和平 talks 会谈", [0, 1]),
        ("", [0, 0]),
        ("unheard of", [0, 0]),
    ],
)
def test_static_vectors_are_the_direction_of_the_sum(static_folder, text, vector):
    encoded = StaticEncoder(static_folder).encode([text])
    assert encoded.dtype == np.float32
    np.testing.assert_allclose(encoded, [vector], atol=1e-7)


def test_sentence_transformers_own_key_is_read_too(tmp_path):
    folder = write_static(tmp_path / "plain", {"embedding.weight": np.eye(8, 3, dtype=np.float16)})
    np.testing.assert_array_equal(StaticEncoder(folder).encode(["peace", "talks"]), [[0, 1, 0], [0, 0, 1]])


def test_no_texts_give_no_rows(static_folder):
    assert StaticEncoder(static_folder).encode([]).shape == (0, 2)


def test_fingerprint_changes_with_the_weights(static_folder, tmp_path):
    other = write_static(tmp_path / "other", {"embeddings": np.ones((8, 2), dtype=np.int8)})
    assert StaticEncoder(static_folder).fingerprint == StaticEncoder(static_folder).fingerprint
    assert StaticEncoder(static_folder).fingerprint != StaticEncoder(other).fingerprint


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("tokenizer.json", "holds no whole encoder"),
        ("model.safetensors", "holds no whole encoder"),
        ("modules.json", "damaged"),
    ],
)
def test_damaged_folder_says_what_helps(static_folder, broken, says):
    (static_folder / broken).write_text("{", encoding="utf-8")
    with pytest.raises(BrokenEncoderError, match=says):
        load_encoder(str(static_folder))


def test_folder_without_a_model_is_not_static(tmp_path):
    assert not is_static(tmp_path)
    assert not is_static(tmp_path / "nowhere")


def run_python(code, **environment):
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("HF_", "TRANSFORMERS_"))}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=variables | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_default_needs_neither_torch_nor_sentence_transformers():
    code = """
import sys
from index.embed import load_encoder
load_encoder().encode(["peace 和平"], "query")
print([name for name in ("torch", "sentence_transformers", "transformers", "scipy") if name in sys.modules])
"""
    assert run_python(code) == "[]"


def read_lines(language, size):
    """Return lines of the seeds' length made of the glossary, so that no set need be at hand."""
    from index.naming.terms import load_terms

    terms = load_terms()
    forms = {"en": [t.en for t in terms], "hans": [t.hans for t in terms], "hant": [t.hant or t.hans for t in terms]}
    names = [name for group in forms[language] for name in group]
    return [
        f"{names[i % len(names)]}, {names[(7 * i) % len(names)]}; {names[(31 * i) % len(names)]} {i}."
        for i in range(size)
    ]


@pytest.mark.slow
@heavy
def test_fast_path_equals_sentence_transformers():
    texts = [text for language in ("en", "hans", "hant") for text in read_lines(language, 334)] + [
        "",
        "…",
        "¿",
        "臺灣 ＵＳＡ",
    ]
    stock = SentenceEncoder(str(DEFAULT_ENCODER))
    np.testing.assert_allclose(load_encoder().encode(texts), stock.encode(texts), atol=1e-5)


@pytest.fixture(scope="module")
def transformer_folder(tmp_path_factory):
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("bert")
    tokens = PreTrainedTokenizerFast(tokenizer_object=word_tokenizer(), unk_token="<unk>", pad_token="<unk>")
    tokens.save_pretrained(folder)
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(VOCABULARY), **sizes)).save_pretrained(folder)
    transformer = Transformer(str(folder))
    prompts = {"query": "query : ", "passage": "passage : "}
    model = SentenceTransformer(modules=[transformer, Pooling(16)], prompts=prompts)
    saved = tmp_path_factory.mktemp("saved") / "small"
    model.save(str(saved))
    return saved


@pytest.mark.slow
@heavy
class TestTransformer:
    def test_vectors_are_of_unit_length(self, transformer_folder):
        vectors = load_encoder(str(transformer_folder)).encode(["peace talks", "和平 会谈"], "query")
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)

    def test_prompts_are_honoured(self, transformer_folder):
        encoder = load_encoder(str(transformer_folder))
        assert isinstance(encoder, SentenceEncoder)
        asked, told = encoder.encode(["peace"], "query"), encoder.encode(["peace"], "document")
        bare = encoder.model.encode(["query : peace", "passage : peace"], prompt="", normalize_embeddings=True)
        np.testing.assert_allclose(asked[0], bare[0], atol=1e-6)
        np.testing.assert_allclose(told[0], bare[1], atol=1e-6)
        assert not np.allclose(asked, told, atol=1e-3)

    def test_name_and_fingerprint_stay_from_load_to_load(self, transformer_folder):
        first, second = (load_encoder(str(transformer_folder)) for _ in range(2))
        assert first.name == second.name == str(transformer_folder)
        assert first.fingerprint == second.fingerprint
        assert first.revision is None

    def test_e5_without_prompts_gets_its_own(self, transformer_folder, tmp_path):
        folder = tmp_path / "multilingual-e5-small"
        encoder = SentenceEncoder(str(transformer_folder))
        encoder.model.prompts = {}
        encoder.model.save(str(folder))
        e5 = SentenceEncoder(str(folder))
        assert {name: e5.model.prompts[name] for name in E5_PROMPTS} == {"query": "query: ", "document": "passage: "}


@pytest.mark.slow
@heavy
def test_a_name_that_is_not_here_says_what_helps(tmp_path):
    with pytest.raises(BrokenEncoderError, match="HUITAN_HUB=1"):
        load_encoder(str(tmp_path / "nowhere"))
