"""What the words around the one figure of a cell say of it."""

from dataclasses import dataclass, field

from generator.values.cells.signs import Operator
from generator.values.cells.units import KNOWN
from generator.values.lazily import lazily

NOTE = lazily(r"\((?![^()]*\d)([^()]*)\)")
"""What stands in brackets, without figures."""
UNIT_NOTE = lazily(rf"(?:[十百千]?[万亿]|千)?(?:{KNOWN})")
READING_NOTE = lazily(r"[约近超余限最每/]|以[上下内]|左右|上下|不少|不低")
"""What a note has that is more than a note."""
CLAUSE = lazily(r"[,;。]")


@dataclass(slots=True)
class Around:
    """What the words around a figure say of it."""

    sign: Operator | None = None
    reached: bool = False
    about: bool = False
    rises: bool | None = None
    """The direction of a change; None where it is none."""
    up_to: bool = False
    """Whether it is where a change ends: 提升至."""
    currency: bool = False
    periods: list[str] = field(default_factory=list)
    fault: str = ""
    """Why the cell has no one reading."""
    words: bool = False
    """Whether words stand behind the figure."""
    ambiguous: bool = False
    """Whether 》 or 《 was typed, which another sign may decide."""
    loose: bool = False
    """Whether other words than a name stand before it: a bare number may be part of them."""
    waits: str = ""
    """What a time is counted from, where it is: 合同签订后."""
    unit: str = ""
    """A unit that stands in brackets before the figure."""

    def also(self, sign: Operator) -> None:
        """Takes one more sign, which has to be the same."""
        if self.sign not in (None, sign):
            same_way = self.sign is not None and self.sign.wants_less == sign.wants_less
            self.fault = "符号有两种读法" if same_way else "符号互相矛盾"
        self.sign = sign

    def refuse(self, reason: str) -> None:
        """Notes why the cell has no one reading; the first reason stays."""
        self.fault = self.fault or reason
