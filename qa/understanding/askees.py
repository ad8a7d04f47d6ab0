"""Whose words a question asks for, and in whose account; knows nothing of topics, dates or what is held."""

from __future__ import annotations

import re

from index.records import Account, Side
from index.words import fold, is_han
from qa.understanding.frames import (
    AUXILIARIES,
    CHINESE_OBJECT_BEFORE,
    CHINESE_SPEECH_AFTER,
    POSITION_NOUNS,
    SPEECH_VERBS,
)
from qa.understanding.nations import is_bare
from qa.understanding.tellers import asked_accounts, find_tellers
from qa.understanding.texts import PUBLISHED_BEFORE, READOUT_NOUNS
from qa.understanding.voices import Askee, are_joined, name_voices

# After "did Biden": a verb of speech or of mind, or nothing that is a verb.
_SPEAKS = re.compile(
    r"\s+(?:\w+ly\s+|also\s+|ever\s+|actually\s+)?(?:say|state|tell|ask|give|gave|issue|deliver|convey|voice|outline|lay|spell|set|sum|warn|want|demand|promise|pledge|call|describe|mention|raise|stress|emphasi[sz]e|reiterate|express"
    r"|propose|think|put|view|see|use|warn|agree|commit|oppose|support|explain|characteri[sz]e|offer|define|frame|regard|consider|comment|respond|react|claim|argue"
    r"|suggest|request|criticise|criticize|complain|insist|reaffirm|restate|reassure|condemn|applaud|commend|inform|brief|acknowledge|recogni[sz]e|accept|hope|intend|plan|announce|urge|thank|praise|have to say|refer|bring|talk|speak"
    r"|discuss|sum up|judge|assess|portray|size up|justify|answer|evaluate|rate|interpret|present|defend|dismiss|reject|deny|concede|admit|confirm|note|underscore|underline|highlight|caution|predict|expect|remark|recall|vow|assure|himself|herself|themselves|make of|feel|believe|make clear|address|cite|list|name|identify|and\b|or\b|in\b|on\b|about\b|to\b|at\b|for\b|with\b|side\b|during\b)"
)


# An office behind the side that it is of: the US president, the Chinese foreign minister.
_OFFICE = re.compile(
    r"^\s+(?:(?:vice|deputy|foreign|defen[cs]e|treasury|commerce|prime|top|senior)\s+){0,2}(?:president|premier|secretary(?: of (?:state|commerce|the treasury|defen[cs]e))?"
    r"|minister|leader|ambassador|officials?|spokes\w+|diplomats?|negotiators?|delegation|government|military|(?:treasury|state|commerce|defen[cs]e)(?: department)?|(?:foreign|commerce|defen[cs]e|finance) ministry)\b(?!['’])"
)
# 引述秦刚在会见时的发言: whose words are to be quoted
_QUOTE_OF = re.compile(r"(?:引述|引用|摘录|复述|转述|列出|给出|摘引)(?:一下)?$")
_WORDS_OF = re.compile(r"[^，,。？?]{0,30}的?(?:发言|讲话|话|原话|表态|致辞|言论)")
_ONE = re.compile(r"\bone[- ]$|一个$|一$")  # the one-China policy is nobody's voice
# In a clause of a condition nobody is asked: "if China refuses, …", 要是中方不配合，…
_CONDITION = re.compile(r"\bif\b[^,?]*(?:,|$)|(?:如果|要是|假如|假使|倘若|一旦|若是?)[^，,？?]*(?:[，,]|$)")
# A clause of time or of the topic between a subject and its verb: 布林肯访华时，…
_TIME_CLAUSE = re.compile(
    r"[^，,。？?]{0,24}?(?:时|期间|之后|后|之际|时候|当天|当日|之前|前|(?:首次|首度|第[一二三]次|头一次|上次|那次)[^，,。？?]{0,8}(?:通话|会晤|会谈|会面|见面)|(?:[两二三几][次度]|先后|分别)[^，,。？?]{0,8}(?:见|访)[^，,。？?]{0,8})[，,]|(?:对|就|关于)(?![^，,]*(?:说|讲|表示|指出|告诉))[^，,。？?]{2,24}[，,]"
)
# Whom somebody saw or met is asked, not what was said.
_WHOM_MET = re.compile(
    r"\b(?:whom?|which (?:\w+ ){0,3}?(?:officials?|leaders?|people|ministers?|presidents?|executives?|envoys?|diplomats?|counterparts?))\b[^?]*\b(?:see|meet|met|receive|visit|host)\b"
)
_OWN_TELLING = re.compile(r"(?:'s|’s|s’|s')\s+(?:own\s+)?(?:telling|account|version|statement|words)\b")
# Two people who did something together are no speakers: have Xi and Trump met
_TOGETHER = re.compile(
    r"\s+and\s+(?:(?:[A-Z]\w+|president|premier|secretary)\s+){1,3}(?:met|meet|spoken|spoke|talked|held|hold|had)\b",
    re.IGNORECASE,
)
# Somebody's meeting with whom is meant, where a verb follows that belongs to "did": what did the readout of … with Li say
_AS_OBJECT = re.compile(r"\b(?:did|does|do)\b.*\b(?:with|to|by|between|on|about)\s+(?:the\s+)?(?:\w+\s+)?$")
_AFTER_OBJECT = re.compile(r"\s+(?:say|state|tell|mention|describe|put|contain|list|call|raise|stress|use|agree)\b")
# Between two sides in English: what does Beijing say Washington promised
_SAYS_OF = re.compile(r"\s+(?:say|says|said|claim|claims|claimed|report|reported)\s+(?:that\s+)?(?:the\s+)?(?:\w+\s+)?")
# After who tells somebody else something: all that follows is his, 习近平对拜登说中国….
_TELLS_SOMEBODY = re.compile(
    r"(?:国家主席|主席|总统)?(?:在[^，,。？?]{1,12})?(?:对|向|跟|同|与|和)[^，,。？?分各双]{1,14}?(?:说|讲|表示|指出|强调|谈到|提到|告诉|解释)"
)
# Between two sides: the first tells what the second's position is, 王毅说…感受到美方对…是什么态度.
_TELLS_OF = re.compile(r"(?![^，]*(?:分别|各|双方))[^？?]{0,4}(?:说|表示|介绍|称|转述|透露)[^？?和与]{0,24}")
# What was to be done by somebody, or to him, is no speech of his.
_PASSIVE = re.compile(r"\s+(?:expected|due|supposed|meant|scheduled|set|slated|going|asked|told|urged) to\b")
_ASKED_BY_PRESS = re.compile(r"记者[^，,。？?]{0,6}问(?:到|起)?$")
_REPLY = re.compile(r"回答|回应|答复|怎么[答说讲]|如何[答说]")
# What may follow a side that is the subject of a Chinese clause.
_HEADS_CLAUSE = re.compile(
    r"(?:方面|政府|官方|一方|官员|领导人|总统|代表团?|[^，,。？?]{0,3}(?:部长|外长|财长|防长|国务卿|总理|主席|大使|特使|发言人|顾问))?(?:在|就|对|关于|针对|于|如何|怎|是|有|没|说|讲|谈|表|指|强|称|认|提|要|希|承|重|回|评|的|用|把|又|还|也|曾|都"
    r"|自己|批|警告|告诫|感谢|抱怨|透露|宣布|答应|保证|坚持|担心|质疑|抗议|到底|究竟|主张|反|支|愿|想|期待|向|给|什么|哪|各|分别|和|与|同|跟|、|，|,|？|\?|$|\d|为|对此|形容|描述|定义|解释|介绍|感|不|应|作|做|阐|欢迎|同意|敦促|呼吁|警告|宣布|声明)"
)


def find_askees(text: str) -> tuple[list[Askee], tuple[Account, ...]]:
    """Return whose words `text` asks for, and whose accounts alone are to be searched."""
    folded = fold(text)
    tellers: dict[int, Account | None] = {**find_tellers(text, folded)}
    named = _asked_voices(text, folded)
    askees = [askee for askee in named if askee.start not in tellers]
    if not askees:  # whoever only tells is asked after all where nobody else is, and in texts of their own
        askees = named
    askees = _tells_alone(folded, askees)
    if (
        len(askees) > 1
        and len({askee.side for askee in askees[:-1]}) == 1
        and any(seam.fullmatch(folded, askees[0].end, askees[-1].start) for seam in (_SAYS_OF, _TELLS_OF))
    ):
        tellers[askees[0].start] = _own_account(askees[0].side)
        askees = askees[-1:]
    accounts = (*asked_accounts(text, folded).values(), *tellers.values())
    return askees, tuple(dict.fromkeys(account for account in accounts if account))


def _tells_alone(folded: str, askees: list[Askee]) -> list[Askee]:
    """Return only the first where he tells somebody else, and the others are sides that he speaks of."""
    if len(askees) > 1 and not askees[0].person and are_joined(folded, askees[0], askees[1]):  # 越南和中国怎么说
        return askees
    if askees and _TELLS_SOMEBODY.match(folded, askees[0].end) and not any(voice.person for voice in askees[1:]):
        return askees[:1]
    return askees


def _own_account(side: Side | None) -> Account | None:
    return side if side in ("cn", "us") else None


def _asked_voices(text: str, folded: str) -> list[Askee]:
    """Return the people and sides whose words are asked for, not those that are only spoken of."""
    named = name_voices(text, folded)
    if _WHOM_MET.search(folded):
        return []
    supposed = [found.span() for found in _CONDITION.finditer(folded)]
    named = [v for v in named if not any(start <= v.start < end for start, end in supposed)]
    named = [v for v in named if not _ONE.search(folded[: v.start])]
    is_subject = _is_chinese_subject if is_han(text) else _is_english_subject
    asked = [voice for i, voice in enumerate(named) if is_subject(folded, voice, named[:i], named[i + 1 :])]
    if asked and (asked[0].nation is None or any(voice.person and voice.side == "other" for voice in asked)):
        # a country beside them is what they speak of, or for
        joined = {other for one, other in zip(named, named[1:], strict=False) if are_joined(folded, one, other)}
        asked = [v for v in asked if v in joined or not (v.nation and is_bare(v.nation))]
    return sorted({*asked, *_partners(folded, named, asked)}, key=lambda voice: voice.start)


def _partners(folded: str, named: list[Askee], asked: list[Askee]) -> list[Askee]:
    """Return the people joined by "and" to someone asked: of two who do something together neither is left out."""
    pairs = zip(named, named[1:], strict=False)
    joined = [(one, other) for one, other in pairs if are_joined(folded, one, other)]
    joined = [(one, other) for one, other in joined if one.side and other.side and one.side != other.side]
    return [voice for pair in joined if set(pair) & set(asked) for voice in pair]


def _is_english_subject(folded: str, voice: Askee, before: list[Askee], after: list[Askee]) -> bool:
    head, tail = folded[: voice.start], folded[voice.end :]
    office = None if voice.person else _OFFICE.match(tail)
    tail = tail[office.end() :] if office else tail
    if (office or voice.person) and _OWN_TELLING.match(tail):
        return True
    if _PASSIVE.match(tail) or PUBLISHED_BEFORE.search(head) or _AFTER_OBJECT.match(tail) and _AS_OBJECT.search(head):
        return False
    if READOUT_NOUNS.match(tail) or re.match(
        r"[\s-]+(?:and|/)\s+[\w.]+\s+(?:summit|relations?|ties|talks|meeting)|-", tail
    ):
        return False
    if _TOGETHER.match(tail) or re.match(r"\s+(?:for|word|term|translation|original|version|wording of)\b", tail):
        return False
    if not head and re.match(r"(?:'s|’s)?\s+(?:on|about|regarding)\b|\s*[,:]\s", tail):  # Xi on Taiwan
        return True
    if POSITION_NOUNS.match(tail) or SPEECH_VERBS.match(tail):
        return True
    if re.match(r"['’]s?\s", tail):  # Trump's visit: something of theirs is asked about, not their words
        return False
    if re.search(
        r"\b(?:according to|attributed to|in the words of|words? (?:of|by)|(?:remarks?|comments?|speech|reply) (?:of|by)|said by|made by|promised by|(?:words?|quotes?|statements?|remarks?|messages?|promises?|pledges?|commitments?|demands?|concerns?|response|reaction|reply|anything|heard?) from)\s+(?:the\s+)?(?:(?!about\b|on\b|to\b|for\b|with\b|in\b)\w+\s+){0,2}$",
        head,
    ):
        return True
    if re.match(r"\s+(?:\w+ly\s+)?[a-z]+", tail) and not _SPEAKS.match(tail):
        return False
    return bool(AUXILIARIES.search(head)) and not re.search(
        r"\b(?:of|to|with|about|on|for|against|at|in)\s+(?:the\s+)?(?:\w+\s+)?$", head
    )


def _is_chinese_subject(folded: str, voice: Askee, before: list[Askee], after: list[Askee]) -> bool:
    head, tail = folded[: voice.start], folded[voice.end :]
    if _ASKED_BY_PRESS.search(head) and _REPLY.search(tail):  # 记者问拜登…，他怎么回答
        return True
    if _QUOTE_OF.search(head) and _WORDS_OF.match(tail):
        return True
    if CHINESE_OBJECT_BEFORE.search(head) or READOUT_NOUNS.match(tail):
        return False
    if re.search(r"(?:^|\s)$", head) and re.match(r"\s|$", tail) and " " in folded:  # 台湾 2023 美方
        return True
    if re.search(r"[和与同跟]$", head) and not re.search(r"分别|各|双方|都", tail):
        return False
    if re.match(
        r"(?:国家主席|总统|主席|国务卿)?(?:和|与|同|跟|、)[^，。？?]{1,10}(?:会晤|会谈|会面|通话|见面|关系)", tail
    ):
        return False
    if clause := _TIME_CLAUSE.match(tail):
        if any(0 <= other.start - voice.end - clause.end() <= 2 for other in after):
            return False
        tail = tail[clause.end() :]
        after = []
    if voice.person is None and not _HEADS_CLAUSE.match(tail):  # 美国青少年: a side that only describes
        return False
    until = min((other.start - voice.end for other in after if other.side != voice.side), default=len(tail))
    said = CHINESE_SPEECH_AFTER.match(tail)
    return said is not None and (
        said.end() <= until
        or re.match(r"[^，,。？?]{0,30}?(?:对|就|关于|向|给|要求|希望|跟|同|与|和)", tail[:until]) is not None
    )
