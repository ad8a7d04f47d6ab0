"""Whether a question is about somebody whom nothing admitted names; knows nothing of topics or scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.words import fold, is_han
from qa.held import may_hold_any
from qa.library import Library, pool
from qa.ranking.match import Unit, holds
from qa.ranking.plain import is_listed
from qa.records import Question

_NAME = 3  # characters of a Chinese name
_SURNAME = 4  # letters of a name in Latin letters that names somebody by itself
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱胡林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "廖邹熊陆郝孔崔康邱秦江顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文庞樊殷施陶洪翟颜倪严温俞章鲁葛韦毕聂翁骆"
)
_WITH = re.compile(r"[跟和与同对向给见问请]$")
_MEETS = re.compile(r"(?:先生|女士|董事长|总裁|博士)?(?:见面|会面|会谈|碰面|通话|说|讲|谈|聊|提)")
_ACTS = re.compile(
    r"(?:先生|女士|董事长|总裁|博士)?(?:在[^，。？?]{1,12})?(?:说|讲|谈|表示|指出|提到|提出|怎么看|有没有说)"
)
_PERSON_EN = re.compile(
    r"\b(?:did|does|has|have|with|to|met|meet|tell|told|by|and)\s+(?:(?:President|Minister|Secretary|Premier|Mr\.|Ms\.|Dr\.)\s+)?"
    r"(?:[A-Z]\w+\s+)?([A-Z][a-z]{2,})\b"
)


def lacks_person(question: Question, absent: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a question is about somebody whom no passage admitted of its language names.

    Such a name is in no list: a word that is none, that has a capital or begins with a surname, where people stand.
    """
    if not bool((allowed & (library.languages == pool(question.language))).any()):
        return False
    folded = fold(question.text)
    if question.language == "en":
        unlisted = {unit.printed for unit in absent if not unit.named and not any(map(is_listed, unit.forms))}
        return any(fold(found[1]) in unlisted for found in _PERSON_EN.finditer(question.text))
    strange = [u.printed for u in absent if not u.named and len(u.printed) == _NAME and not is_listed(u.printed)]
    return any(_is_person(name, folded) for name in strange if name[0] in _SURNAMES)


def _is_person(name: str, folded: str) -> bool:
    start = folded.find(name)
    after = folded[start + len(name) :]
    return start >= 0 and bool(_WITH.search(folded[:start]) and _MEETS.match(after) or _ACTS.match(after))


def lacks_named(units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether somebody is named whom no passage admitted names in any language, by a full name or a short one."""
    return any(unit.person and not _is_named(unit, library, allowed) for unit in units)


def _is_named(unit: Unit, library: Library, allowed: NDArray[np.bool_]) -> bool:
    forms = [*unit.forms, *(short for form in unit.forms for short in _shortened(form))]
    numbers = np.flatnonzero(may_hold_any(library, forms) & allowed).tolist()
    return any(holds(library.store.passages[number].in_context, form) for number in numbers for form in forms)


def _shortened(form: str) -> list[str]:
    """Return the short names in a full one: 穆罕默德 and 萨勒曼, a surname that stands last; no Kim of Kim Jong Un."""
    if is_han(form):
        return [part for part in form.split("·") if len(part) > 1]
    return [last for last in form.split()[1:][-1:] if len(last) >= _SURNAME]
