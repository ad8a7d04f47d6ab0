"""Pieces of patterns that several stages share: agencies, days, months; each fits into a larger pattern."""

from __future__ import annotations

from collections.abc import Iterable

from index.cleaning.chars import CJK


def any_of(*words: str | Iterable[str]) -> str:
    """Return a pattern for any of the words, given one by one or many in a string with spaces between."""
    listed = [word for group in words for word in (group.split() if isinstance(group, str) else group)]
    return f"(?:{'|'.join(listed)})"


def words_of(*texts: str) -> frozenset[str]:
    """Return the words of the texts as a set."""
    return frozenset(word for text in texts for word in text.split())


MONTH = rf"{any_of('Jan Feb Mar Apr May June? July? Aug Sept? Oct Nov Dec')}[A-Za-z]*\.?"
DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
DATE = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?"
AGENCY = rf"(?:[{CJK}]{{0,4}}?" + any_of(
    "社 通訊社 通讯社 新[闻聞][网網] 日[报報] [时時][报報] 晚[报報] 新[华華][网網] 人民[网網] [环環]球[网網] 本[报報]",
    "央[视視](?:[网網]|新[闻聞])? 中新[网網] 外交部[网網]站 中[国國]政府[网網] [总總][台臺]央[视視]",
).removeprefix("(?:")
REPORTER = "(?:记者|記者)"
REPORTED = "(?:电|電|讯|訊|消息|[报報][道导導])"
CREDITED = any_of(
    "责任编辑 責任編輯 责编 責編 编辑 編輯 主编 主編 校对 校對 审核 審核 监制 監製 作者 通讯员 文字",
    "撰稿 摄影 攝影 翻译 翻譯 编译 編譯 策划",
)
