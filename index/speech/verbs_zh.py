"""Chinese verbs of speech and of action, subjects for both sides, and what a report is made of; knows no names."""

from __future__ import annotations

import re

CLAUSE = re.compile(r"[^，,；;：:。！？!?“”\"「」『』（）()]+")
# Verbs that report speech wherever they stand after their subject.
FIRM = (
    "表示|指出|强调|说(?!法)|称|认为|重申|介绍|宣布|提到|谈到|谈及|阐述|阐释|阐明|表明|坦言|回应|答|补充|呼吁|主张|承诺|赞同|转达|警告|批评|提出(?!了?[^，。]{0,40}(?:议案|申请|诉讼|起诉|辞职|辞呈))"
    "|谴责|通报|证实|否认|披露|驳斥|直言|深信|坚信|透露|声明|申明|告诉|建议|论述|评价"
)
# Verbs that open a report only where nobody is speaking yet: inside a speech they are part of what is said.
MILD = "希望|期待|相信|欢迎|感谢|祝贺|要求|敦促|愿|赞赏|同意|反对|支持|注意到|关切|关注|宣示|邀请"
JOINT = "一致同意|一致认为|同意|认为|重申|商定|欢迎|认可|强调|责成|确认|达成|决定|承诺|表示|指出|愿|呼吁|支持|致力于|反对|宣布|赞赏|均提及|积极评价"
# Inside somebody's speech "both sides support each other" is part of it; only these tell of an agreement.
JOINT_IN_SPEECH = "一致同意|一致认为|同意|认为|重申|商定|决定|宣布|一致强调"
WE_BOTH = re.compile(
    r"(?P<who>我们(?:双方|两国|两人)?|我[同和与跟][^，。]{2,12}?)(?:都|一致|均|共同)+(?:认为|同意|商定|决定|强调|主张|支持)"
)
# A verb of speech behind its subject, also behind where it was said: 在党的二十大报告中明确指出
SAID = re.compile(
    rf"(?:以[^，]{{0,16}}?)?(?:[^，的]{{0,6}}?在[^，。]{{1,40}}?(?:中|上|时|里|后|期间|之际))?[^，的]{{0,24}}?(?:{FIRM})(?!的)"
)
# What is put forward and praised, and is no speech: 习近平主席提出的倡议, 提出四大全球倡议
PUT_FORWARD = re.compile(r"[^，]{0,8}?提出(?:了|的)?(?![^，]{0,4}[：:])[^，]*(?:倡议|理念|愿景|构想|思想|主张)")
DATE_IN_BRACKETS = re.compile(r"(?<=[\u4e00-\u9fff\d])（(?:北京时间)?\d{1,2}月\d{1,2}日）")
# A clause that only says who speaks: 王毅说，
BARE_FRAME = re.compile(rf"(?:最后|还|也|首先|对此|[^，。]{{0,6}}时)*(?:{FIRM})[，：:]\s*")
# A sentence that only announces what is told next: 发言人14日介绍了有关情况。
ANNOUNCES = re.compile(
    r"[^，]*(?:记者会|发布会|吹风会|记者|媒体)[^，]*(?:介绍|通报)了?[^，]*情况|[^，]*回答了?[^，]*提问"
)
# What both sides did together at a meeting: theirs jointly, but nothing that goes on in the next sentence.
TOGETHER = re.compile(r"[^，]*(?:交换了?意见|听取|达成|讨论|探讨|磋商|沟通)(?!的)")
# Two people of different sides as one subject: 习近平主席同特朗普总统就…保持沟通.
WITH = re.compile(r"(?:主席|总统|总理|国务卿|部长)?(?:同|和|与|跟)$")
OUTCOME = re.compile(
    r"^(?!.*这是)[^，。]{0,16}，?[^，。]{0,12}?(?:会晤|会谈|访问|双方|两国)[^，。]{0,8}(?:取得|达成)(?!的)[^，。的]{0,14}(?:成果|共识)"
)
# Silence is no speech: 美国国务院暂未回应。
SILENT = re.compile(r"(?:尚未|暂未|未|没有|拒绝)(?:就此|对此|作出|做出|立即)*(?:回应|置评|表态|评论)")
AS_SAID = re.compile(r"正如(?P<who>[^，。]{2,14}?)(?:曾|多次)?(?:指出|强调|所说|所言)")
PERCEIVED = re.compile(r"(?:感受到|了解到|注意到|得知|获悉|看到)[，：]?$")
MODAL = re.compile(
    r"(?:们)?(?:都|均|也|更|还|今后|各层级|各部门)*(?:应|要(?!求)|须|必须|需|务必|可以|不要|不能|能够|能否|能不能|完全可以|理应|之间)"
)
TITLES = "主席|总统|总理|国务卿|部长|外长|防长|财长|主任|委员|书记|大使|先生|女士|同志|特使|代表|助理|顾问|发言人|首相|议员|市长|州长|会长"
TITLED = re.compile(rf"(?:{TITLES})+")
PREFIX = re.compile(
    rf"(?:但|但是|而|随后|同时|当天|最后|此外|其中|因此|为此|对此|特别是|尤其是|会谈中|会晤中|会见中|会上|正如|其间|席间)?"
    rf"(?:(?![应同与向对由在受为经据])[\u4e00-\u9fff、（）]{{0,30}}(?:{TITLES}|方面|驻华大使|负责人|副[\u4e00-\u9fff]{{1,4}}))?"
)
JOINT_SUBJECT = re.compile(
    r"(?:特别是|尤其是|随后|最后|此外|同时|其间|会上|会晤中|会谈中)?(?P<who>(?:中[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,2}中|两国|中方和美方|美方和中方)?(?:双方(?:工作)?(?:团队)?|两国(?:元首|领导人|外长|防长|总理|政府|经贸团队)|(?:两位|两国)领导人|双方牵头人)"
    r"|(?:中美)?元首|中美两国元首|中美都)"
)
LEADERS = re.compile(r"元首|领导人|外长|防长|牵头人")
BETWEEN = re.compile(r"[^，]{0,10}?(?:应|要|须|必须|需|可以|不能|能够|理应)")
# What people do, as a report tells it: such a sentence is no part of a speech, even if one went on before it.
ACTION = re.compile(
    r"[^，]{0,24}?(?:抵达|迎接|举行|会见|会谈|陪同|出席|参加|参观|合影|签署|见证|前往|离开|步入|观看|致信|来到|到访|握手|告别|转达|通电话|散步|主持|听取|交换了?意见)"
)
LEAD = re.compile(r"[^，。]{0,18}(?:中|时|后|前|上|间|下|里|内|之际|方面|局势|问题|危机)，")
PRONOUN = re.compile(r"(?:他|她)(?!们)")
FIRST_PERSON = re.compile(r"(?<![自忘无])我")
NARRATION_ZH = re.compile(
    r"^(?:当地时间|北京时间)?\d{1,2}[月日]|^(?:当地时间|北京时间)|^(?:会谈|会晤|会见|通话|访问|仪式|活动)(?:前|后|结束后|开始前)"
    r"|^(?:此访|访问|访华|在华)[^，]{0,8}期间|^[^，。]{0,12}访[华美问]期间|(?:参加|出席|陪同|在座)(?:了)?(?:会见|会谈|会晤|上述活动|活动|有关活动|[^，。]{0,8}(?:式|会议|宴会))?[。.]?$"
    r"|^(?:同一天|同日|当天|当日|次日)，|^(?:此外，|另)?据[^，。]{2,24}(?:报道|消息|援引)"
)
