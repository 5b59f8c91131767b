"""Whether signs are painted in a colour that shows on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.intake.originals.pdf.content import Operand, floats
from generator.intake.originals.pdf.values import Name, Value

_BRIGHT, _NO_INK = 0.95, 0.05
_INKS = (b"Separation", b"DeviceN")
_CMYK = 4
_STROKED_ONLY, _STROKED = (1, 5), (2, 6)
_DEVICE = (b"g", b"rg", b"k")
_PAINTED = (b"sc", b"scn")


@dataclass(slots=True)
class Colours:
    """What signs are filled and stroked with."""

    fill_shows: bool = True
    stroke_shows: bool = True
    fill_is_ink: bool = False
    """Whether its numbers tell how much of an ink, and not how bright."""
    stroke_is_ink: bool = False

    def is_seen(self, mode: int) -> bool:
        """Whether signs written in this mode show."""
        if mode in _STROKED_ONLY:
            return self.stroke_shows
        return self.fill_shows or (mode in _STROKED and self.stroke_shows)

    def set(
        self, operator: bytes, given: Sequence[Operand], space: Callable[[bytes], Value]
    ) -> None:
        """Follow an operator, if it is one of colour; `space` looks up a named colour space."""
        isolated = operator.lower()
        is_stroke = operator.isupper()
        if isolated == b"cs" and given and isinstance(given[0], Name):
            told = space(given[0])
            is_ink = isinstance(told, list) and bool(told) and told[0] in _INKS
            self._put(is_stroke, shows=True, is_ink=is_ink or given[0] == b"DeviceCMYK")
        elif isolated in _DEVICE:
            self._put(is_stroke, shows=_shows(floats(list(given)), is_ink=isolated == b"k"))
        elif isolated in _PAINTED:
            is_ink = self.stroke_is_ink if is_stroke else self.fill_is_ink
            told_numbers = floats(list(given))
            shows = _shows(told_numbers, is_ink=is_ink or len(told_numbers) == _CMYK)
            self._put(is_stroke, shows=shows, is_ink=is_ink)

    def _put(self, is_stroke: bool, *, shows: bool, is_ink: bool = False) -> None:  # noqa: FBT001
        if is_stroke:
            self.stroke_shows, self.stroke_is_ink = shows, is_ink
        else:
            self.fill_shows, self.fill_is_ink = shows, is_ink


def _shows(told: Sequence[float], *, is_ink: bool) -> bool:
    """A pattern, which is no numbers, shows."""
    if not told:
        return True
    if is_ink:
        return max(told) > _NO_INK
    return min(told) < _BRIGHT
