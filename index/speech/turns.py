"""What at the head of a sentence tells whether the speaker before goes on or the text tells again; knows no names."""

from __future__ import annotations

import re

GOES_ON = re.compile(
    r"[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后，|此外|同时|[(（][一二三四五六七八九十\d]+[)）]"
    r"|\d+[.、]|[-•*]\s|(?:First|Second|Third|Fourth|Fifth|Finally)\b"
    # a demand, a wish or a first person: no narrator speaks so
    r"|(?:中[\u4e00-\u9fff]|两国|中[\u4e00-\u9fff]两国)?双方(?:要|应|必须|须)|(?:中|美)方(?:愿|将|支持|始终|坚定|欢迎|高度|一贯|历来)|我们|我(?!国)|希望|要(?!闻)|愿同|面对|当前"
)
# In news, where a quotation goes on; a sentence without one is the reporter's again.
IN_QUOTES = re.compile(rf"[“\"「『]|.*(?:我们|(?<![自忘无])我(?!国)|\b(?:we|our|i)\b)|{GOES_ON.pattern}")
TELLS = re.compile(
    r"[^，。]{0,10}(?:会晤|会谈|通话|会见|访问|此访|访华|活动|仪式|宴会|记者|当地时间|北京时间|新华社)|[（(\[]|\d{1,2}[月日时]"
    r"|(?:(?:the|this|their)\s+(?:\w+\s+){0,2}(?:call|meeting|talks|visit|summit|conversation|event)|(?:after|before|during|following|on|at|also)\s|\d)"
)
# The sentence that gives somebody the floor says something itself: 吴谦向媒体介绍情况时表示，…
STATES = re.compile(r"时(?:还|也)?(?:表示|说|指出|强调)|(?:表示|说|指出|强调)[，：:]")
# A journalist's question that a report tells of.
ASKED = re.compile(
    r"(?:另?有|随后有|有外国|有中国)?记者(?:提)?问|(?i:(?:another |a |one )?(?:reporter|journalist)s? (?:then |also )?asked\b)"
)
# Whom "he" never means: many people, a body, a text.
MANY = re.compile(
    r"[们众士会部院局署社台报方府]$|大家|各界|同志$|国际社会|officials$|participants$|analysts$|experts$|ministry$|government$"
)
# A report goes on behind a reporter's piece to camera: 习近平指出，…
REPORTS = re.compile(r"[\u4e00-\u9fff·]{2,12}?(?:总书记|主席|总理)?(?:还|也)?(?:指出|强调)，(?!.*[？?])")
STAGE_DIRECTION = re.compile(r"[(（\[][^)）\]]*[)）\]][.。]?")
# In a briefing: the teller's own words about what was just reported.
LOOKS_BACK = re.compile(r"这(?:[一二三四五六七八九十两\d]+(?:个|句|点|项)|些|一|番|次|「|“)")
