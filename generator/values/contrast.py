"""How well a colour can be told from its background.

Source: Web Content Accessibility Guidelines (WCAG) 2.2, definitions of “relative luminance” and
“contrast ratio”; success criterion 1.4.3 asks 4.5 : 1 of text.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

LEAST = 4.5
"""The contrast ratio that text needs."""
_STEPS = 255
_LINEAR_BELOW = 0.04045
"""Of a channel between 0 and 1: up to here sRGB is a straight line."""


class Colour(NamedTuple):
    """A colour of sRGB, each channel from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, code: str) -> "Colour":
        """The colour of `#rrggbb`; raises ValueError for anything else."""
        return cls(*bytes.fromhex(code.removeprefix("#")))

    def __str__(self) -> str:
        return f"#{bytes(self).hex()}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 for black and 1 for white."""
        red, green, blue = map(_linear, self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: "Colour", part: int) -> "Colour":
        """The colour with so many 255ths of another."""
        pairs = zip(self, other, strict=True)
        return Colour(*((own * (_STEPS - part) + its * part) // _STEPS for own, its in pairs))


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)


def hardest(colour: Colour, backgrounds: Iterable[Colour]) -> Colour:
    """The background from which a colour is told least well."""
    return min(backgrounds, key=lambda background: contrast(colour, background))


def darkened(colour: Colour, fits: Callable[[Colour], bool]) -> Colour:
    """The colour with as little black as makes it fit."""
    return _mixed_until(colour, BLACK, fits)


def lightened(colour: Colour, fits: Callable[[Colour], bool]) -> Colour:
    """The colour with as little white as makes it fit."""
    return _mixed_until(colour, WHITE, fits)


def _mixed_until(colour: Colour, other: Colour, fits: Callable[[Colour], bool]) -> Colour:
    mixtures = (colour.mixed(other, part) for part in range(_STEPS + 1))
    return next((mixture for mixture in mixtures if fits(mixture)), other)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
