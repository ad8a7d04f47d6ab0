"""page.elements: every text is escaped, whatever it holds."""

from __future__ import annotations

import pytest

from page.elements import Markup, element, escape, join, web_link


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("中方“不支持”‘台独’", "中方“不支持”‘台独’"),
        ("\"quoted\" 'so'", "&quot;quoted&quot; &#x27;so&#x27;"),
        ("left\u202eright", "left\ufffdright"),
        ("half \ud83d", "half \ufffd"),
        ("nul\x00bell\x07", "nul\ufffdbell\ufffd"),
        ("a\nb\tc", "a\nb\tc"),
        ("${value} {{value}} `x`", "${value} {{value}} `x`"),
    ],
)
def test_escape(text, html):
    assert escape(text) == html


def test_elements_escape_texts_and_attributes_but_not_elements():
    inner = element("b", "<i>")
    assert element("p", inner, "<", None, class_="x", data_name='a"b', hidden=True, title=None) == (
        '<p class="x" data-name="a&quot;b" hidden><b>&lt;i&gt;</b>&lt;</p>'
    )


def test_an_empty_element_has_no_end():
    assert element("br") == "<br>"


def test_join_gives_markup_that_is_not_escaped_again():
    joined = join("a<", element("i", "b"))
    assert isinstance(joined, Markup)
    assert join(joined) == "a&lt;<i>b</i>"


@pytest.mark.parametrize(
    ("url", "html"),
    [
        (
            "https://example.org/?a=1&b=2",
            '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">here</a>',
        ),
        ("javascript:alert(1)", "here"),
        ("data:text/html,x", "here"),
        ("https://example.org/ onclick=x", "here"),
    ],
)
def test_only_web_addresses_become_links(url, html):
    assert web_link(url, "here") == html
