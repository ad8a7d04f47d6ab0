"""Speakers in Chinese text whom no gazetteer knows: an office and a name, a crowd, an agency, a name after a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.naming.names import account_of, find_institutions, find_offices, find_places
from index.records import Side, Voice
from index.speech.casting import side_of_office_zh
from index.speech.cues import Cue, Scene
from index.speech.verbs_zh import CLAUSE

_OFFICES = (
    "主席|总统|总理|国务卿|部长|外长|防长|财长|主任|委员|书记|大使|先生|女士|特使|代表|助理|顾问|发言人|首相|议员|州长|会长|市长|省长|院长|校长|董事长|总裁"
    "|局长|司长|司令|参谋长|大臣|官员|成员|军官|警官|专员|专家|学者|负责人|议长|秘书长|总干事|经济学家|老兵|居民|学生|村民|市民|友人|司机|医生|教练|运动员|企业家|艺术家|演奏家|游客|网友|工程师|创始人|志愿者|校友|教师|老师|客商|店主|经理|分析师|教授|研究员"
)
_MANY = re.compile(
    r"(?:^|，)(?!正如)(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:对此[^，]{0,8}，)?[^，。]{0,16}(?:普遍|纷纷|一致)(?:希望|认为|表示|期待|指出)|^(?P<crowd>[\u4e00-\u9fff]{0,10}(?:舆论|各界|业内人士|专家|人士))[^，。]{0,12}(?:认为|关注|表示|指出)"
)
_TIME = r"(?:\d{1,2}日[^，。]{0,6}|(?:本)?(?:周|星期)[一二三四五六日天]|今天|当天|昨天|日前|近日|当日|随后|早些时候)?(?:（[^）]*）)?"
_STAGE = r"(?:（[^）]*）)?(?:在[^，。]{0,24}(?:上|中|时|后|期间|会议|之际)|就[^，。]{0,30}|对[^，。]{0,20})?(?:发表[^，。]{0,10}|举行[^，。]{0,16}|发布[^，。]{0,20}|答记者问时|接受[^，。]{0,16}采访时)?"
_SAY = "(?:表示|说|称|指出|强调|认为|宣布|介绍|回应|透露|警告|呼吁|证实|确认|否认|披露|坦言)"
# Whoever heads a sentence and says something, known to no gazetteer: 国家统计局表示， 以军称，
_SAYER = re.compile(
    rf"(?P<who>[\u4e00-\u9fff]{{2,16}}?)(?:还|也|则)?{_TIME}(?:还|也|则)?(?:发布[^，。]{{0,20}}|举行[^，。]{{0,16}})?(?:表示|宣布|报道称|报道说|称|指出|强调|提出|要求|预测|通报|通报称|介绍|证实|否认|披露)(?=[，：])"
)
# What makes a longer name of a country's: the Chinese Academy, American media, a French analyst.
NOUN = re.compile(
    r"(?:媒体|[报社台网]|人士|专家|学者|分析师?|公司|集团|银行|智库|大学|协会|学会|科学院|官员|发言人|负责人|部长?|院|局|署|委员?会?|军方?|警方|司令部|政府|当局|团体|民众|企业|机构"
    r"|代表|大臣|[总部院省市州]长|总统|总理|首相|主席|主任|大使|顾问|议员|司令|参谋长|秘书长|总干事|[·-][\u4e00-\u9fff]+)|^[\u4e00-\u9fff]{0,20}(?:长|员|官|总统|总理|[人兵民生友家师客])[\u4e00-\u9fff]{2,6}$"
)
_CITED = re.compile(r"援引(?P<who>[^，。]{2,30}?)的?(?:话|消息|说法|声明|讲话)(?:说|称|报道)")
_BY_REPORT = re.compile(
    r"(?:此外，|另|而|但|不过，)?据(?P<who>(?!了解|悉|报道|统计|介绍|初步|不完全)[\u4e00-\u9fff·《》“”]{2,20}?)(?:网站)?"
    r"(?:\d{1,2}日|今天|昨天|当天|当地时间\d{1,2}日)?(?:（[^）]*）)?(?:发布|公布)?的?(?:报道|消息|数据|披露|透露|通报|援引|称)"
)
_TEXTS = re.compile(r"(?:这份|该|联合)?(?:声明|公报|公告|文件|报告|文章|谈话)")
_TRAILING = re.compile(
    r"(?:明确|撰文|高兴地回应|同时|反驳|批评|补充|随后|还|则|也|今天|当天|昨天|日前|表示|发表[\u4e00-\u9fff]*)$"
)
_LEADING = re.compile(r"^(?:据|但是?|而|不过|此外|同时)")
_NAMED_LAST = re.compile(r"[”」][。，]?(?P<name>[\u4e00-\u9fff·]{2,10})(?:说|表示|称|强调|指出)[。]?$")
# An office and an unknown name before a verb of speech: 格林纳达驻华大使马岩表示.
_UNKNOWN = re.compile(
    rf"(?P<phrase>[\u4e00-\u9fff、]{{0,24}}(?:{_OFFICES}))"
    rf"(?P<name>(?!发表|发布|举行|对此|今天|当天|日前|随后|接受|回应|回答|提问|就|在|还|也|则|馆|级|部|院|府|方面|抱怨|分析|预测)[\u4e00-\u9fff]{{2,6}}?|[\u4e00-\u9fff]{{1,8}}(?:[·-][\u4e00-\u9fff]{{1,8}}?)+?)?"
    rf"(?:对此|也|还|随后|则)?{_TIME}{_STAGE}{_SAY}(?=[，：:,]|$)"
)
_HOME = re.compile(r"中国|中方|中共|国务院|外交部|商务部|国防部|全国人大|中联办|国台办|自治区")
_LOCAL = re.compile(r"省|市|国家|公安|应急管理部|海关|教育部|卫健委|财政部|央行")  # every country has some
# Somebody of a company: 藍箭航天相關負責人; not of a ministry, a bureau, a city …
_COMPANY = re.compile(
    r"(?!中国|国家)[\u4e00-\u9fff]{2,10}(?<![部局委署院办厅司处省市县区会站关所方心团相有])(?:相关|有关)?负责人"
)
_CHINESE = re.compile("中国|中方|中共|中联办|国台办|大陆|北京")
_TAIWANESE = re.compile(r"^(?:台湾|台|民进党|国民党|行政院|总统府|陆委会)")
# A country by its first character before an office: 俄国防部, 以总理.
_SHORT_FOREIGN = re.compile(
    r"据?[俄乌以伊日韩英法德印巴泰越菲澳加意西荷瑞希土埃沙叙黎朝](?:国防|外交|总统|总理|外长|防长|军|方|媒|财长|首相|议|国家安全|武装|新闻)"
)
_AMERICAN = re.compile(r"美国|美方|美")
_ABROAD = re.compile(
    r"驻华|(?<!中)(?<!我)[\u4e00-\u9fff]国(?!家)|法|德|英|日本|韩|俄|欧盟|联合国|东盟|[以俄乌伊日印巴叙黎朝]军|[以俄乌伊日印巴叙黎朝]方|武装"
)
_PRIVATE = re.compile(
    r"公司|集团|银行|企业|高盛|报道|通讯社|日报|大学|研究所|智库|协会|商会|机构|媒体|外媒|外方|人士|舆论|[民群观听受]众|网友|会长|董事长|总裁|首席|校长|老兵|居民|学生|村民|市民|友人|司机|医生|教练|运动员|企业家|艺术家|演奏家|游客|网友|工程师|创始人|志愿者|校友|教师|老师|客商|店主|经理|基金会|联合会|商界|企业家|运动员|球员|艺术家|大家|代表们|专家|学者|教授|研究员|分析师|市民|居民|游客|村民|网民|各方|各国|与会|业内|[美英法德日韩俄以印]媒"
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A speaker whom no gazetteer knows: where the name begins and ends, and the cue."""

    start: int
    end: int
    cue: Cue


def find_stranger(text: str, folded: str, scene: Scene) -> Stranger | None:
    """Return a speaker whom no gazetteer knows: an office and a name, a crowd, a name after a quotation."""
    if (found := _CITED.search(folded)) and not scene.speech:
        return _named(text, found, "who", _side_of_phrase(found["who"], scene))
    for clause in CLAUSE.finditer(folded):
        if found := _UNKNOWN.match(folded, clause.start()):
            return _official(text, found, scene)
    if found := _MANY.search(folded):
        says = found.group().endswith(("表示", "指出"))  # what many only think is mentioned in passing
        return _named(text, found, "who" if found["who"] else "crowd", "other", lasts=says)
    if (found := _SAYER.match(folded, _skip_stage(folded))) and not re.search(
        r"这|那|再|的$|以$|可以|我|进一步|正如|^(?:报道|消息)", found["who"]
    ):
        return _sayer(text, found, scene)
    found = _NAMED_LAST.search(folded)
    return _named(text, found, "name", None) if found else None


def find_reported(text: str, folded: str, scene: Scene) -> Cue | None:
    """Return whose report a sentence gives that nobody else speaks in: 据俄罗斯国防部消息; China's own media are none."""
    found = None if scene.carried.side else _BY_REPORT.match(folded)
    if found is None or account_of(found["who"]) == "cn":
        return None
    return _named(text, found, "who", _side_of_phrase(found["who"], scene) or "other", lasts=False).cue


def _named(text: str, found: re.Match[str], group: str, side: Side | None, lasts: bool = True) -> Stranger:
    start, end = found.span(group)
    return Stranger(start, end, Cue("speaker", Voice(text[start:end], None, side, "explicit"), lasts=lasts))


def _official(text: str, found: re.Match[str], scene: Scene) -> Stranger:
    group = "name" if found["name"] else "phrase"
    start, end = found.span(group)
    start += len(found[group]) - len(_LEADING.sub("", found[group]))
    end -= len(found[group]) - len(_TRAILING.sub("", found[group]))
    side = _side_of_phrase(found["phrase"], scene)
    if "·" in (found["name"] or "") and side != "us":  # a name so written is no Chinese one
        side = "other"
    return Stranger(found.start(), end, Cue("speaker", Voice(text[start:end], None, side, "explicit")))


def _sayer(text: str, found: re.Match[str], scene: Scene) -> Stranger:
    who = re.sub(r"[都均]$", "", found["who"])
    start = found.start("who")
    voice = Voice(text[start : start + len(who)], None, None, "explicit")
    if who in ("他们", "她们"):
        voice = Voice(voice.speaker, None, scene.last_subject.side, "explicit")
    elif _TEXTS.fullmatch(who):  # a statement speaks for who issued it
        author = scene.cast.author if scene.cast.author.side else scene.last_person
        voice = Voice(who, author.person, author.side or scene.cast.home, "explicit")
    else:
        voice = Voice(voice.speaker, None, _side_of_phrase(who, scene), "explicit")
    return Stranger(start, start + len(who), Cue("speaker", voice))


def _skip_stage(folded: str) -> int:
    """Return where a sentence begins behind its time or occasion: 14日，"""
    lead = re.match(
        r"(?:[^，。]{0,16}(?:日|时|后|上|中)，)?(?:据[^，。]{2,24}(?:报道|消息)(?:称|说)?，)?(?:但是?|而|此外)?", folded
    )
    return lead.end() if lead else 0


def _side_of_phrase(phrase: str, scene: Scene) -> Side | None:
    if (
        _PRIVATE.search(phrase)
        or _COMPANY.fullmatch(phrase)
        or account_of(phrase) == "press"
        or ("驻华" in phrase and not _AMERICAN.search(phrase))
    ):
        return "other"
    if _TAIWANESE.search(phrase):
        return "other"
    if find_places(phrase):
        return side_of_office_zh(phrase)
    if _SHORT_FOREIGN.match(phrase):
        return "other"
    if _AMERICAN.search(phrase):
        return "us"
    if any(m.side == "other" for m in (*find_institutions(phrase), *find_offices(phrase))):
        return "other"
    if _HOME.search(phrase):
        return "other" if scene.cast.home == "other" and not _CHINESE.search(phrase) else "cn"
    if _LOCAL.search(phrase):
        abroad = scene.cast.guest if not scene.cast.meeting else None
        return abroad or scene.cast.home
    return "other" if _ABROAD.search(phrase) else None
