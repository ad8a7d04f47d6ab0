from __future__ import annotations

import pytest

from index.naming import terms
from index.naming.tables import BadRowError
from index.naming.terms import domain_words, equivalents, find_terms, load_terms
from index.words import fold


@pytest.mark.parametrize(
    ("phrase", "among"),
    [
        ("ballast", "压舱石"),
        ("壓艙石", "ballast"),
        ("一中政策", "one China policy"),
        ("峇里島", "Bali"),
        ("川普", "Donald Trump"),
        ("fentanyl", "芬太尼"),
        ("counternarcotics", "禁毒"),
        ("export control", "出口管制"),
        ("Taiwan questions", "台湾问题"),
        ("欧洲议会", "European Parliament"),
        ("全球最低稅負制", "global minimum tax"),
        ("Black Sea Grain Initiative", "黑海粮食倡议"),
        ("太平洋島國論壇", "Pacific Islands Forum"),
    ],
)
def test_a_term_is_known_in_the_other_languages(phrase, among):
    forms = equivalents(phrase)
    assert among in forms
    assert phrase not in forms


def test_what_is_no_term_has_no_equivalents():
    assert equivalents("a spoonful of sugar") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「台獨」與台海和平水火不容", ["Taiwan independence", "Taiwan Strait"]),
        ("New tariffs on soybeans and AI chips", ["tariffs", "soybeans", "artificial intelligence", "chips"]),
        ("who said this", []),
        ("a swift and safer answer", []),
        ("The WHO and the IMF", ["World Health Organization", "International Monetary Fund"]),
    ],
)
def test_terms_are_found_in_a_text(text, expected):
    assert [mention.term.en[0] for mention in find_terms(text)] == expected


def test_every_row_has_names_of_its_own():
    forms = [fold(form) for term in load_terms() for form in {fold(form) for form in term.forms}]
    assert len(load_terms()) >= 1_600
    assert len(forms) == len(set(forms))
    assert all(fold(name) == name.lower() for term in load_terms() for name in term.hans)


def test_domain_words_are_short_and_simplified():
    words = domain_words()
    assert {"特朗普", "峇里岛", "压舱石", "国务卿"} <= set(words)
    assert all(2 <= len(word) <= 6 and fold(word) == word for word in words)


def test_a_row_without_a_name_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "terms.tsv"
    path.write_text("en\thans\thant\ttopic\tsource\nballast\t\t\trelations\tmfa\n", encoding="utf-8")
    monkeypatch.setattr(terms, "TERMS", path)
    with pytest.raises(BadRowError, match="terms.tsv, line 2: a name is missing; fill the columns en and hans"):
        load_terms.__wrapped__()
