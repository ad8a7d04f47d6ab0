"""A verdict as HTML: what is held of a quotation, every difference marked; knows nothing of Gradio.

Words struck out (del) are not in the source; words underlined (ins) stand there and are missing from the quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.records import Language, Span
from page.elements import Child, Markup, element, join
from page.quotes import copy_button, open_button, show_origin, show_quote
from page.texts import say
from qa.verifying.report import tell, tell_cautions, tell_print, tell_verdict
from qa.verifying.verdicts import Comparison, Place, Segment, Verdict

TAB = "verify"
SIGNS = {"verbatim": "✓", "apart": "✓", "elided": "✓", "stitched": "✂", "differs": "≠", "not_held": "∅"}
PIECE_PLACES = 3  # places shown of each piece of a quotation that is stitched together


@dataclass(frozen=True, slots=True, eq=False)
class ShownVerdict:
    """A verdict that a visitor sees, and the spans of it that can be opened."""

    verdict: Verdict

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place shown, in order."""
        verdict = self.verdict
        pieces = [place for piece in verdict.pieces for place in piece.places[:PIECE_PLACES]]
        nearest = [verdict.nearest.place] if verdict.nearest else []
        return (*(p.span for p in (*verdict.places, *pieces, *nearest)), *(hit.span for hit in verdict.meaning))


def show_verdict(shown: ShownVerdict, language: Language) -> Markup:
    """Return a verdict with all that it rests on."""
    verdict, numbers = shown.verdict, iter(range(len(shown.spans)))
    places = [_show_place(language, next(numbers), place, show_held(place)) for place in verdict.places]
    more = verdict.count - len(verdict.places)
    pieces = [
        join(
            _show_piece(verdict, piece.segment, language, number),
            _listed(
                _show_place(language, next(numbers), place, show_held(place)) for place in piece.places[:PIECE_PLACES]
            ),
        )
        for number, piece in enumerate(verdict.pieces, start=1)
    ]
    nearest = _show_nearest(verdict, verdict.nearest, language, next(numbers)) if verdict.nearest else None
    meaning = [_show_meaning(language, next(numbers), hit.span) for hit in verdict.meaning]
    searched = say(language, "verify_searched", documents=verdict.documents)
    return element(
        "section",
        _show_ruling(verdict, language),
        _listed(places) if places else None,
        element("p", tell(language, "more", count=more), class_="faint") if places and more > 0 else None,
        *pieces,
        nearest,
        element("h3", tell(language, "meaning"), class_="faint") if meaning else None,
        _listed(meaning) if meaning else None,
        element("p", searched, class_="searched faint"),
        class_="verdict",
        data_verdict=verdict.kind,
        lang=language,
    )


def _show_ruling(verdict: Verdict, language: Language) -> Markup:
    """Return the verdict in a sentence, with a sign that is seen without its colour."""
    wrong = verdict.held and verdict.speaker == "another"
    sign = element("span", "!" if wrong else SIGNS[verdict.kind], class_="sign", aria_hidden="true")
    held = "half" if wrong else "yes" if verdict.held else "no"
    return element("h2", sign, element("span", tell_verdict(verdict, language)), class_="ruling", data_held=held)


def _listed(items: Iterable[Markup]) -> Markup:
    return element("ol", *items, class_="quotes")


def _show_place(language: Language, number: int, place: Place, words: Child) -> Markup:
    label = say(language, "open", number=number + 1)
    print_note = tell(language, "apart_note", differences=tell_print(place, language)) if place.differences else None
    return element(
        "li",
        open_button(TAB, number, str(number + 1), class_="number", aria_label=label),
        _show_words(place.span, number, words),
        show_origin(language, place.span),
        element("p", print_note, class_="faint") if print_note else None,
        *(element("p", caution, class_="flag") for caution in tell_cautions(place, language)),
        copy_button(language, place.span),
        class_="quote",
        data_side=place.span.voice.side,
    )


def _show_words(span: Span, number: int, words: Child) -> Markup:
    return element(
        "blockquote",
        words,
        lang=span.readout.language,
        dir="auto",
        data_event="select",
        data_of=TAB,
        data_place=number,
    )


def show_held(place: Place) -> Markup:
    """Return the words of a place, those set apart that an ellipsis leaves out."""
    spans = [Segment(gap.start, gap.end) for gap in place.left_out]
    return _mark(place.span.readout.text, Segment(place.span.start, place.span.end), spans, "span", class_="omitted")


def _show_piece(verdict: Verdict, segment: Segment, language: Language, number: int) -> Markup:
    words = verdict.claim.text[segment.start : segment.end]
    quoted = element("q", words, lang=verdict.claim.language)
    return element("h3", say(language, "verify_piece", number=number), " ", quoted, class_="piece")


def _show_nearest(verdict: Verdict, nearest: Comparison, language: Language, number: int) -> Markup:
    """Return the quotation with what is wrong in it struck out, above the source with what is missing underlined."""
    claim, place = verdict.claim, nearest.place
    wrong = [edit.quoted for edit in nearest.edits]
    missing = [edit.held for edit in nearest.edits]
    whole = Segment(claim.segments[0].start, claim.segments[-1].end)
    shown = element("blockquote", _mark(claim.text, whole, wrong, "del"), lang=claim.language, dir="auto")
    held = _mark(place.span.readout.text, Segment(place.span.start, place.span.end), missing, "ins")
    return join(
        element("h3", say(language, "verify_shown")),
        element("div", shown, class_="shown"),
        element("h3", say(language, "verify_held")),
        _listed([_show_place(language, number, place, held)]),
        element("p", say(language, "verify_legend"), class_="faint legend"),
    )


def _mark(text: str, whole: Segment, marked: Sequence[Segment], tag: str, **attributes: str) -> Markup:
    """Return a stretch of text with some stretches of it in an element."""
    parts: list[Child] = []
    end = whole.start
    for stretch in marked:
        if stretch.start < stretch.end:
            parts += [text[end : stretch.start], element(tag, text[stretch.start : stretch.end], **attributes)]
            end = stretch.end
    return join(*parts, text[end : whole.end])


def _show_meaning(language: Language, number: int, span: Span) -> Markup:
    label = say(language, "open", number=number + 1)
    return element(
        "li",
        open_button(TAB, number, "≈", class_="number", aria_label=label),
        show_quote(language, span, of=TAB, place=number),
        show_origin(language, span),
        class_="quote near",
        data_side=span.voice.side,
    )
