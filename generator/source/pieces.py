"""What takes up room in a file beside its comments: scalars, and where blocks open and close."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

import yaml

from generator.source.document import At
from generator.source.mark import ParserMark
from generator.values.text import normalise


class Position(NamedTuple):
    """Line and column from 0, as the parser counts."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: ParserMark | None) -> Self:
        """As it is; without a mark, the beginning."""
        return cls(0, 0) if mark is None else cls(mark.line, mark.column)


@dataclass(frozen=True, slots=True)
class Piece:
    """A scalar, or the opening or closing of a block or list."""

    at: At
    begin: Position
    end: Position
    inside: bool
    """Part of a block in brackets."""
    bracketed: bool = False
    """The opening or closing bracket of one."""
    opens: bool = False
    closes: bool = False
    column: int = 0
    """Where the entries of the block begin that this is an entry of, or that closes here."""
    entry: bool = False
    """Begins a key or a list item."""
    literal: bool = False
    """Text on the lines below its `|` or `>`."""


@dataclass(slots=True)
class _Open:
    """A block or list that is being read."""

    at: At
    mapping: bool
    bracketed: bool
    column: int
    key: str | None = None
    count: int = 0

    @property
    def expects_key(self) -> bool:
        return self.mapping and self.key is None

    @property
    def next(self) -> At:
        return (*self.at, self.key or "") if self.mapping else (*self.at, self.count)

    def filled(self) -> None:
        """Go on to the next entry."""
        self.key, self.count = None, self.count + 1


def pieces_of(text: str) -> Iterator[Piece]:
    """Everything with a place, in the order of the file."""
    root = _Open((), mapping=True, bracketed=False, column=0)
    open_blocks: list[_Open] = []
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        begin, end = Position.of(event.start_mark), Position.of(event.end_mark)
        block = open_blocks[-1] if open_blocks else root
        column, inside = block.column, block.bracketed
        match event:
            case yaml.ScalarEvent() if block.expects_key and open_blocks:
                block.key = normalise(event.value)[0]
                yield Piece(block.next, begin, end, inside, column=column, entry=True)
            case yaml.ScalarEvent():
                literal = event.style in ("|", ">")
                entry = not block.mapping
                yield Piece(
                    block.next, begin, end, inside, column=column, entry=entry, literal=literal
                )
                block.filled()
            case yaml.CollectionStartEvent():
                at = block.next if open_blocks else ()
                entry = bool(open_blocks) and not block.mapping
                flow = bool(event.flow_style)
                yield Piece(at, begin, end, inside, flow, opens=True, column=column, entry=entry)
                mapping = isinstance(event, yaml.MappingStartEvent)
                open_blocks.append(_Open(at, mapping, flow, begin.column))
            case yaml.CollectionEndEvent():
                open_blocks.pop()
                yield Piece(block.at, begin, end, inside, inside, closes=True, column=column)
                if open_blocks:
                    open_blocks[-1].filled()
