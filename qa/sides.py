"""Each side's answer of its own: what it says, as itself and the other tell it, and what both say together.

A side that is answered less surely is quoted from a lower bar, if its sentence says anything of what is asked.
Where fewer than two sides are answered, what speakers of no known side or texts of no known account say is quoted too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.naming.names import find_people
from index.records import Account, Hit, Readout, Side, Span
from qa.cite import group_key, shown_groups
from qa.extract import Candidates, choose_quotes
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.ranker import Ranker
from qa.records import Question

Owner = tuple[Side | None, Account | None]  # whose position, in whose account
OTHER_SIDE = 0.15  # how probable the other side's best sentence must be, against `quote_from`
_SAYS, _LIKE = 0.15, 0.2  # the share of what is asked that it must say, or how like the question it must be


def choose_for_each_side(question: Question, candidates: Candidates, library: Library, ranker: Ranker) -> list[Hit]:
    """Return the quotations of each side and account, in the order in which they are shown."""
    keys = shown_groups(question, {hit.span.voice.side for hit in candidates.hits})
    if any(side == "other" for side, _ in keys):
        candidates = _of_their_articles(question, candidates)
    groups: dict[Owner, Candidates] = {key: _of_group(candidates, key) for key in keys}
    chosen = {key: choose_quotes(question, group, library, ranker) for key, group in groups.items()}
    _complete_sides(groups, chosen, ranker)
    told = [hit for key in keys for hit in chosen[key]]
    if len({hit.span.voice.side for hit in told}) > 1:
        return told
    more = choose_quotes(question, _outside(candidates, keys), library, ranker)
    speakers = {hit.span.voice.speaker for hit in told}
    return told + [hit for hit in more if hit.span.voice.speaker not in speakers]


def _of_their_articles(question: Question, candidates: Candidates) -> Candidates:
    """Leave out what stands in articles that do not name all the people compared, where any names them."""
    asked = {mention.id for mention in find_people(question.text)}
    articles = {_article(hit.span) for hit in candidates.hits}
    naming = {a for a in articles if asked <= {m.id for m in find_people(Span(*a).text)}}
    kept = [i for i, hit in enumerate(candidates.hits) if _article(hit.span) in naming] if naming else []
    return Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept]) if kept else candidates


def _article(span: Span) -> tuple[Readout, int, int]:
    return span.readout, span.section.start, span.section.end


def _complete_sides(groups: Mapping[Owner, Candidates], chosen: dict[Owner, list[Hit]], ranker: Ranker) -> None:
    """Give a side of which nothing is chosen its best sentence, from a lower bar, where another is answered surely."""
    if not any(chosen.values()):
        return
    for side in dict.fromkeys(key[0] for key in groups if key[0] != "joint"):
        own = [key for key in groups if key[0] == side]
        best = max((hit for key in own for hit in _about(groups[key])), key=lambda hit: hit.score, default=None)
        if best and not any(chosen[key] for key in own) and best.score >= OTHER_SIDE * ranker.quote_from:
            chosen[group_key(best.span)] = [best]


def _about(candidates: Candidates) -> Iterator[Hit]:
    """Yield the candidates near the topic that say something of what is asked, or are like the question."""
    columns = [NAMES.index(name) for name in ("named", "widely", "meaning")]
    for hit, row in zip(candidates.hits, candidates.features, strict=True):
        named, says, like = (float(row[column]) for column in columns)
        if named and (says >= _SAYS or like >= _LIKE):
            yield hit


def _outside(candidates: Candidates, keys: Sequence[Owner]) -> Candidates:
    """Return the candidates of no group shown: what is told by nobody known, or in a text of no known side."""
    kept = [i for i, hit in enumerate(candidates.hits) if group_key(hit.span) not in keys]
    return Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept])


def _of_group(candidates: Candidates, key: Owner) -> Candidates:
    kept = [i for i, hit in enumerate(candidates.hits) if group_key(hit.span) == key]
    return Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept])
