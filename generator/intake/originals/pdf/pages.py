"""The pages of a PDF as a reader turns them: the last version of each, in their order.

What a page tree does not lead to is not read; nor is what cannot be told for certain.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.intake.originals.extract import NotReadError
from generator.intake.originals.pdf.fonts import Font, Tables
from generator.intake.originals.pdf.objects import Objects
from generator.intake.originals.pdf.places import Box, both, ordered
from generator.intake.originals.pdf.values import Name, Reference, Value, numbers, value_of

_PAGES = 5_000
_USUAL: Box = (0.0, 0.0, 612.0, 792.0)
"""Of a page that does not say how large it is."""
_DEEPEST = 30
_INHERITED = (b"Resources", b"MediaBox", b"CropBox")
_HARMLESS = frozenset(
    {b"Link", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly", b"Popup", b"Text", b"Widget"}
)
"""Notes that cover nothing of a page."""


class Page(NamedTuple):
    """One page."""

    content: bytes
    resources: Value
    box: Box
    """What is seen of it."""
    covered: tuple[Box, ...]
    """What notes are laid over."""


@dataclass(slots=True)
class File:
    """One file, asked for values by whoever follows its references."""

    found: Objects
    tables: Tables = field(init=False)
    streams: dict[int, bytes] = field(default_factory=dict)
    values: dict[int, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named = (value_of(piece.head) for piece in self.found.last.values())
        dictionaries = (one for one in named if isinstance(one, Mapping))
        maps = (one.get(b"ToUnicode") for one in dictionaries)
        wanted = {one.number for one in maps if isinstance(one, Reference)}
        self.tables = Tables({n: self.stream(n) for n in wanted if n in self.found.last})

    def get(self, value: Value, name: bytes) -> Value:
        """What a dictionary says under a name, wherever either of them stands."""
        holder = self.at(value)
        return self.at(holder.get(name)) if isinstance(holder, Mapping) else None

    def at(self, value: Value) -> Value:
        """A value, or what the object says that it refers to."""
        for _ in range(_DEEPEST):
            if not isinstance(value, Reference):
                return value
            number = value.number
            if number not in self.values:
                piece = self.found.last.get(number)
                self.values[number] = value_of(piece.head) if piece else None
            value = self.values[number]
        return None

    def stream(self, number: int) -> bytes:
        """The content of a stream; empty where it cannot be told."""
        if number not in self.streams:
            piece = self.found.last.get(number)
            self.streams[number] = (piece and self.found.stream(piece)) or b""
        return self.streams[number]

    def font(self, fonts: Value, name: bytes) -> Font:
        """The font that a page calls so; one that nobody can read where there is none."""
        holder = self.at(fonts)
        one = holder.get(name) if isinstance(holder, Mapping) else None
        piece = self.found.last.get(one.number) if isinstance(one, Reference) else None
        return self.tables.font(piece.head) if piece else Font(encoding="")

    @property
    def catalog(self) -> Value:
        """Where the tree of pages begins: what the last trailer names."""
        root: Value = None
        for piece in self.found.pieces:
            for text in (piece.head, piece.tail):
                if b"/Root" in text:
                    trailer = text.rpartition(b"trailer")[2]
                    told = value_of(trailer)
                    root = (isinstance(told, Mapping) and told.get(b"Root")) or root
        return self.at(root)

    @property
    def has_hidden_layers(self) -> bool:
        """Whether any of its layers may be turned off."""
        usual = self.get(self.get(self.catalog, b"OCProperties"), b"D")
        return bool(self.get(usual, b"OFF") or self.get(usual, b"BaseState"))

    def pages(self) -> Iterator[Page]:
        """Each page in its place; raises NotReadError where the tree has no end."""
        waiting = [(self.get(self.catalog, b"Pages"), dict[bytes, Value](), 0)]
        count = 0
        while waiting:
            node, above, depth = waiting.pop()
            count += 1
            if not isinstance(node, Mapping) or depth > _DEEPEST or count > _PAGES:
                raise NotReadError("分不清先后的页面")
            own = above | {name: node[name] for name in _INHERITED if name in node}
            kids = self.at(node.get(b"Kids"))
            if isinstance(kids, list):
                waiting += [(self.at(kid), own, depth + 1) for kid in reversed(kids)]
            else:
                content = self._content(node.get(b"Contents"))
                covered = tuple(self._covered(node))
                yield Page(content, own.get(b"Resources"), self._box(own), covered)

    def _box(self, own: Mapping[bytes, Value]) -> Box:
        told = (numbers(self.at(own.get(name)), 4) for name in (b"MediaBox", b"CropBox"))
        whole, *others = [ordered(*box) for box in told if box] or [_USUAL]
        return both(whole, others[0]) if others else whole

    def _content(self, contents: Value) -> bytes:
        told = [contents] if isinstance(self.at(contents), Mapping) else self.at(contents)
        parts = told if isinstance(told, list) else []
        return b"\n".join(self.stream(one.number) for one in parts if isinstance(one, Reference))

    def _covered(self, page: Mapping[bytes, Value]) -> Iterator[Box]:
        notes = self.at(page.get(b"Annots"))
        for note in notes if isinstance(notes, list) else ():
            kind, box = self.get(note, b"Subtype"), numbers(self.get(note, b"Rect"), 4)
            if box and not (isinstance(kind, Name) and kind in _HARMLESS):
                yield ordered(*box)
