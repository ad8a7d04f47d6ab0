"""The kinds of fact that a question may ask for, each with the words that ask for it and the words that give it.

Chinese patterns are in Simplified characters and are tried on folded text. Knows nothing of readouts.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.understanding.frames import ATTENDANCE

# Who is asked for: not "who" behind a noun (the leaders who came), not a thing (what role).
_PERSONS = (
    r"leaders?|officials?|ministers?|presidents?|premiers?|people|persons?|friends?|envoys?|guests?|executives?|lawmakers?"
    r"|senators?|governors?|businessm[ae]n|entrepreneurs?|acquaintances?|counterparts?|dignitaries|heads? of (?:state|government)"
)
_WHO = rf"(?:(?:^|[,;:.?] ?|\band |\bbut |\bor )(?:with )?whom?(?: else| all)?\b|\b(?:which|what) (?:(?!(?:did|do|does|has|have|had|was|were|is|are|will)\b)[\w'-]+ ){{0,3}}(?:{_PERSONS})\b)"
_WHO_ZH = r"(?:谁|何人|什么人|哪[些几]?(?:位|名)|哪个人|哪[些几][^，。？?]{0,6}(?:人|官员|首脑|总统|总理|部长|外长|代表|朋友|客人|嘉宾|相识|企业家|议员|将领))"

_TRIPS = r"visits?|trips?|travels?|travelling|traveling|go|come|meet|meetings?|talks|calls?|dialogues?|summits?"


def _compile(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of fact: what asks for it and what gives it.

    Where it is people, so many that the question does not name give it by themselves (`people`), or must be named
    beside its words (`others`).
    """

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    people: int = 0
    others: bool = False


FACTS = (
    Fact(
        "leader",
        _compile(
            rf"{_WHO} (?:led|leads?|head(?:s|ed)?|chair(?:s|ed)?|presided|co-chair\w*)\b|\b(?:led|headed|chaired) by whom\b",
            r"(?:谁|哪位|何人)[^，。？?]{0,6}(?:率|带队|带领|领军|领队|牵头|主持)|团长是|率团的|带队的",
        ),
        re.compile(r"率|团长|牵头|主持|\b(?:led|leads?|leading|head(?:s|ed)|chair\w*|co-chair\w*)\b"),
    ),
    Fact(
        "presence",
        _compile(
            ATTENDANCE.pattern,
            rf"{_WHO}.*\b(?:in the room|at the table|(?:at|by) (?:his|her|their|\w+'s) side|beside|alongside|next to|sat|seated|join(?:ed|s)?|came along|came with|travel\w* with|flew with|with (?:him|her|them)|(?:was|were) with \w+|on (?:the|\w+'s) (?:\w+ )?(?:team|side))\b",
            rf"{_WHO_ZH}[^，。？?]*(?:在场|在座|身边|旁边|身旁|到场|同行|同桌|列席|一起去|一道去)",
            rf"(?:在场|在座|身边|旁边|身旁|到场|同行|同桌|列席)[^，。？?]*{_WHO_ZH}|{_WHO_ZH}[^，。？?]{{0,2}}(?:陪|跟着)|(?:来|去)了(?:些|哪些)?{_WHO_ZH}",
        ),
        re.compile(
            r"参加|出席|陪同|在座|在场|与会|列席|随行|同行"
            r"|\b(?:attend\w*|participat\w*|accompan\w*|joined by|led by|included|present|delegation)\b"
        ),
        people=3,
    ),
    Fact(
        "inviter",
        _compile(
            r"\bwhose (?:\w+ )?(?:idea|initiative|invitation|request|behest|suggestion|proposal)\b|\bat (?:whose|what) \w+\b",
            rf"{_WHO} (?:first |originally )?(?:invited|initiated|requested|proposed|suggested|asked for|called for|placed|set up|arranged)\b",
            r"\bwhich (?:side|of (?:the two|them)|country|government) (?:had )?(?:asked for|initiated|requested|proposed|invited)\b",
            r"\bwho (?:called|phoned|rang) (?:who|whom)\b|\b(?:picked up|reached for) the phone\b|谁打给谁|(?:谁|哪一?方)先?(?:提出来?|打的?电话|打来|开口)",
            r"(?:谁|哪一?方|哪边|哪国|何人)[^，。？?]{0,6}(?:发起|提议|提出来?的|倡议|邀请|相邀|主动|约|安排|牵线)|应(?:谁|何人|哪)|谁的(?:提议|邀请|主意|要求|倡议|建议)",
        ),
        re.compile(
            r"应[^，。]{1,24}(?:邀请|约|请求|要求)|邀请|应约|提议|倡议|发起|主动|战略决定"
            r"|\b(?:invit\w+|initiat\w+|request\w*|propos\w+|at the behest|suggest\w+)\b"
        ),
    ),
    Fact(
        "host",
        _compile(
            rf"{_WHO} (?:co-)?(?:hosts?|hosted|organi[sz]e[sd]?|sponsor\w*|threw|gave|put on)\b|\b(?:hosted|organi[sz]ed|sponsored|held) by (?:whom|which|what)\b",
            r"\b(?:which|what) (?:[\w'-]+ ){0,3}(?:organi[sz]ations?|groups?|bodies|associations?|companies|institutions?) (?:put on|(?:co-)?host\w*|organi[sz]ed|sponsored|held|gave|threw)\b",
            r"(?:谁|哪些|哪家|哪几家|什么(?:机构|团体|组织))[^，。？?]{0,8}(?:举办|办[的了过]|主办|举行|承办|设宴|做东|作东|款待)",
        ),
        re.compile(r"举办|主办|举行|承办|联合|设宴|宴请|\b(?:host\w*|co-host\w*|organi[sz]ed|sponsor\w*|held by)\b"),
    ),
    Fact(
        "coming",
        _compile(
            r"\b(?:due in|bound for|head(?:ed|ing) (?:to|for)|going to|travel+ing to) (?:china|beijing|washington|america|the united states)\b",
            rf"\b(?:will|going to|due to|set to|slated to|expected to|planning to|about to|supposed to)\b (?:\w+ ){{0,4}}?(?:{_TRIPS})\b",
            rf"\b(?:next|upcoming|coming|planned|follow-up) (?:\w+ )?(?:{_TRIPS}|steps?|rounds?|moves?)\b|\b(?:what|who) (?:\w+ )?(?:comes?|was|is) (?:to come )?next\b",
            r"下一步|接下来|下一?次|下一?轮|后续(?:安排|步骤|工作)|即将|(?:将要?|要|准备|打算|计划)(?:去|来|访|赴|出访|前往)",
        ),
        re.compile(
            r"将|拟|定于|计划|下一?步|下一?轮|愿安排|后续|期待|欢迎[^，。]{0,12}访|邀请[^，。]{0,16}访"
            r"|\b(?:will|plans? to|planned|upcoming|in the coming|next|later this|scheduled|follow-up|look(?:s|ed|ing)? forward|intend\w*|expects? to"
            r"|(?:decided|agreed?|hoped?) to (?:again )?(?:meet|hold|convene|visit|travel|host)|this (?:spring|summer|fall|autumn|winter))\b"
        ),
    ),
    Fact(
        "others met",
        _compile(
            rf"{_WHO}[^,;?]*\b(?:meet|met|meets|see|saw|seen|receive[ds]?|(?:sit|sat) down with|(?:hold|held) talks|talk(?:ed)? to|call(?:ed)? on)\b",
            rf"{_WHO_ZH}[^，。？?]{{0,16}}(?:会见|接见|见面|碰面|会面|会晤|见(?:到|了|过|他|她)|来见)",
            rf"(?:会见|接见|会晤|见)(?:了|过|到)?[^，。？?]{{0,4}}{_WHO_ZH}",
        ),
        re.compile(
            r"会见|会晤|会面|[同与和][^，。]{1,24}会谈|接见|见面|碰面|来见|专程|前来|赶赴|赴约"
            r"|\b(?:meet|met|meets|meeting|receive[ds]?|(?:sit|sat) down with|(?:hold|held) talks|bilateral)\b"
        ),
        others=True,
    ),
)

# What weighs a meeting or somebody: asked for by nouns of judging and of tone, given by what it is called.
EVALUATION = Fact(
    "evaluation",
    _compile(
        r"\b(?:verdict|impressions?|assess\w*|evaluat\w*|mood|tone|atmosphere|judge[ds]?|judg(?:e?ment|ing)|sum(?:s|med)? up)\b",
        r"\bhow (?:well|successful|productive|useful|constructive)\b|\bhow did [\w' ]{2,40} go\b",
        r"评价|印象|风格|气氛|氛围|心情|情绪|语气|口吻|基调|总结|概括|谈得(?:如何|怎么样|怎样|好)|顺利吗|成功吗",
    ),
    re.compile(
        r"成功|积极|坦诚|建设性|深入|历史性|里程碑|友好|富有成[果效]|务实|有益|圆满|标志性|全面|热烈|真诚|高质量|伟大|重要|大事件|有利于|顺利|满意|难忘"
        r"|\b(?:candid|frank|constructive|productive|substantive|straightforward|respectful|success\w*|historic|milestone"
        r"|in-depth|friendly|positive|good|great|useful|direct|honest|cordial|warm|wide-ranging|professional|important|open)\b"
    ),
)
