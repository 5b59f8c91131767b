"""Places on a page: boxes, and the matrices by which content is moved, turned and scaled."""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FAR = 1e9
"""No place lies further away: numbers of a file may be of any size."""


def ordered(x: float, y: float, other_x: float, other_y: float) -> Box:
    """The box between two corners."""
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def both(one: Box, other: Box) -> Box:
    """What lies in both boxes."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, max(left, min(one[2], other[2])), max(bottom, min(one[3], other[3]))


def times(one: Matrix, other: Matrix) -> Matrix:
    """The first, and then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    made = (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip
    return tuple(max(-_FAR, min(_FAR, number)) for number in made)  # type: ignore[return-value]


def box_of(points: Sequence[tuple[float, float]], at: Matrix) -> Box:
    """The box around points that are moved so."""
    a, b, c, d, e, f = at
    places = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
    across, up = zip(*places, strict=True)
    return min(across), min(up), max(across), max(up)
