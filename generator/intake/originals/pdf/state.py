"""What the operators of a page have set when something is drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generator.intake.originals.pdf.colours import Colours
from generator.intake.originals.pdf.content import Operand, floats
from generator.intake.originals.pdf.fonts import Font
from generator.intake.originals.pdf.places import IDENTITY, Box, Matrix, times
from generator.intake.originals.pdf.values import Value

_UNSEEN_MODES = (3, 7)


@dataclass(slots=True)
class State:
    """Of graphics and of text."""

    at: Matrix
    clip: Box
    colours: Colours = field(default_factory=Colours)
    is_clear: bool = False
    """Whether what is painted lets through what lies below it."""
    is_unseen: bool = False
    font: Font = field(default_factory=lambda: Font(encoding=""))
    size: float = 0.0
    leading: float = 0.0
    mode: int = 0
    line: Matrix = IDENTITY
    """Where the line begins, and `text` where the next sign stands."""
    text: Matrix = IDENTITY

    def copy(self) -> "State":
        """One that keeps what is set now."""
        return replace(self, colours=replace(self.colours))

    @property
    def shows_text(self) -> bool:
        """Whether signs that are written now leave something on the page."""
        is_painted = self.mode not in _UNSEEN_MODES and self.colours.is_seen(self.mode)
        return is_painted and not self.is_unseen

    def set(self, operator: bytes, given: list[Operand], space: Callable[[bytes], Value]) -> None:
        """Follow an operator that does nothing else; `space` looks up a named colour space."""
        match operator, floats(given):
            case b"Tr", [mode]:
                self.mode = int(mode)
            case b"TL", [leading]:
                self.leading = leading
            case b"cm", [a, b, c, d, e, f]:
                self.at = times((a, b, c, d, e, f), self.at)
            case b"BT", _:
                self.line = self.text = IDENTITY
            case b"Tm", [a, b, c, d, e, f]:
                self.line = self.text = (a, b, c, d, e, f)
            case b"T*", _:
                self.next_line()
            case b"Td", [x, y]:
                self._begin_line(x, y)
            case b"TD", [x, y]:
                self.leading = -y
                self._begin_line(x, y)
            case _:
                self.colours.set(operator, given, space)

    def next_line(self) -> None:
        """Begin the line below."""
        self._begin_line(0.0, -self.leading)

    def move(self, wide: float) -> None:
        """Go on along the line, by so many em."""
        self.text = times((1.0, 0.0, 0.0, 1.0, wide * self.size, 0.0), self.text)

    def _begin_line(self, x: float, y: float) -> None:
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)
