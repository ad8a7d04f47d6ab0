"""The page around the answers as HTML: the head, the welcome with its examples, and the page without an index."""

from __future__ import annotations

from index.records import Language
from page.answers import show_turn
from page.elements import Markup, element
from page.records import Turn
from page.texts import EXAMPLES, LANGUAGES, NAMES, say

TABS = ("ask", "documents", "wording", "verify")


def show_head(language: Language, documents: int, passages: int) -> Markup:
    """Return the name, the tabs, what is held, and the switches of language and theme."""
    name = element("h1", "Huitan", element("span", "会谈", lang="zh-Hans"))
    count = say(language, "held_count", documents=documents, passages=passages)
    switches = [
        element(
            "button",
            NAMES[each],
            type="button",
            lang=each,
            data_event="input",
            data_language=each,
            aria_pressed="true" if each == language else "false",
        )
        for each in LANGUAGES
    ]
    theme = element("button", "◐", type="button", data_theme="1", aria_label=say(language, "theme"))
    tools = element("div", *switches, theme, class_="tools", role="group", aria_label=say(language, "language"))
    return element(
        "header",
        name,
        _show_tabs(language),
        element("p", count, class_="count"),
        tools,
        class_="head",
        lang=language,
        data_language=language,
        data_lost=say(language, "lost"),
        data_failed=say(language, "failed"),
    )


def _show_tabs(language: Language) -> Markup:
    """Return the tabs, the first chosen: the script chooses another and lets only that one take the focus."""
    tabs = [
        element(
            "button",
            say(language, f"tab_{name}"),
            type="button",
            role="tab",
            id=f"tab-{name}",
            data_tab=name,
            aria_controls=name,
            aria_selected="true" if name == TABS[0] else "false",
            tabindex=0 if name == TABS[0] else -1,
        )
        for name in TABS
    ]
    return element("div", *tabs, class_="tabs", role="tablist", aria_label=say(language, "tabs"))


def show_conversation(turns: tuple[Turn, ...], language: Language, may_tell: bool = False) -> Markup:
    """Return all turns, or the welcome while nothing is asked."""
    shown = [show_turn(number, turn, may_tell) for number, turn in enumerate(turns)] or [_show_welcome(language)]
    label = say(language, "conversation")
    # What is new is told apart (data-told): as the whole is shown anew, all of it would be read out.
    return element("div", *shown, class_="turns", role="log", aria_live="off", aria_label=label, lang=language)


def _show_welcome(language: Language) -> Markup:
    examples = [
        element("li", element("button", text, type="button", data_event="submit", data_ask=text, lang=each))
        for each, text in EXAMPLES.items()
    ]
    return element(
        "section",
        element("p", say(language, "intro")),
        element("h2", say(language, "examples")),
        element("ul", *examples, class_="examples"),
        class_="welcome",
    )


def show_refusal(message: str) -> Markup:
    """Return the page that stands in for the chat while there is no index to ask, in all languages."""
    headings = [element("h2", say(language, "no_index"), lang=language) for language in LANGUAGES]
    cure = element("p", message, class_="cure")
    after = [element("p", say(language, "then"), lang=language, class_="faint") for language in LANGUAGES]
    return element("section", *headings, cure, *after, class_="refusal", role="alert")
