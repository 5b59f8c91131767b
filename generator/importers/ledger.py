"""What became of every sign of a source: placed, a label, left out, or not placed.

The record is gathered here value by value, each with the places it was read from, so that nothing
is in a draft without a place, and nothing of the source is lost unsaid.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from generator.importers.outline import Outline, Piece
from generator.importers.values import says_same
from generator.source import At

_JOINING = frozenset("：:，,。.；;、（）()[]【】《》“”\"'‘’-—–_·…/|*　 \t\n\r!！?？")
"""Signs that say nothing by themselves."""


class Confidence(Enum):
    """How sure a value is; the number is for programs."""

    STATED = "1.0", "原文写明"
    INFERRED = "0.8", "据上下文推断"
    DOUBTFUL = "0.5", "请核对"

    @property
    def number(self) -> str:
        return self.value[0]

    @property
    def label(self) -> str:
        return self.value[1]


class Role(Enum):
    """What became of a part of a text."""

    VALUE = "value"
    LABEL = "label"
    LEFT_OUT = "left_out"


class Span(NamedTuple):
    """A part of a piece of the source."""

    piece: int
    start: int
    end: int


class Claim(NamedTuple):
    """A part of a piece and what became of it."""

    span: Span
    role: Role
    at: At = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the draft, in English spelling."""

    text: str
    spans: tuple[Span, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Open:
    """A field that is left to whoever looks: no reading, or more than one."""

    at: At
    readings: tuple[str, ...]
    spans: tuple[Span, ...]
    reason: str


def _key(piece: Piece) -> tuple[str, str]:
    return piece.place, piece.text


@dataclass(slots=True)
class Ledger:
    """The pieces of one source and what became of them."""

    outline: Outline
    pieces: tuple[Piece, ...] = field(init=False)
    claims: list[Claim] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(init=False)
    """By place and text: a cell may be looked at on more than one grid."""

    _claimed: set[int] = field(default_factory=set)
    """The pieces of which something was claimed."""

    def __post_init__(self) -> None:
        self.pieces = tuple(self.outline.pieces)
        self._numbers = {_key(piece): n for n, piece in enumerate(self.pieces)}

    def span(self, piece: Piece, start: int = 0, end: int | None = None) -> Span:
        """A part of a piece, or all of it."""
        return Span(self._numbers[_key(piece)], start, len(piece.text) if end is None else end)

    def claim(self, span: Span, role: Role, at: At = ()) -> None:
        """Note what became of a part."""
        self.claims.append(Claim(span, role, at))
        self._claimed.add(span.piece)

    def is_claimed(self, piece: Piece) -> bool:
        """Whether anything of a piece has been placed."""
        return self._numbers[_key(piece)] in self._claimed

    def text(self, span: Span) -> str:
        return self.pieces[span.piece].text[span.start : span.end]

    def place(self, span: Span) -> str:
        return self.pieces[span.piece].place

    def certainty(self, span: Span) -> float:
        """How sure the reading of the piece is."""
        return self.pieces[span.piece].certainty

    def give_up(self, first: int, *, keeping_names: bool) -> None:
        """Forget what was claimed from a place on: there is no draft that would hold it.

        Of a blank form all that was read is what it prints itself.
        """
        given_up = self.claims[first:]
        del self.claims[first:]
        if keeping_names:
            self.claims += (
                claim if claim.role is Role.LEFT_OUT else Claim(claim.span, Role.LABEL)
                for claim in given_up
            )
        self._claimed = {claim.span.piece for claim in self.claims}

    def unplaced(self) -> Iterator[Span]:
        """What nobody claimed, in the order of the source; joining signs alone are nothing."""
        covered: dict[int, set[int]] = {}
        for claim in self.claims:
            covered.setdefault(claim.span.piece, set()).update(
                range(claim.span.start, claim.span.end)
            )
        for n, piece in enumerate(self.pieces):
            taken = covered.get(n, set())
            start = None
            for place in range(len(piece.text) + 1):
                is_free = place < len(piece.text) and place not in taken
                if is_free and start is None:
                    start = place
                elif not is_free and start is not None:
                    if not _JOINING.issuperset(piece.text[start:place]):
                        yield Span(n, start, place)
                    start = None

    def left_out(self) -> int:
        """How many texts about persons stay out of the draft."""
        return len({claim.span for claim in self.claims if claim.role is Role.LEFT_OUT})


@dataclass(slots=True)
class Gathering:
    """The values of one draft as they are found."""

    ledger: Ledger
    values: dict[At, Value] = field(default_factory=dict)
    choices: dict[At, list[str]] = field(default_factory=dict)
    """Columns of which a row chooses several words, each printed as a column of its own."""
    open: list[Open] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _lengths: dict[At, int] = field(default_factory=dict)
    """How many entries each list has; without it every entry would be a look at all values."""
    _disputed: dict[At, int] = field(default_factory=dict)
    """Of each path of which two places differ where it stands in `open`."""
    _held: set[At] = field(default_factory=set)
    """The paths at or below which something was put."""

    def put(
        self, at: At, text: str, spans: Iterable[Span],
        confidence: Confidence = Confidence.STATED,
    ) -> None:  # fmt: skip
        """A value with where it was read; a second one that says otherwise leaves both open."""
        spans = tuple(spans)
        for span in spans:
            self.ledger.claim(span, Role.VALUE, at)
        if not text:
            return
        if any(self.ledger.pieces[span.piece].is_doubtful for span in spans):
            confidence = Confidence.DOUBTFUL
        known = self.values.get(at)
        self._note(at)
        if at in self._disputed:
            n = self._disputed[at]
            readings = dict.fromkeys((*self.open[n].readings, text))
            self.open[n] = replace(
                self.open[n], readings=tuple(readings), spans=(*self.open[n].spans, *spans)
            )
        elif known is None:
            self.values[at] = Value(text, spans, confidence)
        elif says_same(known.text, text):
            self.values[at] = Value(known.text, (*known.spans, *spans), known.confidence)
        else:
            self._disputed[at] = len(self.open)
            self.leave_open(at, (known.text, text), (*known.spans, *spans), "原文有两处不同的写法")
            del self.values[at]

    def extend(self, at: At, text: str, span: Span) -> None:
        """A further paragraph of a text."""
        known = self.values[at]
        self.ledger.claim(span, Role.VALUE, at)
        self.values[at] = Value(f"{known.text}\n\n{text}", (*known.spans, span), known.confidence)

    def choose(self, at: At, word: str, span: Span) -> None:
        """One more word that a row chooses in a column."""
        self.ledger.claim(span, Role.VALUE, at)
        words = self.choices.setdefault(at, [])
        if word not in words:
            words.append(word)

    def leave_open(
        self, at: At, readings: Iterable[str], spans: Iterable[Span], reason: str
    ) -> None:
        """A field whose value is not decided."""
        spans = tuple(spans)
        for span in spans:
            self.ledger.claim(span, Role.VALUE, at)
        self._note(at)
        self.open.append(Open(at, tuple(readings), spans, reason))

    def open_also(
        self, at: At, readings: Iterable[str], spans: Iterable[Span], reason: str
    ) -> None:
        """The same where the places have told something else already."""
        self.open.append(Open(at, tuple(readings), tuple(spans), reason))

    def has(self, *at: str | int) -> bool:
        """Whether something was put at a path or below it."""
        return at in self._held

    def length(self, *at: str | int) -> int:
        """How many entries a list has so far."""
        return self._lengths.get(at, 0)

    def _note(self, at: At) -> None:
        for depth, part in enumerate(at):
            self._held.add(at[: depth + 1])
            if isinstance(part, int):
                self._lengths[at[:depth]] = max(self._lengths.get(at[:depth], 0), part + 1)
