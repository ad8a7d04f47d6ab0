"""The clause of a question that asks whether accounts agree on what it asks for; knows nothing of what is held.

"How many? Do the reports match?" asks for the number in each of them: the clause itself is no topic.
"""

from __future__ import annotations

import re

from index.words import fold

_TEXTS = r"(?:accounts?|reports?|readouts?|texts?|sources?|documents?|numbers?|figures?|versions?|stories|tellings)"
_AGREE = (
    r"(?:match|agree|consistent|the same|differ\w*|disagree|contradict\w*|conflict\w*|line up|tally|square|diverge"
    r"|add up|vary|discrepan\w+)"
)
_TEXTS_ZH = r"(?:报道|报导|说法|讲法|通稿|新闻稿|稿子|稿件|数字|记载|文本|文件|口径|版本|来源)"
_DOUBT = re.compile(
    rf"[?.;,]\s*(?:and |but |or )?(?:(?:do|does|are|is|did) [^?.]*\b{_TEXTS}\b[^?.]*\b{_AGREE}\b[^?.]*"
    rf"|(?:i(?:['’]ve| have) (?:seen|read|heard)|there are|i see) (?:\w+ )?(?:different|conflicting|other|several|various) {_TEXTS}[^?.]*)[?.]?\s*$"
    rf"|[？?，,。；]\s*(?:而且|但|而)?[^，。？?；]{{0,8}}{_TEXTS_ZH}[^，。？?]{{0,8}}"
    r"(?:一致|不一|出入|矛盾|相同|一样|拢|对得上|对不上|对得起来|吻合|差异|打架|不同)[^，。？?]{0,4}[？?。]?\s*$"
)


def without_doubt(text: str) -> str:
    """Return `text` without the clause that asks whether the accounts agree, where it asks something before."""
    found = _DOUBT.search(fold(text))
    if not found or found.start() < 6:
        return text
    return text[: found.start()] + ("？" if "？" in text else "?")
