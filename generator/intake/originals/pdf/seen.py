"""What readers of a PDF's pages see of their text, as far as can be told without drawing them.

Left out is what is written invisibly, in white, in no size, outside of the page or of what it is
clipped to, on layers that may be off, and what is painted or pasted over later. Where it is in
doubt whether something is seen, it is left out: this text is shown to others than the page's own
readers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from generator.intake.originals.extract import Budget, NotReadError, without_unseen
from generator.intake.originals.pdf import content
from generator.intake.originals.pdf.content import Operand
from generator.intake.originals.pdf.ink import Ink
from generator.intake.originals.pdf.lines import Run, lines_of
from generator.intake.originals.pdf.objects import objects
from generator.intake.originals.pdf.pages import File, Page
from generator.intake.originals.pdf.places import IDENTITY, both, box_of, times
from generator.intake.originals.pdf.state import State
from generator.intake.originals.pdf.values import Name, Reference, Value, numbers

WRITTEN = 20 * 2**20
"""Bytes of content that are followed in one file, each as often as it is drawn."""
_DEEPEST = 8
_SAVED = 1_000
"""Forms within one another, and states that are kept for later."""
_MOVED = 1000


def seen(data: bytes, most: int) -> str:
    """Its text, paragraph by paragraph, up to so many signs and a page more."""
    found = objects(data)
    if any(b"/Encrypt" in head for head in found.heads):
        return ""
    file = File(found)
    drawing = _Drawing(file, file.has_hidden_layers)
    out: list[str] = []
    try:
        for page in file.pages():
            out += map(without_unseen, lines_of(drawing.page(page)))
            if sum(map(len, out)) > most:
                break
    except NotReadError:
        pass  # what was drawn up to here is known
    return "\n".join(out)


@dataclass(slots=True)
class _Drawing:
    """One file while its pages are followed."""

    file: File
    has_hidden_layers: bool
    written: Budget = field(default_factory=lambda: Budget(WRITTEN, "过长的页面内容"))
    ink: Ink = field(default_factory=Ink)

    def page(self, page: Page) -> list[Run]:
        """What is seen of one page's text, as it is written; raises NotReadError beyond bounds."""
        self.ink.runs = []
        self.draw(page.content, page.resources, State(IDENTITY, page.box), 0)
        for box in page.covered:
            self.ink.cover(box)
        return self.ink.runs

    def draw(self, stream: bytes, resources: Value, state: State, depth: int) -> None:
        """Follow one stream of content."""
        self.written.spend(len(stream))
        _Pen(self, resources, state, depth).follow(stream)


@dataclass(slots=True)
class _Pen:
    """One stream while it is followed."""

    drawing: _Drawing
    resources: Value
    state: State
    depth: int
    saved: list[State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    is_clipping: bool = False
    marked: list[bool] = field(default_factory=list)
    """For each piece of marked content that is open, whether it may be on a hidden layer."""

    def follow(self, stream: bytes) -> None:
        for operator, given in content.operations(stream):
            if name := _METHODS.get(operator):
                getattr(self, name)(given)
            elif operator in _PAINTING:
                self._paint(fills=operator in _FILLING)
            elif operator in _TRACING:
                self._trace(operator, content.floats(given))
            else:
                spaces = self.drawing.file.get(self.resources, b"ColorSpace")
                self.state.set(operator, given, partial(self.drawing.file.get, spaces))

    def _trace(self, operator: bytes, told: list[float]) -> None:
        """What adds to the path; only the box around it is looked at."""
        match operator, told:
            case ((b"m" | b"l"), [x, y]):
                self.path.append((x, y))
            case ((b"c" | b"v" | b"y"), [*curve]):
                self.path += zip(curve[::2], curve[1::2], strict=False)
            case b"re", [x, y, width, height]:
                self.path += (x, y), (x + width, y + height)

    def _save(self, _: list[Operand]) -> None:
        if len(self.saved) > _SAVED:
            raise NotReadError("层层嵌套的页面内容")
        self.saved.append(self.state.copy())

    def _restore(self, _: list[Operand]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def _font(self, given: list[Operand]) -> None:
        match given:
            case [Name() as name, float() as size]:
                file = self.drawing.file
                fonts = file.get(self.resources, b"Font")
                self.state.font, self.state.size = file.font(fonts, name), size

    def _look(self, given: list[Operand]) -> None:
        """A named state: how clear, how blended, by what masked."""
        states = self.drawing.file.get(self.resources, b"ExtGState")
        named = (
            self.drawing.file.get(states, given[0])
            if given and isinstance(given[0], Name)
            else None
        )
        get, state = self.drawing.file.get, self.state
        alpha, blended, mask = (get(named, name) for name in (b"ca", b"BM", b"SMask"))
        if isinstance(alpha, float):
            state.is_clear, state.is_unseen = alpha < 1, alpha == 0
        if blended is not None:
            state.is_clear = state.is_clear or blended != b"Normal"
        if mask is not None:
            state.is_unseen = not isinstance(mask, Name)

    def _mark(self, given: list[Operand]) -> None:
        self.marked.append(bool(given) and given[0] == b"OC")

    def _unmark(self, _: list[Operand]) -> None:
        if self.marked:
            self.marked.pop()

    def _clip(self, _: list[Operand]) -> None:
        self.is_clipping = True

    def _paint(self, *, fills: bool) -> None:
        if self.path:
            box = both(box_of(self.path, self.state.at), self.state.clip)
            if self.is_clipping:
                self.state.clip = box
            if fills and not self.state.is_clear and not self.state.is_unseen:
                self.drawing.ink.cover(box)
        self.path, self.is_clipping = [], False

    def _shade(self, _: list[Operand]) -> None:
        if not self.state.is_clear:
            self.drawing.ink.cover(self.state.clip)

    def _picture(self, given: list[Operand]) -> None:
        """One that stands in the stream itself; `given` are its settings."""
        is_stencil = any(
            name in {b"IM", b"ImageMask"} and value == 1.0 for name, value in pairwise(given)
        )
        if not is_stencil:
            self._paste()

    def _paste(self) -> None:
        if not self.state.is_clear:
            square = box_of([(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)], self.state.at)
            self.drawing.ink.cover(both(square, self.state.clip))

    def _object(self, given: list[Operand]) -> None:
        """A picture, or a form: content of its own."""
        file = self.drawing.file
        named = file.get(self.resources, b"XObject")
        name = given[0] if given and isinstance(given[0], Name) else b""
        reference = named.get(name) if isinstance(named, Mapping) else None
        one = file.at(reference)
        if file.get(one, b"Subtype") == b"Image":
            if not any(file.get(one, name) for name in (b"SMask", b"Mask", b"ImageMask")):
                self._paste()
        elif file.get(one, b"Subtype") == b"Form" and self.depth < _DEEPEST:
            if self._is_hidden or (self.drawing.has_hidden_layers and file.get(one, b"OC")):
                return
            if isinstance(reference, Reference):
                self._form(one, file.stream(reference.number))

    def _form(self, form: Value, stream: bytes) -> None:
        file, state = self.drawing.file, self.state.copy()
        matrix, box = (numbers(file.get(form, n), c) for n, c in ((b"Matrix", 6), (b"BBox", 4)))
        if matrix:
            a, b, c, d, e, f = matrix
            state.at = times((a, b, c, d, e, f), state.at)
        if box:
            x, y, width, height = box
            corners = [(x, y), (width, height), (x, height), (width, y)]
            state.clip = both(box_of(corners, state.at), state.clip)
        resources = file.get(form, b"Resources") or self.resources
        self.drawing.draw(stream, resources, state, self.depth + 1)

    def _show(self, given: list[Operand]) -> None:
        for one in given:
            if isinstance(one, float):
                self.state.move(-one / _MOVED)
            elif isinstance(one, bytes) and not isinstance(one, Name):
                self._write(self.state.font.read(one))

    def _show_next(self, given: list[Operand]) -> None:
        self.state.next_line()
        self._show(given[-1:])

    def _write(self, said: str) -> None:
        state = self.state
        run = Run.at(said, times(state.text, state.at), state.size)
        state.move(run.wide)
        is_seen = state.shows_text and not self._is_hidden and run.lies_in(state.clip)
        self.drawing.ink.write(run, is_seen=is_seen)

    @property
    def _is_hidden(self) -> bool:
        return self.drawing.has_hidden_layers and any(self.marked)


_METHODS = {
    b"W": "_clip", b"W*": "_clip",
    b"q": "_save", b"Q": "_restore", b"Tf": "_font", b"gs": "_look", b"BDC": "_mark",
    b"BMC": "_mark", b"EMC": "_unmark", b"sh": "_shade", b"ID": "_picture", b"Do": "_object",
    b"Tj": "_show", b"TJ": "_show", b"'": "_show_next", b'"': "_show_next",
}  # fmt: skip
_FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_TRACING = frozenset({b"m", b"l", b"c", b"v", b"y", b"re"})
_PAINTING = _FILLING | {b"n", b"S", b"s"}
