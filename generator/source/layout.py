"""What a content file holds beside its data: comments, blank lines, what shares a line.

`layout_of(content)` finds every comment from the parser's own places: whatever stands outside the
scalars and begins with `#` is one. `write` puts each back beside the value it belongs to:

- a comment behind a value or key on its line belongs to that value;
- a comment on a line of its own belongs to the next key or item; where it is indented like the
  block that ends there rather than like what follows, it is the last line of that block;
- what precedes the first key is the head of the file, but for a last group of lines that a blank
  line sets off from the head: these belong to the key.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

from generator.source.decoding import decode
from generator.source.document import At
from generator.source.pieces import Piece, Position, pieces_of

Lines = tuple[str, ...]
"""Comments with their `#`; an empty one is a blank line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands around the values of a file, by their paths as typed."""

    above: Mapping[At, Lines] = field(default_factory=dict)
    """Lines before a key or item; at `()` the head of the file."""
    beside: Mapping[At, Lines] = field(default_factory=dict)
    """Comments on the line of a key or item; several where its value had several lines."""
    below: Mapping[At, Lines] = field(default_factory=dict)
    """Last lines of a block; at `()` the foot of the file."""
    inline: frozenset[At] = frozenset()
    """Lists and blocks in brackets, on one line as far as they fit."""

    @property
    def comments(self) -> Counter[str]:
        """Every comment, however many times it stands there."""
        return Counter(
            line
            for lines in (*self.above.values(), *self.beside.values(), *self.below.values())
            for line in lines
            if line
        )

    def respelt(self, spell: Callable[[At], At]) -> "Layout":
        """The same with its paths spelt in another way."""
        above, beside, below = (
            {spell(at): lines for at, lines in notes.items()}
            for notes in (self.above, self.beside, self.below)
        )
        return Layout(above, beside, below, frozenset(map(spell, self.inline)))


def layout_of(content: bytes) -> Layout:
    """The layout of a file that `read` accepts without an error."""
    text, _ = decode(content, "")
    return _Layouter(text or "").layout()


class _Comment(NamedTuple):
    position: Position
    text: str
    alone: bool
    """On a line of its own."""


class _Layouter:
    """One text; its comments are given to its pieces one by one."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.pieces = list(pieces_of(text))
        self.begins = [piece.begin for piece in self.pieces]
        self.above: dict[At, list[str]] = defaultdict(list)
        self.beside: dict[At, list[str]] = defaultdict(list)
        self.below: dict[At, list[str]] = defaultdict(list)

    def layout(self) -> Layout:
        blank = False
        for step in self._steps():
            match step:
                case None:
                    blank = True
                case _Comment():
                    self._place(step, blank=blank)
                    blank = blank and not step.alone
                case Piece():
                    parts = step.entry and not step.inside
                    if blank and parts:
                        self.above[step.at].append("")
                    blank = blank and not parts and (step.closes or step.opens)
        self._part_head()
        above, beside, below = (
            {at: tuple(lines) for at, lines in notes.items()}
            for notes in (self.above, self.beside, self.below)
        )
        inline = frozenset(p.at for p in self.pieces if p.opens and p.bracketed and p.at)
        return Layout(above, beside, below, inline)

    def _steps(self) -> Iterator[Piece | _Comment | None]:
        """Pieces and comments in order, and None for each blank line between them."""
        pieces = iter([*self.pieces, None])
        piece = next(pieces)
        for position, comment in self._gaps():
            while piece is not None and piece.begin <= position:
                yield piece
                piece = next(pieces)
            yield comment
        while piece is not None:
            yield piece
            piece = next(pieces)

    def _gaps(self) -> Iterator[tuple[Position, _Comment | None]]:
        """Every comment and every blank line outside the scalars."""
        taken = [(Position(0, 0), Position(0, 0)), *self._taken()]
        ends = Position(len(self.lines), 0)
        for (_, begin), (end, _) in pairwise([*taken, (ends, ends)]):
            for number in range(begin.line, min(end.line + 1, len(self.lines))):
                start = begin.column if number == begin.line else 0
                stop = end.column if number == end.line else len(self.lines[number])
                gap = self.lines[number][start:stop]
                position = Position(number, start)
                if "#" in gap:
                    column = start + gap.index("#")
                    line = self.lines[number]
                    alone = not line[:column].strip()
                    position = Position(number, column)
                    yield position, _Comment(position, line[column:].rstrip(), alone)
                elif not self.lines[number].strip() and number < len(self.lines) - 1:
                    yield position, None

    def _taken(self) -> Iterator[tuple[Position, Position]]:
        """Where the scalars stand; of text below a `|` the sign and the lines apart."""
        for piece in self.pieces:
            if piece.opens or piece.closes:
                continue
            if not piece.literal:
                yield piece.begin, piece.end
                continue
            header = self.lines[piece.begin.line][piece.begin.column :]
            sign = header[: len(header) - len(header.lstrip("|>+-0123456789"))]
            yield piece.begin, Position(piece.begin.line, piece.begin.column + len(sign))
            end = piece.end
            while "+" not in sign and end.line > piece.begin.line + 1 and not end.column:
                if self.lines[end.line - 1].strip():
                    break
                end = Position(end.line - 1, 0)
            below = Position(piece.begin.line + 1, 0)
            yield below, max(below, end)

    def _place(self, comment: _Comment, *, blank: bool) -> None:
        """Give a comment to what it belongs to."""
        after = bisect_right(self.begins, comment.position)
        if not comment.alone and (owner := self._owner(comment, after)) is not None:
            (self.beside[owner] if owner else self.above[self._first_key]).append(comment.text)
            return
        notes, at = self._target(comment.position.column, after)
        notes[at] += [""] * blank + [comment.text]

    def _owner(self, comment: _Comment, after: int) -> At | None:
        """The value or key that ends on the comment's line before it."""
        if not after:
            return None
        piece = self.pieces[after - 1]
        if (piece.opens or piece.closes) and not piece.bracketed:
            return None
        line = piece.begin.line if piece.literal else piece.end.line
        return piece.at if line == comment.position.line else None

    def _target(self, column: int, after: int) -> tuple[dict[At, list[str]], At]:
        """Where a comment on its own line goes."""
        closing: list[Piece] = []
        for piece in islice(self.pieces, after, None):
            if piece.closes and piece.bracketed:
                return self.below, piece.at
            if piece.closes:
                closing.append(piece)
            elif piece.entry or piece.bracketed or not piece.opens:
                ended = (b.at for b in closing if piece.column < b.column <= column)
                block = next(ended, None)
                return (self.above, piece.at) if block is None else (self.below, block)
        return self.below, next((b.at for b in closing if b.column <= column), ())

    @property
    def _first_key(self) -> At:
        return next((piece.at for piece in self.pieces if piece.entry), ())

    def _part_head(self) -> None:
        """Part what precedes the first key: the head of the file, and what belongs to the key."""
        lines = self.above.pop(self._first_key, [])
        while lines and not lines[0]:
            lines.pop(0)
        last_blank = max((n for n, line in enumerate(lines) if not line), default=len(lines) - 1)
        self.above[()] = lines[: last_blank + 1]
        self.above[self._first_key] += lines[last_blank + 1 :]
