"""Where a sentence of Chinese or English ends, by offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSERS = r"[”’\"'」』）)》〉】\]]*"
_CANDIDATE = re.compile(rf"(?:[。！？｡]+|[!?]+|…{{2,}}|\.{{3,}}|…|\.){_CLOSERS}")
_CHINESE_END = frozenset("。！？｡")
_NEVER = re.compile(
    r"(?:\b(?:MR|MRS|MS|DR|GEN|SEN|REP|GOV|AMB|Mr|Mrs|Ms|Dr|Messrs|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Gov|Sen|Rep|Reps|Sens|Amb|Prof|Hon|Rev|St|Mt|Ft|No|Nos|Vol|"
    r"Art|Arts|Sec|Fig|vs|e\.g|i\.e|cf|approx|ca|viz|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|pp|para|paras)"
    r"|(?<![A-Za-z.])[A-Z])\.$"
)
_SOMETIMES = re.compile(
    r"(?:\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|P\.R\.C|R\.O\.C|D\.P\.R\.K|[AaPp]\.\s?[Mm]|Ph\.D|Jr|Sr|"
    r"Inc|Ltd|Co|Corp|etc|et al)|(?:[A-Z]\.){1,3}[A-Z])\.$"
)
_STARTER = re.compile(
    r"[“\"‘(\[]*(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|As|And|But|So|For|To|Our|His|Her|Their|Its|A|An|If|When|"
    r"While|Both|Also|Then|There|Now|After|Before|During|With|Mr|Ms|Mrs|Q|PRESIDENT|THE|SECRETARY|What|How|Why|Is|Are|Do|Did|Will|"
    r"Following|Finally|Regarding|Separately|Meanwhile|Additionally|However|Today|Secretary|President|Deputy|Under|Assistant|Foreign|Prime|Vice)\b"
)
_TITLE_AFTER = re.compile(r"(?:Secretary|President|Mr|Ms|Mrs|Deputy|Under|Assistant|Vice)\b")
_NOTE = re.compile(
    r"(?:[A-Z][A-Za-z.,’'\- \[\]]{0,60}:\s*)?(?:[(\[][A-Z][A-Za-z ,.'’–—-]{1,60}[)\]]|"
    r"（(?:掌声|掌聲|笑声|笑聲|笑|鼓掌)[^）]{0,6}）)"
)
_QUOTE_END = re.compile(r"[。！？…][”」』]$")
_TAIL = re.compile(r"[\u4e00-\u9fff·]{1,12}(?:说|說|表示|指出|强调|強調|称|稱|道)[。！]")  # 「…。」習近平說。
_ITEM_NUMBER = re.compile(r"\s*[（(]?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[）)]?\.$")


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence of a paragraph, without white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*_find_ends(text), len(text)):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = start + len(text[start:end].rstrip())
        if spans and _TAIL.fullmatch(text[first:last]) and _QUOTE_END.search(text[: spans[-1][1]]):
            spans[-1] = (spans[-1][0], last)
        elif first < last and any(char.isalnum() for char in text[first:last]):
            spans.append((first, last))
        elif first < last and spans:
            spans[-1] = (spans[-1][0], last)  # marks alone belong to the sentence before
        start = end
    return _merge_notes(text, spans)


def _find_ends(text: str) -> Iterator[int]:
    for match in _CANDIDATE.finditer(text):
        if _is_end(text, match):
            yield match.end()


def _is_end(text: str, match: re.Match[str]) -> bool:
    mark, after = match.group(), text[match.end() :]
    if mark[0] in _CHINESE_END:
        return not after.startswith(("，", "、", "；", "：", ",", ";"))
    if not after.strip():
        return True
    if mark[0] == "…" or mark.startswith("..."):
        return bool(re.match(r"\s+[“\"‘(]?[A-Z]", after)) or (mark.startswith("……") and len(mark) > 2)
    han = after[0] > "\u2e80" and after[0] not in "，、；：）」』》”’"
    if mark[0] in "!?":
        return (
            han
            or bool(re.match(r"\s+[“\"‘(\[]?[A-Z0-9—–]|\s*[“「『]", after))
            or (after[0].isspace() and after.strip()[0] > "\u2e80")
        )
    return _is_full_stop(text, match, after, han)


def _is_full_stop(text: str, match: re.Match[str], after: str, han: bool) -> bool:
    before = text[max(0, match.start() - 24) : match.start() + 1]
    if han:
        return before[-2:-1].isalpha() and len(before) > 3
    if not re.match(r"\s+[“\"‘'(\[]?[A-Z0-9—–$]|\s+[\u2e80-\uffff]", after):
        return False
    if _NEVER.search(before) or _ITEM_NUMBER.fullmatch(text[: match.start() + 1]):
        return False
    if _SOMETIMES.search(before):
        word = after.lstrip()
        return bool(_STARTER.match(word)) and not (
            before.endswith(("U.S.", "U.N.", "U.K.")) and _TITLE_AFTER.match(word)
        )
    return True


def _merge_notes(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join '(Laughter.)' or 'NAME: (As interpreted.)' with the sentence behind it, at the end with the one before."""
    merged: list[tuple[int, int]] = []
    held: int | None = None
    for start, end in spans:
        first = start if held is None else held
        if _NOTE.fullmatch(text[start:end]):
            held = first
            continue
        merged.append((first, end))
        held = None
    if held is not None:
        if merged:
            merged[-1] = (merged[-1][0], spans[-1][1])
        else:
            merged.append((held, spans[-1][1]))
    return merged
