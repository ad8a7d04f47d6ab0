"""Risk against coverage as a picture: what share of answers is wrong as more questions are answered. Writes SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.answers import AnswerScore
from eval.metrics import risk_coverage

WIDTH, HEIGHT = 640, 400
LEFT, TOP, RIGHT, BOTTOM = 64, 48, 600, 340
COLOURS = ("#1b5e9b", "#b3541e", "#4a6b2f")

Points = Sequence[tuple[float, float]]


def curve_of(scores: Sequence[AnswerScore]) -> list[tuple[float, float]]:
    """Return (share of all questions answered, share of these answers wrong), surest answers first.

    The curve ends where the system refuses the rest.
    """
    answered = [score for score in scores if score.found]
    points = risk_coverage([score.score for score in answered], [score.right for score in answered])
    part = len(answered) / len(scores) if scores else 0.0
    return [(coverage * part, risk) for coverage, risk in points]


def draw_curves(curves: Mapping[str, Points]) -> str:
    """Return the curves as an SVG picture, each named at its end."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13" fill="#222">',
        "<title>Risk against coverage</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">Answers that are wrong, as more questions are answered</text>',
        *(_tick(step / 5) for step in range(6)),
        f'<text x="{(LEFT + RIGHT) // 2}" y="{BOTTOM + 42}" text-anchor="middle">questions answered, %</text>',
        f'<text transform="translate(18 {(TOP + BOTTOM) // 2}) rotate(-90)" text-anchor="middle">wrong, %</text>',
    ]
    parts += [_curve(name, points, colour) for (name, points), colour in zip(curves.items(), COLOURS, strict=False)]
    return "\n".join([*parts, "</svg>", ""])


def _place(coverage: float, risk: float) -> tuple[float, float]:
    return LEFT + coverage * (RIGHT - LEFT), BOTTOM - risk * (BOTTOM - TOP)


def _tick(value: float) -> str:
    x, y = _place(value, value)
    return (
        f'<path d="M{LEFT} {y:.0f}H{RIGHT}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{100 * value:.0f}</text>'
        f'<text x="{x:.0f}" y="{BOTTOM + 20}" text-anchor="middle">{100 * value:.0f}</text>'
    )


def _curve(name: str, points: Points, colour: str) -> str:
    if not points:
        return ""
    places = [_place(coverage, risk) for coverage, risk in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    return (
        f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
        f'<text x="{x - 8:.1f}" y="{y - 10:.1f}" text-anchor="end" fill="{colour}">{name}</text>'
    )
