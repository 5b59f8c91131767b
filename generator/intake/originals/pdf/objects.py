"""The objects of a PDF, found by their keywords: the table that lists them may lie.

Names are read with their escapes resolved: `/Java#53cript` is `/JavaScript`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.intake.originals.extract import UNPACKED, Budget, NotReadError
from generator.intake.originals.pdf import strings
from generator.intake.originals.pdf.filters import unpacked

MOST = 250_000
"""Objects of one file."""
_OBJECT = re.compile(rb"(?<![A-Za-z])obj(?![A-Za-z])")
_NUMBER = re.compile(rb"(?<!\d)(\d{1,10})[\s\0]{1,20}\d{1,10}[\s\0]{1,20}$")
_BEFORE = 64
_STREAM = re.compile(rb"(?<![A-Za-z])stream(?=[\r\n])")
_ESCAPED = re.compile(rb"/[^\s\0/<>\[\](){}%#]*#[^\s\0/<>\[\](){}%]*")
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_FIRST = re.compile(rb"/First\s{0,4}(\d{1,9})")
_LONG = 10
_PLAIN = re.compile(
    rb"(?:[^()%\\]++|\\.|" + strings.STRING + rb"|(?P<comment>%[^\r\n]*+)[\r\n]?+)*+", re.DOTALL
)
"""As far as strings are closed."""
_DOUBTED = 10 * 2**20
"""Bytes looked at in all objects together whose end cannot be told at once."""
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One object as it stands in the file, and what follows it up to the next."""

    number: int | None
    head: bytes
    """What stands before its stream, or all of it."""
    packed: bytes | None
    """Its stream as it stands in the file."""
    tail: bytes
    """What follows: the trailer, after the last one."""


@dataclass(slots=True)
class Objects:
    """All that one file holds."""

    pieces: list[Piece] = field(default_factory=list)
    inner: list[tuple[int, bytes]] = field(default_factory=list)
    """Objects that were packed into streams, by their numbers."""
    last: dict[int, Piece] = field(default_factory=dict)
    """The last version of each object, in the order of the file."""
    unread: list[str] = field(default_factory=list)
    budget: Budget = field(default_factory=lambda: Budget(UNPACKED, "解压后过大的内容"))

    @property
    def heads(self) -> Iterator[bytes]:
        """Every dictionary and every other object outside streams, earlier versions too."""
        for piece in self.pieces:
            yield piece.head
            if piece.tail:
                yield piece.tail
        yield from (head for _, head in self.inner)

    def by_number(self) -> dict[int, bytes]:
        """The last version of each object."""
        own = {piece.number: piece.head for piece in self.pieces if piece.number is not None}
        return own | dict(self.inner)

    def stream(self, piece: Piece) -> bytes | None:
        """A stream's content; None, and said, where it cannot be unpacked."""
        if piece.packed is None:
            return None
        try:
            return unpacked(piece.head, piece.packed, self.budget)
        except NotReadError as reason:
            self.unread.append(str(reason))
            return None


def objects(data: bytes) -> Objects:
    """Every object of a file, those packed into streams last."""
    found = Objects()
    try:
        found.pieces.extend(_pieces(data))
    except NotReadError as reason:
        found.unread.append(str(reason))
        found.pieces.append(Piece(None, resolved(data), None, b""))
    for piece in found.pieces:
        if piece.number is not None:
            found.last[piece.number] = piece
        if piece.packed is not None and b"/ObjStm" in piece.head:
            inner = _inner(piece.head, found.stream(piece) or b"")
            found.inner += inner
            found.last |= {number: Piece(number, head, None, b"") for number, head in inner}
    return found


def _pieces(data: bytes) -> Iterator[Piece]:
    count, done = Budget(MOST, f"超过 {MOST:,} 个对象的内容"), 0
    doubted = Budget(_DOUBTED, "分不清起止的对象")
    places = [match.span() for match in _OBJECT.finditer(data)]
    count.spend(len(places))
    if not places:
        yield Piece(None, resolved(data), None, b"")
        return
    ends = [*(start for start, _ in places[1:]), len(data)]
    for (start, body), after in zip(places, ends, strict=True):
        number = _NUMBER.search(data[max(0, start - _BEFORE) : start])
        opening = _STREAM.search(data, body, after)
        cut = opening.start() if opening else after
        if start >= done and not _is_plain(data, body, cut):
            yield Piece(None, resolved(_whole(data, body, cut, doubted)), None, b"")
        head = resolved(data[body:cut])
        if opening is None or start < done:  # what looks like an object inside a stream
            yield Piece(int(number[1]) if number else None, head, None, b"")
            continue
        end = data.find(b"endstream", opening.end())
        done = len(data) if end < 0 else end
        tail = resolved(data[done:after]) if done < after else b""
        yield Piece(int(number[1]) if number else None, head, data[opening.end() : done], tail)


def _is_plain(data: bytes, start: int, end: int) -> bool:
    """Whether all strings and comments are closed: else a keyword in one of them cut it off."""
    found = _PLAIN.match(data, start, end)
    return found is not None and found.end() == end != found.end("comment")


def _whole(data: bytes, start: int, cut: int, budget: Budget) -> bytes:
    """An object that was cut off within a string or comment, up to an end outside of both."""
    end = cut
    for _ in range(_TRIES):
        at = data.find(b"endobj", end)
        end = len(data) if at < 0 else at
        budget.spend(end - start)
        if at < 0 or _is_plain(data, start, end):
            break
        end += len(b"endobj")
    return data[start:end]


def resolved(text: bytes) -> bytes:
    """Names as they are meant."""
    if b"#" not in text:
        return text
    return _ESCAPED.sub(lambda name: _CODE.sub(_sign, name[0]), text)


def _sign(code: re.Match[bytes]) -> bytes:
    return bytes([int(code[1], 16)])


def _inner(head: bytes, raw: bytes) -> list[tuple[int, bytes]]:
    """The objects of an object stream: pairs of number and offset stand before them."""
    first = _FIRST.search(head)
    start = int(first[1]) if first else 0
    pairs = [int(word) for word in raw[:start].split() if word.isdigit() and len(word) < _LONG]
    offsets = [start + offset for offset in pairs[1::2]]
    if not offsets or offsets != sorted(offsets):
        return [(-1, resolved(raw))]
    ends = [*offsets[1:], len(raw)]
    return [(n, resolved(raw[a:b])) for n, a, b in zip(pairs[::2], offsets, ends, strict=False)]
