"""Plain data to YAML as a person would write it: `read(write(data))` gives the data back."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from types import MappingProxyType

from generator.source.document import At, Plain
from generator.source.layout import Layout
from generator.source.spelling import scalar

_STEP = "  "
_LONGEST_KEY = 1_000
"""YAML looks for the colon of a key in its first 1,024 characters."""


def write(
    data: Mapping[str, Plain], comments: Mapping[At, str] | Layout = MappingProxyType({})
) -> str:
    """YAML text in the order of the data; comments stand above the key or item of their path.

    A comment at `()` stands at the head of the file. A `Layout` puts back all that a file had
    beside its data. Text with a forbidden character is written too, and refused by `read`.
    """
    layout = comments if isinstance(comments, Layout) else Layout(above=_marked(comments))
    writer = _Writer(layout)
    writer.file(dict(data))
    return "".join(f"{line}\n" for line in writer.lines)


def _marked(comments: Mapping[At, str]) -> dict[At, tuple[str, ...]]:
    return {
        at: tuple(f"# {line}".rstrip() for line in text.splitlines())
        for at, text in comments.items()
    }


class _Writer:
    """Collects the lines of a file; blank ones stand neither first nor two together."""

    def __init__(self, layout: Layout) -> None:
        self.lines: list[str] = []
        self._layout = layout
        self._annotated = frozenset(_around(layout))
        self._lengthens = False
        """The last line ends a text that a blank line would become a part of."""

    def file(self, data: dict[str, Plain]) -> None:
        self._notes(self._layout.above.get((), ()), "")
        self._block(data, (), "")
        if not data:
            self._line("{}")
        self._notes(self._layout.below.get((), ()), "")

    def _block(self, data: Plain, at: At, indent: str, lead: str | None = None) -> None:
        """All entries; behind a dash the first goes on, its comments stand above the dash."""
        for position, (key, value) in enumerate(_entries(data)):
            here, begin = (*at, key), indent
            if lead is not None and not position:
                begin = lead
            else:
                first = bool(at) and not position
                notes = self._before(here, value)
                self._notes(dropwhile(_is_blank, notes) if first else notes, indent)
            if isinstance(key, int):
                self._item(begin, value, here, indent)
            else:
                self._member(begin, key, value, here, indent)
        if at:
            self._notes(self._layout.below.get(at, ()), indent)

    def _member(self, begin: str, key: str, value: Plain, at: At, indent: str) -> None:
        head = f"{scalar(key)}:"
        if len(head) > _LONGEST_KEY:
            self._line(f"{begin}? {head[:-1]}")
            begin, head = indent, ":"
        if self._is_block(value, at):
            self._line(f"{begin}{head}{self._beside(at)}")
            self._block(value, at, indent + _STEP)
        else:
            self._leaf(f"{begin}{head}", value, at, indent)

    def _item(self, begin: str, value: Plain, at: At, indent: str) -> None:
        if self._is_block(value, at):
            self._block(value, at, indent + _STEP, f"{begin}- ")
        else:
            self._leaf(f"{begin}-", value, at, indent)

    def _leaf(self, begin: str, value: Plain, at: At, indent: str) -> None:
        """A value that begins on the line of its key or dash."""
        head, *rest = [_bracketed(value)] if self._is_inline(value, at) else _text(value)
        self._line(f"{begin} {head}".rstrip(" ") + self._beside(at))
        for line in rest:
            self._line(f"{indent}{_STEP}{line}" if line else "")
        self._lengthens = bool(rest) and "+" in head

    def _is_block(self, value: Plain, at: At) -> bool:
        return isinstance(value, dict | list) and bool(value) and not self._is_inline(value, at)

    def _is_inline(self, value: Plain, at: At) -> bool:
        """In brackets, if that was asked for and no comment would be lost."""
        wanted = at in self._layout.inline and at not in self._annotated
        return wanted and isinstance(value, dict | list) and _is_flat(value)

    def _before(self, at: At, value: Plain) -> list[str]:
        """What stands on lines of its own above an entry."""
        beside = self._layout.beside.get(at, ())
        lines = [*self._layout.above.get(at, ()), *beside[:-1]]
        if isinstance(value, dict | list) and not value:
            lines += self._layout.below.get(at, ())
        if isinstance(at[-1], int) and self._is_block(value, at):
            key, first = next(_entries(value))
            lines += [*beside[-1:], *filter(None, self._before((*at, key), first))]
        return lines

    def _beside(self, at: At) -> str:
        return "".join(f"  {text}" for text in self._layout.beside.get(at, ())[-1:])

    def _notes(self, lines: Iterable[str], indent: str) -> None:
        for line in lines:
            if line:
                self._line(indent + line)
            elif self.lines and self.lines[-1] and not self._lengthens:
                self._line("")

    def _line(self, line: str) -> None:
        self.lines.append(line)
        self._lengthens = False


def _is_blank(line: str) -> bool:
    return not line


def _around(layout: Layout) -> Iterator[At]:
    """The blocks that a comment stands in."""
    inner = [*layout.above, *layout.beside, *((*at, 0) for at in layout.below)]
    for at in inner:
        yield from (at[:length] for length in range(1, len(at)))


def _entries(data: Plain) -> Iterator[tuple[str | int, Plain]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _is_flat(value: Plain, *, nested: bool = False) -> bool:
    """Whether a value can stand on one line: words, a list of words, or a block of these."""
    match value:
        case None:
            return nested
        case str():
            return "\n" not in value
        case list():
            return all(isinstance(item, str) and _is_flat(item) for item in value)
        case dict():
            return not nested and all(_is_flat(item, nested=True) for item in value.values())
    return False


def _bracketed(value: Plain) -> str:
    match value:
        case dict():
            inner = (f"{_in_brackets(key)}: {_bracketed(item)}" for key, item in value.items())
            return f"{{{', '.join(inner)}}}"
        case list():
            return f"[{', '.join(map(_bracketed, value))}]"
    return "" if value is None else _in_brackets(value)


def _in_brackets(text: str) -> str:
    return scalar(text, in_brackets=True)


def _text(value: Plain) -> list[str]:
    """First line, which follows the key, and the lines of a literal block, not yet indented."""
    if value is None:
        return [""]
    if isinstance(value, str):
        return _literal(value) if "\n" in value and "\r" not in value else [scalar(value)]
    return ["{}" if isinstance(value, dict) else "[]"]


def _literal(text: str) -> list[str]:
    # Without the digit, YAML takes the indentation from the first line that has text.
    digit = str(len(_STEP)) if text[0] in " \t\n" else ""
    body = text.removesuffix("\n")
    ends = "" if body and not body.endswith("\n") else "+"
    return [f"|{digit}{'-' if body == text else ends}", *body.split("\n")]
