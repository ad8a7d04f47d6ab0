"""Who appears in an article: its two sides, the holders of titles, and the people it introduces itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from index.naming.names import find_institutions, find_offices, find_people, find_places, place_side
from index.records import Readout, Section, Side, Voice
from index.speech.cues import Cast
from index.speech.holders_zh import find_holders
from index.speech.homes import find_home
from index.speech.strangers_en import introduce_en, surname_of
from index.speech.titles_en import find_named, side_of_phrase
from index.speech.verbs_zh import FIRM, MILD
from index.words import fold, is_han

_LEAD = 600  # characters in which a text says whom it tells of
_BEFORE = 40  # characters before a name that may introduce it
_LABEL = re.compile(r"^(?P<label>[\u4e00-\u9fff·《》A-Z]{2,16})[：:]", re.MULTILINE)
_LABEL_EN = re.compile(r"^(?P<label>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}): (?P<said>.*)$", re.MULTILINE)
_SAYS = re.compile(
    r"(?:^|(?<=[。！？”』」\n]))(?P<name>[\u4e00-\u9fff·]{2,9}?)(?:对此|则|也|还|随后)?(?:表示|指出|强调|说|认为|称|回应)[，：:“「]",
    re.MULTILINE,
)
_NO_NAME = re.compile(
    rf"先生|女士|共同|去年|今年|日前|近日|^(?:一同|一道|分别|先后)|阁下|同志|夫人|代表团|^(?:{FIRM}|{MILD}|访|将|还|也|则|再次|随后)|[会部院府署局委社团处方者们]$|[的在就对他她我这那其]|双方|各方|报道|声明|社论|文章|报告|谈话|讲话|大家|专家|人士|学者|媒体|评论|记者|消息|领导人|元首|政府|舆论"
)
_PRONOUNS = re.compile(r"[他她这那其]")  # in a name that stands behind an office: 蒙古国总理乌其尔勒
_INTRODUCED = 3  # mentions of somebody, two of them in the title, among which the text says whose he is
# China's own by their office alone, in China's own account.
_OWN = re.compile(
    r"(?:(?<![\u4e00-\u9fff、])|(?<=[日午晚晨间电的])|(?<=委员[、兼]))(?:外交部|国防部|商务部|财政部|国家|国务院)副?(?:部?长|主席|总理)$"
)
# Whom a report's lead introduces by an office: 会见老挝常务副总理沙伦赛。
_HOLDS = re.compile(
    r"(?:总统|总理|首相|外长|部长|主席|国王|议长|大臣|特使|大使|书记|元首|王储|秘书长|总干事|董事长|州长|议员|国务卿|司令)"
    r"(?P<name>(?:(?!书记|主席|总统|总理|部长|委员|大使|特使)[\u4e00-\u9fff·]){2,8}?)(?=举行|。|，|、|一行|等|会谈|通电话|夫妇|\d{1,2}日|当天|为|出席|宣布|抵达|发表|在)"
)
_PUBLISHED = re.compile(r"(?:发表|刊发|出版)了?(?P<who>[^。《]{2,60}?)的?(?:重要|署名)?(?:文章|专著)")
_MEETING = re.compile(
    r"会见|会谈|会晤|会面|通电话|通话|磋商|对话|见面|\b(?:meets?|met|holds? talks|speaks?|phone call|talks with|conversation|meeting)\b"
)
_MEETS = re.compile(r"会见|会晤|[同与和跟见为邀]")
_WORLD = re.compile(r"国际(?:联播|快讯|新闻)|海外|外媒|全球|多国")  # the title of news from abroad
_GUEST = re.compile(
    r"(?:会见|会晤|同|与|和)[^，。]{0,16}(?:议长|总统|首相|国王|王储|大公|酋长|埃米尔|秘书长|总干事|越共|古共|劳动党|非盟|阿盟|拉美议会|国际[\u4e00-\u9fff]{2,8}(?:主席|会长|总裁))"
)
_VENUE = re.compile(r"\b(?:in|at)(?: the)?(?: [A-Z][\w’'-]+)+(?:, [A-Z]\w+(?: [A-Z]\w+)*)?")  # tells of no guest
_PARTY = re.compile(r"越共|古共|俄共|印共|老挝党|劳动党|人民革命党|人革党")
_OWNS = re.compile(r"[\u4e00-\u9fff]{1,4}(?:政府|国务院|外交部|白宫)(?=[\u4e00-\u9fff])")  # 美国政府朝鲜事务特别代表
_COUNTRY = re.compile(r"(?<![中我两各本该外])(?!中国|我国|两国|各国|本国|该国|外国)[\u4e00-\u9fff]国")


def cast_of(readout: Readout, section: Section) -> Cast:
    """Return who appears in an article of `readout`."""
    title = section.origin.title or ""
    body = readout.text[section.start : section.end]
    text = f"{title}\n{body}"
    home = find_home(section.origin, text)
    guest = _find_guest(home, (title, body[:_LEAD]))
    labels = Counter(found["label"] for found in _LABEL.finditer(fold(body)))
    labels.update(found["label"] for found in _LABEL_EN.finditer(body) if "?" not in found["said"])
    strangers = dict(_introduce_zh(text, home, guest)) if is_han(text) else introduce_en(title, text, home)
    return Cast(
        home=home,
        guest=guest,
        meeting=home == "cn" and bool(guest) and bool(_MEETING.search(fold(title))),
        news=not _MEETING.search(fold(title)) and _tells_of_others(title, body[:_LEAD], home, guest),
        labels=frozenset(label for label, times in labels.items() if times > 1),
        people={word: (m.id, m.side) for m in reversed(find_people(text)) for word in text[m.start : m.end].split()},
        author=_find_author(text),
        titles=_find_titles(text, home, strangers),
        strangers=strangers,
        holders=find_holders(text, strangers) if is_han(text) else {},
        answerer=_find_answerer(title, home),
    )


def _tells_of_others(title: str, lead: str, home: Side | None, guest: Side | None) -> bool:
    """Tell whether a newspaper writes, or China's account of what happens abroad."""
    if home not in ("cn", "us"):
        return True
    own = any(m.side == home for m in (*find_people(title), *find_people(lead), *find_institutions(title)))
    return home == "cn" and guest is not None and not own


def _find_answerer(title: str, home: Side | None) -> Voice:
    """Return who answers in a text that is called after him: 外交部发言人汪文斌主持例行记者会."""
    of_home = [m for m in find_people(title) if m.side == home]
    return Voice(title[of_home[0].start : of_home[0].end], of_home[0].id, home) if of_home else Voice()


def _find_guest(home: Side | None, texts: tuple[str, ...]) -> Side | None:
    """Return the side of those whom an account of `home` tells of: the first that its title or its lead names."""
    if home is None:
        return None
    order: tuple[Side, ...] = ("us", "cn", "other")
    for told in ([_VENUE.sub("", text) for text in texts], texts):
        for text in told:
            sides = {m.side for m in (*find_people(text), *find_institutions(text))}
            sides |= {side_of_phrase(text) if not is_han(text) else None}
            sides |= {place_side(m.id) for m in find_places(text)}
            if others := [side for side in order if side in sides and side != home]:
                return others[0]
    return "other" if home == "cn" and (_WORLD.search(fold(texts[0])) or _GUEST.search(fold(texts[0]))) else None


def _find_author(text: str) -> Voice:
    """Return whose article the text reports: 发表习近平总书记的重要文章."""
    for found in _PUBLISHED.finditer(fold(text)):
        if people := find_people(found["who"]):
            return Voice(None, people[-1].id, people[-1].side)
    return Voice()


def _find_titles(text: str, home: Side | None, strangers: Mapping[str, Side | None]) -> dict[str, Voice]:
    """Return who "the President", "the Secretary" … is here: in an account, its own side's holder of the title."""
    found: dict[str, Voice] = {}
    for named in find_named(text):
        people = find_people(text[named.start : named.end])
        if not people and not named.name:
            continue
        side = people[0].side if people else side_of_phrase(named.title)
        if home and strangers.get(surname_of(named)) == home:
            side = home
        voice = Voice(named.title, people[0].id if people else None, side)
        if named.core not in found or (home and found[named.core].side != home and side == home):
            found[named.core] = voice
    return found


def _introduce_zh(text: str, home: Side | None, guest: Side | None) -> Iterator[tuple[str, Side | None]]:
    """Yield the names that speak in the text and are in no table, with the side that their introduction tells."""
    folded = fold(text)
    held = {found["name"] for found in _HOLDS.finditer(folded[:_LEAD])}
    names = dict.fromkeys([*(found["name"] for found in _SAYS.finditer(folded)), *sorted(held)])
    for name in names:
        known = find_people(name) or find_institutions(name) or find_offices(name) or find_places(name)
        if not known and not _NO_NAME.search(_PRONOUNS.sub("", name) if name in held else name):
            yield name, _introduced_side(folded, name, home, guest)


def _introduced_side(folded: str, name: str, home: Side | None, guest: Side | None) -> Side | None:
    befores = [
        re.split(r"[。！？\n，；]", folded[max(0, found.start() - _BEFORE) : found.start()])[-1]
        for found in re.finditer(re.escape(name), folded)
    ]
    if home == "cn" and any(_OWN.search(before) for before in befores):
        return "cn"
    for told, first in ((befores[:_INTRODUCED], True), (befores, False)):  # the text's own word of him goes first
        for before in told:
            met = _MEETS.split(before)  # 在北京会见越共中央…书记梁强: he is not of Beijing
            own = met[-1].rpartition("的")[2]  # 来华出席北京峰会的非盟委员会主席
            if side := side_of_office_zh(own):
                return side
            if first and len(met) > 1:
                continue
            if side := (guest if len(met) > 1 else None) or side_of_office_zh(met[-1]):
                return side
    return None


def side_of_office_zh(phrase: str) -> Side | None:
    """Return the side of an office in Chinese, by the last country, place or body that it names."""
    phrase = phrase.split("驻")[0] or phrase  # 美国驻华大使 is an American
    if _PARTY.search(phrase):
        return "other"
    if (first := next(iter(find_institutions(phrase)), None)) and _OWNS.match(phrase, first.start):
        return first.side if first.side != "joint" else None
    places = [(m.start, place_side(m.id)) for m in find_places(phrase) if place_side(m.id)]
    named = places or [(m.start, m.side) for m in find_institutions(phrase) if m.side not in (None, "joint")]
    named = named or [(m.start, m.side) for m in find_offices(phrase) if m.side]
    if named:
        return max(named)[1]
    return "other" if _COUNTRY.search(phrase) else None
