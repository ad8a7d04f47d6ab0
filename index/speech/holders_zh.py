"""Who "the minister" is in a Chinese text: the holders of bare titles, by what stands beside their names.

It knows nothing of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.naming.names import find_people
from index.records import Side, Voice
from index.speech.verbs_zh import FIRM, MILD
from index.words import fold

Holders = Mapping[str, tuple[Voice, ...]]

# A bare title, and the titles beside a name that it may stand for.
_TITLES = {
    "外长": r"外交部长|外交部部长|外长|外相|外务大臣|外交大臣|外交和[\u4e00-\u9fff]{2,8}部长",
    "防长": r"国防部长|国防部部长|防长|防务部长|国防大臣|防卫大臣|防卫相|战争部长",
    "财长": r"财政部长|财政部部长|财长|财务大臣|财政大臣|财务相",
    "商务部长": r"商务部长|商务部部长",
    "部长": r"部长|外长|防长|财长|大臣",
    "国务卿": r"(?<!副)国务卿",
    "副国务卿": r"副国务卿",
    "总统": r"(?<!副)总统",
    "副总统": r"副总统",
    "总书记": r"总书记",
    "主席": r"(?<!副)主席",
    "总理": r"(?<!副)总理",
    "副总理": r"副总理",
    "首相": r"(?<!副)首相",
    "大使": r"大使",
    "特使": r"特使|特别代表",
    "议长": r"(?<!副)议长|委员长",
    "州长": r"(?<!副)州长",
    "发言人": r"发言人",
    "秘书长": r"(?<!副)秘书长",
    "贸易代表": r"贸易代表",
}
_BEFORE = {bare: re.compile(rf"(?:{full})[、和兼]?$") for bare, full in _TITLES.items()}
_AFTER = {bare: re.compile(full) for bare, full in _TITLES.items()}
_REACH = 12  # characters beside a name in which its title stands
BARE = re.compile(
    rf"(?P<whose>美国|美方|美|中国|中方|该国)?(?P<title>{'|'.join(sorted(_TITLES, key=len, reverse=True))})"
    rf"(?:先生|女士|本人)?(?=(?:还|也|则|再次|随后|同时|对此|当天|昨天|今天|高度|坚定|\d{{1,2}}日|[^，。、]{{1,3}}地){{0,2}}(?:{FIRM}|{MILD})(?!的))"
)


def find_holders(text: str, strangers: Mapping[str, Side | None]) -> Holders:
    """Return for each bare title the people beside whose names it stands in `text`, each once."""
    folded = fold(text)
    found: dict[str, dict[str, Voice]] = {}
    for start, end, voice in _named(text, folded, strangers):
        before, after = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
        for bare in _TITLES:
            if _BEFORE[bare].search(before) or _AFTER[bare].match(after):
                found.setdefault(bare, {}).setdefault(voice.person or voice.speaker or "", voice)
    return {bare: tuple(voices.values()) for bare, voices in found.items()}


def _named(text: str, folded: str, strangers: Mapping[str, Side | None]) -> Iterator[tuple[int, int, Voice]]:
    for m in find_people(text):
        yield m.start, m.end, Voice(text[m.start : m.end], m.id, m.side, "explicit")
    for name, side in strangers.items():
        for found in re.finditer(re.escape(name), folded):
            yield found.start(), found.end(), Voice(text[slice(*found.span())], None, side, "explicit")


def resolve(bare: re.Match[str], holders: Holders, last: Voice, home: Side | None) -> Voice | None:
    """Return who a bare title means: the one who spoke last, else the only holder, else the only one of its side."""
    whose = bare["whose"] or ""
    side = "us" if whose.startswith("美") else "cn" if whose.startswith("中") else None
    voices = [voice for voice in holders.get(bare["title"], ()) if side in (None, voice.side)]
    for voice in voices:
        if (voice.person, voice.person or voice.speaker) == (last.person, last.person or last.speaker):
            return voice
    if len(voices) > 1:
        voices = [voice for voice in voices if voice.side == home]
    return voices[0] if len(voices) == 1 else None
