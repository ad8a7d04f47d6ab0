"""What stands right before or after words cut out of a sentence and turns their meaning: 不 before 支持, not, 亿.

Knows nothing of readouts; texts are plain (see qa/verifying/letters.py), edges are offsets.
"""

from __future__ import annotations

import re

_CLAUSE_END = "，。！？；：,.!?;:\n"
_INSIDE = "\\s\"'“”‘’「」『』《》()（）"
# A negation that what follows hangs on directly, with the auxiliaries that may stand between.
_NEGATION_ZH = re.compile(
    r"(?:(?<![南北东西中亚])非|(?<![特分区个性级鉴])别|没有|[不没未无勿莫])"
    rf"[{_INSIDE}]*(?:[会能应可再得要曾必该想愿须许是敢准宜予被容]|[{_INSIDE}]){{0,3}}$"
)
_NEGATION_EN = re.compile(
    r"\b(?:not|never|no|none|cannot|\w+n't|neither|nor|without|no longer|hardly|refus\w+|declin\w+|fail\w*)"
    rf"(?:[{_INSIDE}]+(?:be|been|to|ever|even|yet|again|have|has|had|a|an|any|the|of|in any way|longer))*[{_INSIDE}]*$"
)
# Words further off in the same clause that may turn the meaning: told, not judged.
_TURNING = re.compile(
    r"不(?![断仅但只光管论少久同过])|没有?|未(?!来)|无(?!论)|并非|绝非|反对|拒绝|停止|避免|防止|否认|取消|放弃|禁止|杜绝|制止|阻止|谴责"
    r"|如果|假如|除非|是否"
    r"|\b(?:not|never|no|cannot|\w+n't|neither|nor|without|against|oppos\w+|reject\w*|refus\w+|den(?:y|ies|ied)|stop\w*"
    r"|ceas\w+|avoid\w*|prevent\w*|halt\w*|abandon\w*|condemn\w*|rather than|instead of|if|unless|whether)\b"
)
_TURNED = re.compile(rf"(?:{_TURNING.pattern})[{_INSIDE}]*(?:(?:the|a|an|to|any|from|for)[{_INSIDE}]+)*$")
_PART_END = re.compile(rf"[{_CLAUSE_END}]|\b(?:and|but|while)\b|但|而(?!且)")
_NUMERAL = "〇零一二三四五六七八九十百千万亿两"
_NUMBER_BEFORE = re.compile(rf"[\d.,{_NUMERAL}]*[\d{_NUMERAL}]\Z")
_NUMBER_AFTER = re.compile(rf"[^\S\n]*(?:[{_NUMERAL}]|%|hundred|thousand|million|billion|trillion|percent|per cent)")
_NOT_NUMBER = re.compile("[统唯之同逐单专第]一$")  # 统一 is no number


def cut_before(plain: str, start: int, limit: int, *, statement: bool = True) -> int:
    """Return where the words at `start` begin with what must not be cut off before them: `start` itself if nothing.

    A term may be quoted from behind 反对 or stop, a `statement` may not.
    """
    clause = re.split(f"[{_CLAUSE_END}]", plain[max(limit, start - 60) : start])[-1]
    for pattern in (_NEGATION_ZH, _NEGATION_EN, *([_TURNED] if statement else [])):
        if found := pattern.search(clause):
            return start - len(clause) + found.start()
    number = _NUMBER_BEFORE.search(plain, max(limit, start - 20), start)
    begins = start < len(plain) and re.match(rf"[\d{_NUMERAL}]", plain[start])
    return number.start() if number and begins and not _NOT_NUMBER.search(plain[:start][-2:]) else start


def cut_after(plain: str, end: int) -> int:
    """Return where a number that ends at `end` truly ends: after its 亿 or billion."""
    head = plain[max(0, end - 2) : end]
    if not re.search(rf"[\d{_NUMERAL}]$", head) or _NOT_NUMBER.search(head):
        return end
    found = _NUMBER_AFTER.match(plain, end)
    return found.end() if found else end


def turning_before(plain: str, start: int, limit: int) -> int:
    """Return where the nearest words before `start` in its clause that may turn its meaning begin, or `start`."""
    clause = _PART_END.split(plain[max(limit, start - 120) : start])[-1]
    found = list(_TURNING.finditer(clause))
    return start - len(clause) + found[-1].start() if found else start


def negates(plain: str) -> bool:
    """Tell whether words hold a negation or another word that turns a meaning."""
    return _TURNING.search(plain) is not None
