"""Who speaks in what is held and stands in no list, by his names there: asked for in one script, told in the other.

A name is found by how it sounds. Knows nothing of what anybody says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from weakref import WeakKeyDictionary

import numpy as np

from index.naming.entries import load_people
from index.naming.names import find_institutions, find_offices, find_people, find_places
from index.postings import word_key
from index.records import Side
from index.words import fold, is_han, split_words
from qa.library import Library
from qa.ranking.match import Unit
from qa.ranking.plain import is_listed
from qa.sounds import is_pinyin_of, sound_alike

_MOST = 300  # of those who speak in no list: who speak most, for a document is opened for each
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,6}")
_NO_NAME = re.compile(r"[方国國们們者双雙两兩会會部府社报報院员員官人]|元首|领导|領導|总统|總統|主席|总理|總理")
_NO_LATIN = re.compile(r"(?i)(?:the|a|an|senior|second|they|we|he|she|both|moderator|officials?|reporter|question)\b")
_INSIDE = re.compile(r"[a-z,]\s$")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)*\b")
_TITLE = re.compile(
    r"\b(?:[Pp]resident|[Pp]remier|[Cc]hairman|[Mm]inister|[Ss]ecretary|[Aa]mbassador|[Rr]epresentative|[Ee]nvoy"
    r"|[Ss]poke\w+|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)\s$"
)
_FOREIGN = frozenset(
    "尔斯拉德特夫克里马尼阿卡布格巴罗纳哈利科维塔萨亚米诺奥姆瓦梅雷伊希基恩多洛比普勒加穆达迪赫西奇林耶莱曼蒂贝莫理吉兰塞帕内什沙杜扎"
    "森伯托金索鲁博兹弗库佩伦默卢埃韦文麦茨凯波菲杰桑古艾费世卜登约辛鲍威赛查丁罗福雅泽戈瑞施乔法席丹乌列瑟欧沃努胡谢齐迈莉因贾罕肯蒙"
    "佐夏霍皮祖立娃别英拜顿柯提莎翰坦范欣钦奈戴盖昂泰契班玛叶恰丽娅裴逊娜劳密柏龙舒葛珀廷尚锡纽隆热依尤滕生臣根森奇基朗多惠思宾派雪"
)
_FOREIGN_RUN = re.compile(f"[{''.join(sorted(_FOREIGN))}]{{2,7}}")
_SHORT = 2  # letters of a surname at least
_OWN = 3  # characters of a Chinese name at most


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in no list who speaks: how a text calls him, the name alone, and for whom most of it is said."""

    called: str  # folded, as the index keeps it
    name: str
    side: Side | None


_ROSTERS: WeakKeyDictionary[Library, tuple[Speaker, ...]] = WeakKeyDictionary()


def unlisted_speakers(library: Library) -> tuple[Speaker, ...]:
    """Return all who speak in what is held and stand in no list."""
    if library not in _ROSTERS:
        _ROSTERS[library] = tuple(_find_speakers(library))
    return _ROSTERS[library]


@lru_cache(maxsize=1)
def _listed() -> frozenset[int]:
    return frozenset(word_key(person.id) for person in load_people())


def _find_speakers(library: Library) -> Iterator[Speaker]:
    """Yield them in the order of their first sentences, which are read for it."""
    rows = library.store.columns.sentences
    keys, places, counts = np.unique(rows.values["person"], return_index=True, return_counts=True)
    unlisted = [n for n, key in enumerate(keys.tolist()) if key and key not in _listed()]
    for place in sorted(places[sorted(unlisted, key=lambda n: -int(counts[n]))[:_MOST]].tolist()):
        document = int(np.searchsorted(rows.starts, place, side="right")) - 1
        voice = library.store.entries[document].sentences[place - int(rows.starts[document])].voice
        name = bare_name(voice.speaker or "")
        if name and voice.person is None:
            yield Speaker(fold(voice.speaker or ""), name, voice.side)


@lru_cache(maxsize=4096)
def bare_name(printed: str) -> str:
    """Return the own name of a speaker in no list, of a Latin one the last word; none of an office or a side."""
    finders = (find_people, find_offices, find_institutions, find_places)
    if is_han(printed):
        name = fold(printed)
        known = _NO_NAME.search(printed) or any(find(printed) for find in finders)
        return name if _HAN_NAME.fullmatch(name) and not known else ""
    last = printed.rstrip(". ").split()[-1:] if not _NO_LATIN.match(printed) else []
    if not last or not last[0][0].isupper() or len(last[0]) < _SHORT or any(find(last[0].title()) for find in finders):
        return ""
    return fold(last[0])


def called_so(name: str, library: Library) -> tuple[Speaker, ...]:
    """Return who among the speakers in no list has this name, in its own script or by its sound in the other."""
    words = fold(name).replace("'s", "").split()
    speakers = unlisted_speakers(library)
    if not words:
        return ()
    found = [s for s in speakers if s.name == words[-1]]
    chinese = {word for word in ("".join(words), *(s.name for s in found)) if is_han(word)}
    if is_han(name):
        found += [s for s in speakers if not is_han(s.name) and any(_alike(s.name, s.called, han) for han in chinese)]
        return tuple(dict.fromkeys(found))
    others = [s for s in speakers if is_han(s.name) and _alike(words[-1], " ".join(words), s.name)]
    return tuple(dict.fromkeys(found + (others if _is_one([s.name for s in others]) else [])))


def _alike(last: str, whole: str, chinese: str) -> bool:
    """Tell whether a Chinese name is what a last name or a whole one sounds like: transcribed, or its own syllables."""
    if set(chinese) <= _FOREIGN:
        return sound_alike(last, chinese)
    return len(chinese) <= _OWN and any(is_pinyin_of(words, chinese) for words in {last, whole})


def _is_one(names: Sequence[str]) -> bool:
    """Tell whether names are one person's: a surname that several share tells of none of them."""
    return len({name for name in names if not set(name) <= _FOREIGN}) <= 1


def find_unlisted(text: str, library: Library) -> list[tuple[str, tuple[Speaker, ...]]]:
    """Return the names in a text of speakers in no list, as printed there, with those whom they name."""
    named = [] if not text.strip() else list(_names_in(text, library))
    found = [(name, called_so(name, library)) for name in dict.fromkeys(named)]
    return [(name, speakers) for name, speakers in found if speakers]


def _names_in(text: str, library: Library) -> Iterator[str]:
    known = [(m.start, m.end) for find in (find_people, find_places, find_institutions) for m in find(text)]
    if is_han(text):
        folded = fold(text)
        roster = {s.name for s in unlisted_speakers(library) if is_han(s.name)}
        yield from sorted((name for name in roster if name in folded), key=len, reverse=True)
        for run in _FOREIGN_RUN.finditer(folded):
            if not any(start < run.end() and run.start() < end for start, end in known):
                yield from (run[0][a:b] for a in range(len(run[0])) for b in range(len(run[0]), a + 1, -1))
        return
    names: list[re.Match[str]] = []
    for found in _CAPITAL.finditer(text):
        before = text[: found.start()]
        inside = _INSIDE.search(before) or _TITLE.search(before)  # a sentence begins with a capital anyway
        free = not any(start < found.end() and found.start() < end for start, end in known)
        if (
            free
            and not _TITLE.match(f"{found[0]} ")
            and (
                inside
                or names
                and names[-1].end() == found.start() - 1
                or not any(map(is_listed, split_words(found[0])))
            )
        ):
            names.append(found)
    for one, other in zip_longest(names, names[1:]):
        if other and other.start() == one.end() + 1:
            yield f"{one[0]} {other[0]}"
        yield one[0]


def add_sounds(text: str, units: Sequence[Unit], library: Library) -> list[Unit]:
    """Return the units of a question with the names in the other script for those that are such a name.

    They stand for a person then, of whom both are known.
    """
    others: dict[str, tuple[str, ...]] = {}
    for name, speakers in find_unlisted(text, library):
        known = tuple(dict.fromkeys(s.name for s in speakers if is_han(s.name) != is_han(name)))
        others |= {word: others.get(word, ()) + known for word in fold(name).split() if known}
    if not others:
        return list(units)
    return [
        replace(unit, forms=tuple(dict.fromkeys((*unit.forms, *others[unit.printed]))), named=True, person=True)
        if unit.printed in others
        else unit
        for unit in units
    ]
