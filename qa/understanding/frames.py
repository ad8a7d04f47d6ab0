"""How questions are put: the words that ask, in both languages, apart from what is asked about.

Chinese patterns are in Simplified characters and are tried on folded text.
"""

from __future__ import annotations

import re
from pathlib import Path

from qa.records import Form


def _compile(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# What one side's text has and the other's has not.
LEFT_OUT = _compile(
    r"\b(?:readouts?|accounts?|texts?|statements?)\b.*\bbut not in\b",
    r"\b(?:left out|leave out|leaves? out|omit(?:ted|s)?|missing)\b.*\b(?:readouts?|accounts?|texts?|statements?)\b",
    r"\b(?:readouts?|accounts?|texts?|statements?)\b.*\b(?:left out|leave out|omit(?:ted|s)?)\b",
    r"(?:通稿|声明|文本|新闻稿)[^，。？?]{0,16}(?:没有提|没提|未提|没有出现|遗漏|略去)",
)

# Whether something is new in a year or older: a year is no condition then.
NEW_OR_OLD = _compile(
    r"\b(?:new|first|only|begin|began|start\w*)\b[^?]*\b(?:in|since|from|with) (?:19|20)\d\d\b[^?]*\b(?:or|earlier|before|already|previously)\b",
    r"\bin (?:19|20)\d\d\b[^?]*\b(?:come back to|came back to|repeat\w*|return(?:ed)? to|say it again)\b",
    r"只(?:在|是)?(?:19|20)\d\d年[^？?]{0,12}还是",
    r"(?:19|20)\d\d年[^？?]{0,12}(?:才|就|新|首次)[^？?]{0,24}(?:还是|之前|以前|早就|已经|过去)",
)

# The first form that matches counts, so the narrow ones stand before the wide ones.
FORMS: list[tuple[Form, re.Pattern[str]]] = [
    (
        "each_side",
        _compile(
            r"\b(?:each|either) (?:side|country|government|party|leader|president|capital|delegation)\b",
            r"\bboth (?:sides|countries|governments|leaders|accounts|readouts)(?:'|’)? (?:say|said|each|put|describe|position|view|stance)",
            r"\b(?:positions?|views?|stances?|accounts?|words) of (?:both|each|the two)\b|\b(?:two|both) (?:presidents|leaders|sides|governments|countries|delegations)(?:'|’)? (?:positions?|views?|stances?|accounts?|words|statements?)\b",
            r"\btwo (?:readouts|accounts|sides|governments) (?:differ|compare|say|said|describe|put)",
            r"\b(?:two|both) (?:readouts|accounts|texts|statements|versions)\b.*\b(?:differ|compare)",
            r"\b(?:compare|contrast)\b.*\band\b.*\b(?:said|say|positions?|views?)\b|\bin its own\b.*\band\b.*\bin its own\b",
            r"\bas [\w .]{2,30} and (?:as )?[\w .]{2,30} (?:saw|put|told|described|sees?|puts?|tells?)\b",
            LEFT_OUT.pattern,
            r"(?:对比|比较)[^，。？?]{0,16}[和与跟同][^，。？?]{0,24}(?:表态|立场|说法|表述|通稿|态度|看法)",
            r"\b(?:compare|contrast|difference between)\b.*\b(?:readouts?|accounts?|sides|positions?|statements?|wording)\b",
            r"\b(?:positions?|stances?|views?|sides|accounts?|readouts?|versions?)\b.*\bside by side\b|\b(?:us|u\.s\.|america|washington|united states)(?: vs\.?| versus) (?:china|beijing)\b|\b(?:china|beijing)(?: vs\.?| versus) (?:the )?(?:us|u\.s\.|america|washington|united states)\b|\b(?:contradict\w*|conflict|inconsisten\w*|discrepanc\w*|disagree\w*)\b.*\b(?:accounts|readouts|versions|statements)\b|\b(?:accounts|readouts|versions|statements)\b.*\b(?:contradict\w*|conflict|inconsistent|disagree)\b|\b\w+ and (?:\w+ ){1,3}each\b|\bdid each\b|\beach (?:of (?:them|the two)\b|say\b|said\b)",
            r"\b(?:chinese|china)\b.*\b(?:and|versus|vs\.?)\b.*\b(?:american|us|u\.s\.|united states)\b.*\b(?:each|respectively|positions|stances|views|statements|differ)",
            r"分别(?:说|表示|怎么|如何|有|是|就|对|作)|各(?:自|方|说|讲|有|持|怎么|如何|用|觉得|认为|怎样|是(?!几|多))",
            r"(?:双方|两国|中美|美中|两国元首|双边|两边)[^，。？?]{0,16}(?:分别|各自|各(?!几|多|级|领域|层|界|国)|有何不同|有什么不同|差异|异同|(?:分歧|差别|区别|差)(?:之处|点|主要)?(?:在哪|在什么|是什么|有哪些|何在))",
        ),
    ),
    (
        "change",
        _compile(
            r"\b(?:(?<!climate )(?<!regime )changes?(?! (?:to |in |of )?the status quo)|changed|changing|evolv\w+|evolution|shift(?:ed)?|over time|over the years|compared (?:with|to))\b",
            r"\bwhen (?:was|were)\b.*\b(?:mentioned|used|raised|invoked|said|brought up|referred to)\b",
            r"\b(?:first|earliest|last|latest) (?:time|use|mention|appearance)\b|\bfirst (?:mentioned|used|said|appear\w*|raised)\b",
            NEW_OR_OLD.pattern,
            r"\b(?:in|at) (?:which|what) (?:meetings?|documents?|texts?|readouts?|calls?|talks|years?)\b.*\b(?:mention\w*|use[ds]?|said|raised?|appear\w*|c[oa]me up|feature[ds]?|figured?)\b",
            r"(?:最早|首次|第一次|最先|最近一次|最后一次)[^，。？?]{0,12}(?:提|说|讲|用|出现)",
            r"(?:哪些|哪几|哪次|哪几次|什么)(?:次|年份?的?)?(?:会晤|会谈|通话|文件|文本|场合|讲话|时候|(?<=年)|(?<=年份))[^，。？?]{0,12}(?:提到|提及|提过|用过|使用|出现|说过|谈到|谈及|谈过|涉及)",
            r"\bhow (?:many times|often) (?:did|has|have|do|does|was|were)\b.*\b(?:mention\w*|refer\w*|use[ds]?|said?|raise[ds]?)\b",
            r"(?:几次|多少次)[^，。？?]{0,6}(?:提到|提及|说到|使用)|(?:提到|提及|说到|使用)[^，。？?]{0,12}(?:几次|多少次)",
            r"(?<!气候)变化|(?<!和平)演变|(?<![春夏秋冬节年月日夕])前后|转变|不同时期|历年|相比|沿革|新提法|对比",
        ),
    ),
    (
        "mention",
        _compile(
            r"^(?!(?:.*[:,;])?\s*(?:and |then )?(?:what|which|how|when|where|who|whose|why)\b).*\b(?:did|does|do|has|have|is|was|were)\b.*\b(?:mention\w*|refer(?:red)? to|say anything|bring up|brought up|raised?|come up|came up|touch(?:ed)? (?:on|upon)|discuss(?:ed)?|talk(?:ed)? about|spoken? (?:of|about)|anything (?:\w+ )?(?:said|about|on)|covered|a word (?:on|about))\b",
            r"^\s*(?:did|does|has|have|had|do)\b[^?]*\b(?:call|called|label\w*|brand\w*|describe[ds]?)\b[^?]*\b(?:an?|as)\b",
            r"\bany (?:mention|reference)\b|\bany words? (?:on|about|of)\b|^(?:was|were)\b.*\bon the (?:agenda|table)\b|\bever (?:say|said|use[ds]?|called?)\b|\b(?:use|said?) the (?:term|phrase|words?)\b",
            r"有没有|有无|是否|提到|提及|谈到过|讲过|说过.*吗",
            r"(?:(?<!会)谈|聊|说|讲|提)(?!成|妥|定|好|拢)(?!.*(?:什么|怎么|如何|哪))[^，。？?]{0,20}(?:吗|没有?)[？?。]?\s*$",
        ),
    ),
    (
        "number",
        _compile(
            r"\bhow (?:many|long|often|large|big|high|old|heavy)\b|\bhow much (?!of (?:it|this|that|them)\b|(?:weight|importance|attention|emphasis|stress|trust|faith|common ground|progress|say|influence|credit|blame)\b)|\b(?:what|which) (?:number|sum|amount|percentage|share|proportion|fraction)\b",
            r"\bwhat(?:['’]s| is| was| were| are) the (?:total |overall )?(?:number|value|amount|sum|total|size|share|percentage|figure)\b",
            r"多少|(?<![哪这那近前过好])(?<!几月)几(?![乎度方内时月日号经近何])[\u4e00-\u9fff]|多长|多久|多大|多高|(?<!看得)(?<!看得有)多重(?!要)|几岁|总额|金额|总金额|数量|占比|比例",
        ),
    ),
    (
        "who",
        _compile(
            r"\bwhom?\b|\bwhose\b|\bwhich of (?:the two|them)\b|\bwhich (?:side|leader|president|official|country|government|one)\b.*\b(?:said|says|use[ds]?|call\w*|mention\w*|raised|brought up|spoke|talked)\b",
            r"(?<!应)谁|哪一方|哪方|哪一位|哪位|何人|哪一边|出自",
        ),
    ),
    (
        "when",
        _compile(
            r"^(?!.*\b(?:what|which|who|whom|whose|how|where|why)\b.*\bwhen\b(?!,? and where)).*\bwhen\b|\b(?:what|which) (?:dates?|days?|years?|months?|time)\b|\bwhat(?: is| was|'s|’s) the date\b|\bon what\b|\bhow soon\b",
            r"什么时候|何时|哪一?年|哪一?天|哪一?月|几时|几月|几号|什么时间|日期|哪几(?:天|日|号|年)|哪些(?:天|日子)",
        ),
    ),
    (
        "where",
        _compile(
            r"\bwhere\b(?!.*\bstands?\b)|\b(?:which|what) (?:cit(?:y|ies)|places?|venues?|locations?|buildings?|halls?|hotels?|rooms?|palaces?|estates?|gardens?)\b",
            r"哪里|哪儿|何处|何地|在哪(?![些几个方])|(?:什么|哪个|哪些|哪几个|哪座|哪家)(?:地方|城市|酒店|饭店|宾馆|庄园|大楼|厅|园林|场所|场馆)|地点",
        ),
    ),
    (
        "definition",
        _compile(
            r"\bwhat (?:does|do|did)\b.*\bmean\b|\bmeant by\b|\bmeaning of\b|\bdefin(?:e|ed|es|ition)\b|\bwhat is (?:the |a )?[\"“‘'「]",
            r"什么意思|何谓|什么是|含义|涵义|内涵|指什么|指的是什么|怎么理解|如何理解|定义",
        ),
    ),
    (
        "list",
        _compile(
            r"^\s*(?:please )?(?:list|name|enumerate)\b|\bwhat (?:are|were) (?:the )?(?:\w+ ){0,2}(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:points|pillars|principles|commitments|dialogues|kinds|things|areas|promises)\b",
            r"\bwhich (?:areas|fields|topics|issues|commitments|agreements|outcomes|officials|countries|mechanisms)\b",
            r"\bwhat (?:outcomes|agreements|deliverables|mechanisms|commitments|areas|measures|results)\b",
            r"哪些|哪几|列出|列举|哪[二两三四五六七八九十\d]+|[二两三四五六七八九十\d]+(?:个|点|根|项|条|大|种)[^，。？?]{0,8}(?:什么|哪|是)",
        ),
    ),
]

# Words that put a question and say nothing of its subject: English ones also as stems.
STOP_WORDS = frozenset(Path(__file__).with_name("question_words.txt").read_text(encoding="utf-8").split())

# Chinese words that ask, with the measure word after them; they are no part of the topic.
ASKING = re.compile(
    r"(?:[几哪](?:[一二两三四五六七八九十]+)?|多少)(?:个|次|家|种|项|年|天|小时|条|名|位|轮|根|点|面|人|国|些|方|份|篇|大|号|月)?|多久|多长时间?|有无|有没有|是否"
)

# What kind of thing a number, a day or a place must be where one is asked for.
DURATION = _compile(
    r"\bhow long\b|\bhow (?:much|many) (?:more )?(?:time|hours?|minutes?|days|weeks|months)\b|\bduration\b|\blength of\b|\btotal (?:time|hours)\b|\btime (?:\w+ ){0,4}spent\b|\b(?:run|ran|went|go) (?:on )?(?:long|over)\b|多久|多长时间|多少时间|时长|(?:(?<!哪)几|多少)个?(?:小时|钟头|分钟|天)"
)
MONEY = _compile(
    r"\b(?:value|worth|amount|cost|how much(?! (?:time|longer|more time|of)\b)|how many (?:billions?|millions?|dollars|trillions?))\b|金额|价值|多少钱|总额"
)
FUTURE = _compile(
    r"\bwhen (?:will|is|are)\b|\bwhen(?:'s|’s)\b.*\b(?:expected|due|coming|going|returning|scheduled|next)\b|\bwill\b|下次|下一次|预计|何时(?:将|会(?![晤谈面见])|赴|访|再)|什么时候(?:将|会(?![晤谈面见])|要|对|去|再|访|赴)|将于?(?:何时|什么时候)"
)
ATTENDANCE = _compile(
    r"\b(?:attend\w*|participants?|participat\w*|took part|take part|accompan\w*|was present|were present|delegation|who else|who (?:was|were|sat|came) (?:with|beside|next to|alongside|there|in on)|sat in on|who joined|in the room)\b|出席|参加|陪同|与会|在座|随行|参会"
)

# What people bring about together; asked of two, it is asked of neither alone.
SETTLED = _compile(
    r"\b(?:agree\w*|decide\w*|settle\w*|finali[sz]e\w*|conclude\w*|(?:work|hammer|thrash|sort)(?:ed)? out|str(?:ike|uck)|sign(?:ed)?|nail(?:ed)? down|sh[oa]+k\w* hands)\b",
    r"同意|共识|达成|商定|敲定|拍板|谈成|谈妥|谈拢|谈定|说好|说定|讲好|约定|议定|定下|一致认为|共同",
)

# What both sides agreed is asked for, not what one of them said.
JOINT = _compile(
    r"\b(?:the two|both|two) (?:sides|presidents|leaders|countries|governments|delegations|men)\b[^?]*\b(?:reaffirm\w*|jointly|commit\w*|consensus|welcome\w*|set up|establish)\b",
    rf"\b(?:the two|both|two) (?:sides|presidents|leaders|countries|governments|delegations|men)\b[^?]*(?:{SETTLED.pattern})",
    r"\b(?:they|xi and \w+|\w+ and xi) (?:jointly |together |both )?(?:agree\w*|decide\w*|commit\w*|reaffirm\w*)\b|\bjoint(?:ly)? (?:agree\w*|statement|position)|\b(?:agreed|agreement) (?:by|between) (?:both|the two)\b|\bconsensus\b",
    r"\bdid [\w. ]{2,40} and [\w. ]{2,40} (?:discuss|talk about|cover)\b",
    rf"\b(?:did|do|have|had) [\w. ]{{2,40}} and [\w. ]{{2,40}} (?:jointly |together |both )?(?:{SETTLED.pattern})",
    r"\b(?:not|rather than) (?:just |only |merely |simply )?(?:by )?(?:one|either) of (?:them|the two|the sides)\b",
    r"\bwhat (?:was|were|got|has been) (?:agreed|discussed|settled|worked out|decided|achieved)\b|\b(?:which|what) (?:[\w-]+ ){0,2}(?:agreements?|deals?|accords?|understandings?|outcomes?) (?:were|was|got|have been|has been) (?:reached|struck|signed|concluded|produced|achieved)\b",
    rf"(?:双方|两国|两国元首|中美|元首|两位?(?:领导人|总统)|两人|二人|他们俩?|(?<![他她我])[和与同跟、]\w{{2,8}}?)[^，。？?]{{0,20}}(?:{SETTLED.pattern})",
    r"(?:双方|两国|中美|元首)[^，。？?]{0,20}重申",
    r"(?:达成|取得)了?(?:什么|哪些|何种|哪几)[^，。？?]{0,4}(?:共识|成果|一致|协议|进展)|不(?:只|仅|单)?是?(?:其中)?(?:一方|单方|某一方)|而非(?:其中)?(?:一方|单方)",
)

# A position or a speech that belongs to whoever stands before it.
POSITION_NOUNS = re.compile(
    r"(?:'s|’s|s’|s')?\s+(?:side(?:'s|’s)?\s+)?(?:official\s+|stated\s+|own\s+|main\s+|key\s+)*(?:position|stance|view|attitude|demand|request|take|opinion|assessment|impression|verdict|thought|explanation|description|praise|criticism|answer"
    r"|judge?ment|evaluation|complaint|warning|appeal|offer|goal|hope|priorit(?:y|ie)|approach|pitch|justification|summary|characteri[sz]ation|red line|assurance|expectation"
    r"|concern|commitment|promise|pledge|statement|remark|word|wording|line|message|proposal|reply|response|language|policy|speech|comment|argument|reaction|feeling|reading|interpretation|observation|objection|reservation"
    r"|toast|compliment|rebuke|condition|advice|vision|idea|suggestion|accusation|threat|excuse|rationale|claim|announcement|prediction|point of view|outlook|perspective|belief|conclusion"
    r"|recommendation|feedback|counter-?argument|comeback|rebuttal|bottom line|talking point|ask|wish|desire|intention|aim|objective)(?:s|es)?\b"
)
SPEECH_VERBS = re.compile(
    r"\s+(?:side\s+)?(?:each\s+|both\s+)?(?:has\s+|have\s+|had\s+|also\s+|ever\s+)?(?:say|said|says|state[sd]?|tell|told|ask(?:s|ed)?|want(?:s|ed)?|demand(?:s|ed)?|promise[sd]?"
    r"|pledge[sd]?|call(?:s|ed)?|describe[sd]?|mention(?:s|ed)?|raise[sd]?|stress(?:es|ed)?|emphasi[sz]e[sd]?|reiterate[sd]?|reaffirm(?:s|ed)?|express(?:es|ed)?"
    r"|propose[sd]?|think|thinks|put|puts|view|views|see|sees|use[sd]?|warn(?:s|ed)?|agree[sd]?|commit(?:s|ted)?|oppose[sd]?|support(?:s|ed)?|explain(?:s|ed)?|characteri[sz]e[sd]?|offer(?:s|ed)?|sum(?:s|med)? up|judge[sd]?|assess(?:es|ed)?|portray(?:s|ed)?|justif(?:y|ies|ied)|caution(?:s|ed)?|underscore[sd]?|underline[sd]?"
    r"|highlight(?:s|ed)?|reject(?:s|ed)?|den(?:y|ies|ied)|admit(?:s|ted)?|confirm(?:s|ed)?|recall(?:s|ed)?|vow(?:s|ed)?|assure[sd]?|praise[sd]?|criticiz?s?e[sd]?|defend(?:s|ed)?|declare[sd]?|compare[sd]?|liken(?:s|ed)?|point(?:s|ed)? out|regret(?:s|ted)?|apologi[sz]e[sd]?|jokes?|joked|brag(?:s|ged)?|boast(?:s|ed)?|fear(?:s|ed)?|recommend(?:s|ed)?"
    r"|press(?:es|ed)? for|push(?:es|ed)? for|quote[sd]?|refuse[sd]?|rule[sd]? out|float(?:s|ed)?|signal(?:s|l?ed)?|conclude[sd]?|remember(?:s|ed)?|object(?:s|ed)?|protest(?:s|ed)?|welcome[sd]?|commend(?:s|ed)?|applaud(?:s|ed)?|condemn(?:s|ed)?|denounce[sd]?|blame[sd]?|accuse[sd]?|threaten(?:s|ed)?|himself|herself|themselves)\b"
)
AUXILIARIES = re.compile(
    r"\b(?:did|does|do|has|have|had|is|was|were|will|would|can|could|should|according to|attributed to|in the words of|what|how|that)"
    r"\s+(?:the\s+)?(?:(?:then|former|president|premier|vice|secretary|minister|foreign|national|security|advisor|adviser|chinese|american|u\.s\.|us|mr\.?|ms\.?|dr\.?|treasury|state|of)\s+){0,4}?$"
)
CHINESE_OBJECT_BEFORE = re.compile(
    r"(?:对|向|给|从|就|要求|希望|请|敦促|让|针对|关于|涉及|支持|反对|会见|接见|见[了到]?|访问|邀请|(?<!请)问|告诉|赴|在|看|看待|评价|描述|形容|批评|指责|警告|告诫|提醒|称赞|感谢|谴责|督促|呼吁)$"
)
CHINESE_SPEECH_AFTER = re.compile(
    r"[^，,。？?！!；;]{0,40}?(?:说|讲|谈|表示|指出|强调|称|认为|表态|表述|立场|态度|看法|观点|主张|描述|解释|介绍|提出|提到|提及|要求|希望|承诺|重申|回应|评价|定性|怎么看|如何看|反对|支持|诉求|措辞|用词|愿意|愿|欢迎|提|感想|感受|总结|归纳|评论|反应|回忆|解释|打算|怎样形容|形容|阐述|承认|警告|告诫|批评|指责|敦促|呼吁|抱怨|提醒|透露|宣布|回答|答复|感谢|肯定|赞扬|称赞|辩护|辩解|解读|概括|保证|答应|表达|(?:想|要|给|拿出)(?:要|了|出)?(?:什么|啥|哪些)|想(?:要|从|让|得到)|不满|定义|信不信|信任|觉得|印象|论断|理由|建议|设想|期待|担忧|顾虑|借口|高见|结论|口径|底线|想法|(?<!交换)(?<!交换了)意见|(?:怎么|怎样|如何)(?:夸|骂|劝|回|比喻)|反驳|抗议|夸奖)"
)
# A word that tells of speech: with it a number, a day or a place is asked of someone's words, not of what he did.
SPEECH = _compile(
    r"\b(?:say|says|said|tell|tells|told|mention\w*|promise\w*|pledge\w*|commit\w*|announce\w*|claim\w*|describe\w*|call(?:s|ed)?|according|stress\w*|emphasi[sz]e\w*|raise[sd]?|ask\w*|want\w*|demand\w*|warn\w*|propose\w*|cite[sd]?|refer\w*|use[sd]?|phrase|words?|state[sd]?|urge\w*|argue\w*|complain\w*|criticiz?s?e\w*|view|expect\w*|think|put|express\w*|list\w*|offer\w*|speech|see|seen|sees|telling|account|version)\b",
    r"(?<!演)[说讲]|谈[到及过]|表示|指出|强调|称|认为|提[到及出过]|承诺|宣布|介绍|要求|希望|主张|答应|保证|透露|批评|指责|警告|呼吁|愿意|形容|重申|列|用|引用|喊|反对|支持|态度|立场|看",
)
