"""What a style sheet loads, read as browsers read it: comments, strings and escapes apart."""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

IMPORT = "@import"
_PIECE = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    r"|\"(?P<double>(?:\\.|[^\"\\\n])*+)\"?|'(?P<single>(?:\\.|[^'\\\n])*+)'?"
    r"|(?P<name>@?(?:[-\w]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}[ \t\n]?|\\[^\n])++)"
    r"(?P<open>\((?P<bare>\s*+(?![\s\"']))?)?"
    r"|(?P<end>[;{}])"
    r"|.",
    re.DOTALL,
)
_UNQUOTED = re.compile(r"(?:\\.|[^)\\])*+", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(\n)|(.)|\Z)", re.DOTALL)
_LINE_END = re.compile(r"\r\n?|\f")
_FUNCTIONS = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
_NAMESPACE = "@namespace"
"""What names an address and loads nothing."""
_STATEMENTS = frozenset({IMPORT, _NAMESPACE})
_KEEPING = "initial-value"
"""What may hold a string for one of the functions, as names with two hyphens may."""
_AROUND = "".join(map(chr, range(0x21)))
"""What addresses lose at both ends."""
_WITHIN = str.maketrans({"\t": None, "\n": None, "\r": None, "\\": "/"})
_SCHEME = re.compile(r"\A(?!data:)[a-z][a-z0-9+.-]*+:", re.IGNORECASE)


class Load(NamedTuple):
    """One address in a style sheet."""

    target: str
    is_import: bool

    @property
    def is_elsewhere(self) -> bool:
        """Whether it lies on another host; a sheet within an address may import from anywhere."""
        return (
            self.target.startswith("//")
            or _SCHEME.match(self.target) is not None
            or (self.is_import and self.target[:5].lower() == "data:")
        )


def decoded(data: bytes) -> str:
    """The text of a style sheet, by the mark at its beginning or as UTF-8."""
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if is_wide else "utf-8-sig", errors="replace")


def loads(text: str) -> Iterator[Load]:
    """All that a style sheet, or the value of one property, loads or imports."""
    text = _LINE_END.sub("\n", text)
    last, place = "", 0
    while found := _PIECE.match(text, place):
        place = found.end()
        if found["end"]:
            last = ""
        elif found["name"]:
            name = _plain(found["name"]).lower()
            is_spelt = name != _NAMESPACE or found["name"][0] == "@"  # else it is a mere word
            is_function = found["open"] is not None
            if is_spelt and last not in _STATEMENTS and _may_load(name, is_function=is_function):
                last = name
            if name == "url" and found["bare"] is not None:
                address = next(_UNQUOTED.finditer(text, place))
                place = address.end()
                if last != _NAMESPACE:
                    yield _load(address[0], last)
        elif last not in ("", _NAMESPACE):
            for typed in (found["double"], found["single"]):
                if typed is not None:
                    yield _load(typed, last)


def _may_load(name: str, *, is_function: bool) -> bool:
    """Whether a string behind this name may be an address."""
    if is_function:
        return name in _FUNCTIONS
    return name in _STATEMENTS or name == _KEEPING or name.startswith("--")


def _load(typed: str, last: str) -> Load:
    return Load(_plain(typed).translate(_WITHIN).strip(_AROUND), last == IMPORT)


def _plain(text: str) -> str:
    """A name or a string with its escapes resolved."""
    return _ESCAPE.sub(_sign, text)


def _sign(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return escape[3] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number <= sys.maxunicode else "\ufffd"
