"""The names of what is measured of a sentence, in the order of the columns: what each means, and how it may count."""

from __future__ import annotations

NAMES = (
    "meaning",  # cosine of question and sentence
    "context",  # cosine of question and sentence with its neighbours and title
    "everyday",  # cosine of the sentence and the question read as everyday words
    "everyday_context",  # the same with the sentence's neighbours and title
    "everyday_behind",  # how far the first of the two lags behind the best candidate's
    "words",  # share of the question's weight that stands in the sentence
    "near",  # the same in the sentence, its neighbours and its title
    "held",  # the weight that stands in the sentence, not its share
    "held_near",  # the weight that stands near
    "block",  # the share of the question's weight that stands in the paragraph
    "phrases",  # the share of quoted phrases that stand in the sentence, 0 where none is quoted
    "phrases_missing",  # the share that does not
    "rarest",  # whether the weightiest unit stands in the sentence
    "rarest_near",  # whether it stands near
    "covered",  # share of the question's words that stand in the sentence, themselves or translated
    "covered_near",  # the same in the sentence, its neighbours and its title
    "covered_behind",  # how far that share in the sentence lags behind the best candidate's
    "absent",  # share of the weight whose words are known in a language held, and stand in no passage admitted
    "lacking",  # the greatest weight of a unit not near although its words are known there, against the greatest
    "missing",  # share of the weight that stands in no candidate at all
    "behind",  # how far the cosine lags behind the best candidate's
    "words_behind",  # how far the share lags behind the best candidate's
    "same_language",
    "meaning_across",  # the cosine, where question and sentence do not share a language
    "voice",  # whether the speaker or side asked for speaks
    "voiceless",  # whether somebody's words are asked for and nobody is known to speak
    "light",  # how little else than speakers, days and events is asked about: 1 for nothing
    "voice_light",  # the same, where who is asked for speaks
    "few",  # how few sentences the question's conditions leave: the inverse root of their number
    "type",  # 1 where the number, day, place or attendance that is asked for stands in it, -1 where not, 0 if none is
    "type_alone",  # the same, the more so the less else is asked about
    "joint",  # 1 where what both agreed is asked for and told, -1 where it is asked for and not told
    "empty",  # whether the sentence only tells that there was talk, or that much was agreed
    "asks",  # whether the sentence is a question that nobody of a side puts
    "found",  # how early its passage was found: 1 for the first, a half for the second …
    "fused",  # the fused score of its passage
    "before",  # the share of the question's weight that stands in the sentence before, or in the question it answers
    "titled",  # the share that stands in the article's title
    "quantity",  # 1 where what is to be counted is counted, -1 where not, 0 where nothing is
    "counted",  # the greatest weight of a unit near a number, where a number is asked for
    "demands",  # 1 where a demand is asked for and made, -1 where it is asked for and not made; so the next four
    "promises",
    "reasons",
    "items",
    "evaluation",
    "concepts",  # share of the concepts asked about that the sentence says in any words, the rarer here the more
    "concepts_near",  # the same near it
    "concept_best",  # the strongest of them, times its rarity
    "widely",  # as "words", other words for the same thing counted too
    "widely_near",  # as "near", the same
    "named",  # whether something asked about by name is named or said near
    "length",  # logarithm of the length in words or characters
)

# What can only speak against a sentence, all else being equal, and what may count either way; all others can only speak
# for it. The ranker is held to it: where a few hundred questions seem to say otherwise, the next ones do not.
SPEAKS_AGAINST = frozenset(
    (
        "phrases_missing",
        "covered_behind",
        "absent",
        "lacking",
        "missing",
        "behind",
        "everyday_behind",
        "words_behind",
        "empty",
        "asks",
    )
)
EITHER_WAY = frozenset(("same_language", "meaning_across", "voiceless", "light", "few", "length"))
