"""Speakers in Chinese text whom no gazetteer knows: an office and a name, a crowd, an agency, a name after a quotation."""

from __future__ import annotations

import re

from index.naming.names import find_places
from index.records import Side, Voice
from index.speech.casting import side_of_office_zh
from index.speech.cues import Cue, Scene
from index.speech.verbs_zh import CLAUSE

_OFFICES = (
    "主席|总统|总理|国务卿|部长|外长|防长|财长|主任|委员|书记|大使|先生|女士|特使|代表|助理|顾问|发言人|首相|议员|州长|会长|市长|省长|院长|校长|董事长|总裁"
    "|局长|司长|专家|学者|负责人|议长|秘书长|总干事|经济学家|分析师|教授|研究员"
)
_MANY = re.compile(
    r"(?:^|，)(?!正如)(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:对此[^，]{0,8}，)?[^，。]{0,16}(?:普遍|纷纷|一致)(?:希望|认为|表示|期待|指出)|^(?P<crowd>[\u4e00-\u9fff]{0,10}(?:舆论|各界|业内人士|专家|人士))[^，。]{0,12}(?:认为|关注|表示|指出)"
)
_TIME = r"(?:\d{1,2}日[^，。]{0,6}|今天|当天|昨天|日前|近日|当日|随后|早些时候)?"
_STAGE = r"(?:（[^）]*）)?(?:在[^，。]{0,24}(?:上|中|时|后)|就[^，。]{0,30}|对[^，。]{0,20})?(?:发表[^，。]{0,10}|举行[^，。]{0,16}|发布[^，。]{0,20}|答记者问时|接受[^，。]{0,16}采访时)?"
_SAY = "(?:表示|说|称|指出|强调|认为|宣布|介绍|回应|透露|警告|呼吁)"
# Whoever heads a sentence and says something, known to no gazetteer: 国家统计局表示， 以军称，
_SAYER = re.compile(
    rf"(?P<who>[\u4e00-\u9fff]{{2,16}}?)(?:还|也|则)?{_TIME}(?:还|也|则)?(?:发布[^，。]{{0,20}}|举行[^，。]{{0,16}})?(?:表示|宣布|称|指出|强调|预测|通报|通报称)(?=[，：])"
)
_TEXTS = re.compile(r"(?:这份|该|联合)?(?:声明|公报|公告|文件|报告|文章|谈话)")
_TRAILING = re.compile(r"(?:今天|当天|昨天|日前|表示|发表[\u4e00-\u9fff]*)$")
_NAMED_LAST = re.compile(r"[”」][。，]?(?P<name>[\u4e00-\u9fff·]{2,10})(?:说|表示|称|强调|指出)[。]?$")
# An office and an unknown name before a verb of speech: 格林纳达驻华大使马岩表示.
_UNKNOWN = re.compile(
    rf"(?P<phrase>[\u4e00-\u9fff、]{{0,24}}(?:{_OFFICES}))"
    rf"(?P<name>(?!发表|发布|举行|对此|今天|当天|日前|随后|接受|回应|就|在|还|也|则)[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+)?"
    rf"(?:对此|也|还|随后|则)?{_TIME}{_STAGE}{_SAY}(?=[，：:,]|$)"
)
_HOME = re.compile(
    r"中国|中方|中共|国务院|外交部|商务部|国防部|省|市|自治区|全国人大|国家|中联办|国台办|公安|应急管理部|海关|教育部|卫健委"
)
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
    r"公司|集团|银行|企业|高盛|报道|通讯社|日报|大学|研究所|智库|协会|商会|机构|媒体|外媒|外方|专家|学者|教授|研究员|分析师|市民|居民|游客|村民|网民|各方|各国|与会|业内"
)


def find_stranger(text: str, folded: str, scene: Scene) -> Cue | None:
    """Return the cue of a speaker whom no gazetteer knows: an office and a name, a crowd, a name after a quotation."""
    begin = _skip_stage(folded)
    for clause in CLAUSE.finditer(folded):
        if found := _UNKNOWN.match(folded, clause.start()):
            group = "name" if found["name"] else "phrase"
            start, end = found.span(group)
            end -= len(found[group]) - len(_TRAILING.sub("", found[group]))
            side = _side_of_phrase(found["phrase"])
            if "·" in (found["name"] or "") and side != "us":  # a name so written is no Chinese one
                side = "other"
            return Cue("speaker", Voice(text[start:end], None, side, "explicit"))
    if found := _MANY.search(folded):
        who = text[slice(*found.span("who" if found["who"] else "crowd"))]
        says = found.group().endswith(("表示", "指出"))  # what many only think is mentioned in passing
        return Cue("speaker", Voice(who, None, "other", "explicit"), lasts=says)
    if (found := _SAYER.match(folded, begin)) and not re.search(
        r"这|那|再|的$|以$|可以|我|进一步|正如|^(?:报道|消息)", found["who"]
    ):
        return _sayer(text, found, scene)
    if found := _NAMED_LAST.search(folded):
        return Cue("speaker", Voice(text[slice(*found.span("name"))], None, None, "explicit"))
    return None


def _sayer(text: str, found: re.Match[str], scene: Scene) -> Cue | None:
    who = re.sub(r"[都均]$", "", found["who"])
    if _TEXTS.fullmatch(who):  # a statement speaks for who issued it
        author = scene.cast.author if scene.cast.author.side else scene.last_person
        return Cue("speaker", Voice(who, author.person, author.side or scene.cast.home, "explicit"))
    printed = text[found.start("who") : found.start("who") + len(who)]
    return Cue("speaker", Voice(printed, None, _side_of_phrase(who), "explicit"))


def _skip_stage(folded: str) -> int:
    """Return where a sentence begins behind its time or occasion: 14日，"""
    lead = re.match(r"[^，。]{0,16}(?:日|时|后|上|中)，", folded)
    return lead.end() if lead else 0


def _side_of_phrase(phrase: str) -> Side | None:
    if _PRIVATE.search(phrase) or ("驻华" in phrase and not _AMERICAN.search(phrase)):
        return "other"
    if _TAIWANESE.search(phrase):
        return "other"
    if find_places(phrase):
        return side_of_office_zh(phrase)
    if _SHORT_FOREIGN.match(phrase):
        return "other"
    if _AMERICAN.search(phrase):
        return "us"
    if _HOME.search(phrase):
        return "cn"
    return "other" if _ABROAD.search(phrase) else None
