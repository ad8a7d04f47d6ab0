"""What Huitan says in its own words, in three languages; everything else in an answer is a span of a source."""

from __future__ import annotations

import re

from index.records import Account, Language, Side, Span

_HEADINGS: dict[tuple[Side, Account | None], tuple[str, str, str]] = {
    ("cn", "cn"): ("China, in its own account", "中方立场（中方文本）", "中方立場（中方文本）"),
    ("us", "us"): ("The US, in its own account", "美方立场（美方文本）", "美方立場（美方文本）"),
    ("us", "cn"): ("The US, as told by China", "美方立场（据中方文本转述）", "美方立場（據中方文本轉述）"),
    ("cn", "us"): ("China, as told by the US", "中方立场（据美方文本转述）", "中方立場（據美方文本轉述）"),
    ("other", "cn"): ("The other side, as told by China", "对方立场（据中方文本）", "對方立場（據中方文本）"),
    ("other", "us"): ("The other side, as told by the US", "对方立场（据美方文本）", "對方立場（據美方文本）"),
    ("joint", None): ("Both sides jointly", "双方共同表述", "雙方共同表述"),
}
_ORDER: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")

_ONE = re.compile(r"(?<![\d,])1 (document|passage)s\b")
_TEXTS: dict[str, tuple[str, str, str]] = {
    "no_document": (
        "No document is held from {period}. The documents held are from {held}.",
        "没有收录{period}的文件。现有文件的日期：{held}。",
        "沒有收錄{period}的文件。現有文件的日期：{held}。",
    ),
    "no_event": (
        "No document is held of {event} ({days}). ",
        "没有收录{event}（{days}）的文件。",
        "沒有收錄{event}（{days}）的文件。",
    ),
    "no_meeting": (
        "No document is held that names {who}.",
        "没有收录提到{who}的文件。",
        "沒有收錄提到{who}的文件。",
    ),
    "no_meeting_then": (
        "No document from {period} is held that names {who}; those held are of {days}.",
        "没有收录{period}提到{who}的文件；提到的文件的日期：{days}。",
        "沒有收錄{period}提到{who}的文件；提到的文件的日期：{days}。",
    ),
    "other_meeting": (
        "No document searched tells of a meeting of {who}; the nearest is of {others}.",
        "检索的文件中没有{who}会面的记载；最接近的是{others}的会面。",
        "檢索的文件中沒有{who}會面的記載；最接近的是{others}的會面。",
    ),
    "no_account": (
        "No text of {account} itself is held{within}.",
        "没有收录{account}自己的文本{within}。",
        "沒有收錄{account}自己的文本{within}。",
    ),
    "left_out": (
        "What stands {told} and least {lacking}: {sentences} sentences compared with {others} by terms, names and meaning",
        "见于{told}，而{lacking}中最少见：按用语、名称和含义，以{sentences}句与{others}句相比",
        "見於{told}，而{lacking}中最少見：按用語、名稱和含義，以{sentences}句與{others}句相比",
    ),
    "no_pair": (
        "What one account leaves out can be told only where both are held; of {account} none of a meeting is held{within}.",
        "须双方文本俱全，才能说明哪一方略去了什么；没有收录{account}关于双方会晤的文本{within}。",
        "須雙方文本俱全，才能說明哪一方略去了什麼；沒有收錄{account}關於雙方會晤的文本{within}。",
    ),
    "no_setting": (
        "Name the meeting or the day whose two accounts are to be compared.",
        "请写明要比较的是哪一次会晤或哪一天的双方文本。",
        "請寫明要比較的是哪一次會晤或哪一天的雙方文本。",
    ),
    "within": (" from {period}", "（{period}）", "（{period}）"),
    "no_voice": (
        "No sentence of {who} is held in the {documents} documents searched ({passages} passages).",
        "在检索的{documents}份文件（{passages}个段落）中，没有{who}的话。",
        "在檢索的{documents}份文件（{passages}個段落）中，沒有{who}的話。",
    ),
    "nothing": (
        "Nothing in the {documents} documents searched ({passages} passages) answers this.",
        "在检索的{documents}份文件（{passages}个段落）中，没有能回答这个问题的句子。",
        "在檢索的{documents}份文件（{passages}個段落）中，沒有能回答這個問題的句子。",
    ),
    "unheld": (
        " No sentence there holds: {words}.",
        "其中没有句子出现：{words}。",
        "其中沒有句子出現：{words}。",
    ),
    "unsaid": (
        " {words}: held only in what others say, not in a sentence of {who}.",
        "“{words}”只见于他人的话，不见于{who}的话。",
        "「{words}」只見於他人的話，不見於{who}的話。",
    ),
    "undated": (
        " Left out because their date is unknown: {undated} documents.",
        "另有{undated}份日期不明的文件未列入。",
        "另有{undated}份日期不明的文件未列入。",
    ),
    "unmentioned": (
        " Documents searched: {names}.",
        "检索的文件：{names}。",
        "檢索的文件：{names}。",
    ),
    "open_list": (
        "The list is open: it ends in 等 or “etc.”.",
        "列举未尽：原文以“等”结尾。",
        "列舉未盡：原文以「等」結尾。",
    ),
    "breaks_off": (
        "The text breaks off here in the file.",
        "文件中的原文到此中断。",
        "文件中的原文到此中斷。",
    ),
    "clause": (
        "One clause of a sentence; the other is another side's.",
        "只是一句话中的一个分句，另一分句属于另一方。",
        "只是一句話中的一個分句，另一分句屬於另一方。",
    ),
    "empty": ("Ask a question.", "请提一个问题。", "請提一個問題。"),
    "no_topic": (
        "The question names nothing to look for. Name a topic, a speaker, a meeting or a date.",
        "问题中没有可供检索的内容。请写明议题、发言人、会晤或日期。",
        "問題中沒有可供檢索的內容。請寫明議題、發言人、會晤或日期。",
    ),
    "nearest": (
        "Nearest passage held; it does not answer the question:",
        "现有文件中最接近的段落，并未回答问题：",
        "現有文件中最接近的段落，並未回答問題：",
    ),
    "group_rest": ("Others, or in a text of no known side", "其他发言或来源不明的文本", "其他發言或來源不明的文本"),
    "group_searched": (
        "Documents looked through: {documents}.",
        "检索了{documents}份文件。",
        "檢索了{documents}份文件。",
    ),
    "group_empty": (
        "Nothing found in {documents} documents.",
        "在{documents}份文件中没有找到。",
        "在{documents}份文件中沒有找到。",
    ),
    "inferred": ("year inferred", "年份为推断", "年份為推斷"),
    "undated_quote": ("date unknown", "日期不明", "日期不明"),
    "also_in": ("also in", "亦见于", "亦見於"),
    "line": ("line {first}", "第{first}行", "第{first}行"),
    "lines": ("lines {first}–{last}", "第{first}–{last}行", "第{first}–{last}行"),
    "page": ("page {first}", "第{first}页", "第{first}頁"),
    "pages": ("pages {first}–{last}", "第{first}–{last}页", "第{first}–{last}頁"),
    "paragraph": ("paragraph {first}", "第{first}段", "第{first}段"),
    "paragraphs": ("paragraphs {first}–{last}", "第{first}–{last}段", "第{first}–{last}段"),
    "searched": (
        "Searched {documents} documents, {passages} passages.",
        "检索了{documents}份文件、{passages}个段落。",
        "檢索了{documents}份文件、{passages}個段落。",
    ),
    "understood": ("Understood: {parts}", "理解为：{parts}", "理解為：{parts}"),
    "told_cn": ("in China's account", "中方文本", "中方文本"),
    "told_us": ("in the US account", "美方文本", "美方文本"),
    "told_joint": ("in a joint text", "双方联合文本", "雙方聯合文本"),
    "told_press": ("in the press", "媒体报道", "媒體報道"),
    "cn": ("China", "中方", "中方"),
    "us": ("the US", "美方", "美方"),
    "joint": ("both sides", "双方", "雙方"),
    "other": ("others", "其他方", "其他方"),
    "press": ("the press", "媒体", "媒體"),
}


def say(key: str, language: Language, **values: object) -> str:
    """Return the phrase `key` in `language`, its gaps filled."""
    text = _TEXTS[key][_ORDER.index(language)].format(**values)
    return _ONE.sub(r"1 \1", text)


def say_place(span: Span, language: Language) -> str:
    """Return the lines of the file that a span stands on, or its pages or paragraphs."""
    first, last = span.file_lines
    return say(span.unit if first == last else f"{span.unit}s", language, first=first, last=last)


def group_heading(side: Side, account: Account | None, language: Language) -> str:
    """Return the heading of a group: whose position, in whose account."""
    return _HEADINGS[side, account][_ORDER.index(language)]
