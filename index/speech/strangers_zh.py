"""Speakers in Chinese text whom no gazetteer knows: an office and a name, a crowd, an agency, a name after a quotation."""

from __future__ import annotations

import re

from index.naming.names import find_places
from index.records import Side, Voice
from index.speech.cues import Cue

CLAUSE = re.compile(r"[^，,；;：:。！？!?“”\"「」『』（）()]+")
_OFFICES = (
    "主席|总统|总理|国务卿|部长|外长|防长|财长|主任|委员|书记|大使|先生|女士|特使|代表|助理|顾问|发言人|首相|议员|州长|会长|市长|省长|院长|校长|董事长|总裁"
    "|局长|司长|专家|学者|负责人|议长|秘书长|总干事"
)
_MANY = re.compile(
    r"(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:对此)?[^，。]{0,16}(?:普遍|纷纷|一致)(?:希望|认为|表示|期待|指出)|(?P<crowd>[\u4e00-\u9fff]{0,10}(?:舆论|各界))[^，。]{0,12}(?:认为|关注)"
)
# Whoever heads a sentence and says something, known to no gazetteer: 国家统计局表示， 以军称，
_SAYER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,16}?)(?:\d{1,2}日)?(?:还|也|则|今天|当天|随后|昨天)?(?:发布[^，。]{0,20}|举行[^，。]{0,16})?(?:表示|宣布|称|指出|强调|预测|通报|通报称)(?=[，：])"
)
_NAMED_LAST = re.compile(r"[”」][。，]?(?P<name>[\u4e00-\u9fff·]{2,10})(?:说|表示|称|强调|指出)[。]?$")
# An office and an unknown name before a verb of speech: 格林纳达驻华大使马岩表示.
_UNKNOWN = re.compile(
    rf"(?P<phrase>[\u4e00-\u9fff、]{{0,24}}(?:{_OFFICES}))"
    rf"(?P<name>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+)?(?:对此|也|还|随后|则)?(?:表示|说|称|指出|强调|认为)(?=[，：:,]|$)"
)
_HOME = re.compile(r"中国|中方|中共|国务院|外交部|商务部|国防部|省|市|自治区|全国人大|国家")
_AMERICAN = re.compile(r"美国|美方|美")
_ABROAD = re.compile(r"驻华|[\u4e00-\u9fff]国|法|德|英|日本|韩|俄|欧盟|联合国|东盟")


def find_stranger(text: str, folded: str) -> Cue | None:
    """Return the cue of a speaker whom no gazetteer knows: an office and a name, a crowd, a name after a quotation."""
    for clause in CLAUSE.finditer(folded):
        if found := _UNKNOWN.match(clause.group()):
            group = "name" if found["name"] else "phrase"
            start, end = (clause.start() + offset for offset in found.span(group))
            side = "other" if "·" in clause.group() else _side_of_phrase(found["phrase"])
            return Cue("speaker", Voice(text[start:end], None, side, "explicit"))
    if found := _MANY.match(folded):
        return Cue("speaker", Voice(text[slice(*found.span(found.lastgroup or 0))], None, "other", "explicit"))
    if (found := _SAYER.match(folded)) and not re.search(r"这|那|也|再|的$|以$|可以|我|进一步", found["who"]):
        who = found["who"]
        side = _side_of_phrase(who) or ("other" if find_places(who) else None)
        return Cue("speaker", Voice(text[: found.end("who")], None, side, "explicit"))
    if found := _NAMED_LAST.search(folded):
        return Cue("speaker", Voice(text[slice(*found.span("name"))], None, None, "explicit"))
    return None


def _side_of_phrase(phrase: str) -> Side | None:
    if "驻华" in phrase and not _AMERICAN.search(phrase):
        return "other"
    if _AMERICAN.search(phrase):
        return "us"
    if _HOME.search(phrase):
        return "cn"
    return "other" if _ABROAD.search(phrase) else None
