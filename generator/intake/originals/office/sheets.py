"""The words in the cells of a workbook as they are seen: no hidden sheet, row, column or cell.

Numbers are left out: what a cell shows of one is the matter of its format.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.intake.originals.office import xml
from generator.intake.originals.office.xml import Attributes

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedstrings.xml", "xl/styles.xml"
_SHEETS = "xl/worksheets/"
_ON = ("1", "true", "on")
_WHITE = "FFFFFF"
_GROUND = ("0",)
"""The place of the paper's colour among those of a theme."""
_NOTHING = re.compile(r"\A\s*+(?:;\s*+){2,3}(?:@\s*+)?+\Z")
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_LAST = 16_384


def is_needed(path: str) -> bool:
    """Whether a part has words, or says which of them are seen."""
    known = path in {_BOOK, _LINKS, _STRINGS, _STYLES}
    return known or (path.startswith(_SHEETS) and path.endswith(".xml"))


def rows(parts: Mapping[str, bytes]) -> str:
    """The words of all sheets that are seen, a line for each row."""
    targets = dict(_targets(parts.get(_LINKS, b"")))
    texts = tuple(_texts(parts.get(_STRINGS, b"")))
    unseen = _unseen_formats(parts.get(_STYLES, b""))
    lines: list[str] = []
    for name, link in _shown_sheets(parts.get(_BOOK, b"")):
        path = targets.get(link, "")
        sheet = _Sheet(texts, unseen)
        if path in parts and xml.followed(parts[path], sheet) and not sheet.is_unsure:
            lines += (name, *sheet.lines)
    return "\n".join(lines)


def _shown_sheets(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and link of each."""
    for element, attributes in xml.plain_elements(data):
        if element == "sheet" and attributes.get("state", "visible") == "visible":
            yield attributes.get("name", ""), attributes.get("id", "")


def _targets(data: bytes) -> Iterator[tuple[str, str]]:
    for element, attributes in xml.plain_elements(data):
        if element == "Relationship":
            target = attributes.get("Target", "").lower()
            whole = target[1:] if target.startswith("/") else f"xl/{target}"
            yield attributes.get("Id", ""), whole


@dataclass(slots=True)
class _Strings:
    """Texts that cells share, while they are read; phonetic ones are no words."""

    said: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    is_white: bool = False

    def begin(self, name: str, attributes: Attributes) -> None:
        self.within.append(name)
        if name in {"r", "si"}:
            self.is_white = False
        elif name == "color":
            self.is_white = _is_white(attributes)

    def end(self, name: str) -> None:
        self.within.pop()
        if name == "si":
            self.said.append("".join(self.pieces))
            self.pieces = []

    def text(self, said: str) -> None:
        if self.within[-1:] == ["t"] and "rPh" not in self.within and not self.is_white:
            self.pieces.append(said)


def _texts(data: bytes) -> Sequence[str]:
    reader = _Strings()
    return reader.said if data and xml.followed(data, reader) else ()


class _Format(NamedTuple):
    font: str
    number: str


def _unseen_formats(data: bytes) -> frozenset[str]:
    """The places of formats in which a cell shows nothing."""
    white: set[str] = set()
    empty: set[str] = set()
    formats: list[_Format] = []
    fonts, within = -1, ""
    for element, attributes in xml.plain_elements(data):
        if element in {"fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"}:
            within = element
        elif element == "numFmt" and _NOTHING.match(attributes.get("formatCode", "")):
            empty.add(attributes.get("numFmtId", ""))
        elif element == "font" and within == "fonts":
            fonts += 1
        elif element == "color" and within == "fonts" and _is_white(attributes):
            white.add(str(fonts))
        elif element == "xf" and within == "cellXfs":
            formats.append(_Format(attributes.get("fontId", ""), attributes.get("numFmtId", "")))
    return frozenset(
        str(n) for n, one in enumerate(formats) if one.font in white or one.number in empty
    )


@dataclass(slots=True)
class _Sheet:
    """One sheet while it is read."""

    texts: Sequence[str]
    unseen: frozenset[str]
    lines: list[str] = field(default_factory=list)
    is_unsure: bool = False
    columns: set[int] = field(default_factory=set)
    """Those that are hidden, and the `last` of them."""
    last: int = 0
    within: list[str] = field(default_factory=list)
    is_hidden: bool = False
    row: list[str] = field(default_factory=list)
    kind: str | None = None
    """Of the cell, where it holds words that are seen."""
    said: list[str] = field(default_factory=list)

    def begin(self, name: str, attributes: Attributes) -> None:
        self.within.append(name)
        match name:
            case "sheetFormatPr":
                self.is_unsure |= attributes.get("zeroHeight", "0") in _ON
            case "col" if _is_hidden(attributes, "width"):
                first, last = (attributes.get(end, "") for end in ("min", "max"))
                self._hide_columns(int(first), min(int(last), _LAST))
            case "row":
                self.is_hidden, self.row = _is_hidden(attributes, "ht"), []
            case "c":
                self.kind, self.said = self._kind(attributes), []

    def _hide_columns(self, first: int, last: int) -> None:
        """They are told from left to right; where they are not, nothing of the sheet is sure."""
        self.is_unsure |= first <= self.last
        if not self.is_unsure:
            self.columns.update(range(first, last + 1))
            self.last = last

    def _kind(self, attributes: Attributes) -> str | None:
        if self.is_hidden or attributes.get("s", "0") in self.unseen:
            return None
        place = _PLACE.fullmatch(attributes.get("r", ""))
        column = _number(place[1]) if place else 0
        is_hidden = column in self.columns or (bool(self.columns) and not column)
        return None if is_hidden else attributes.get("t", "n")

    def end(self, name: str) -> None:
        self.within.pop()
        if name == "c" and self.kind is not None:
            said = "".join(self.said)
            if self.kind == "s":
                known = said.isdecimal() and int(said) < len(self.texts)
                said = self.texts[int(said)] if known else ""
            self.row.append(" ".join(said.split()))
        elif name == "row" and any(self.row):
            self.lines.append("　".join(filter(None, self.row)))

    def text(self, said: str) -> None:
        at = self.within[-1:]
        if (self.kind in {"s", "str"} and at == ["v"]) or (
            self.kind == "inlineStr" and at == ["t"] and "rPh" not in self.within
        ):
            self.said.append(said)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_hidden(attributes: Attributes, size: str) -> bool:
    told = attributes.get(size, "1")
    return attributes.get("hidden", "0") in _ON or not told.strip("0.")


def _is_white(attributes: Attributes) -> bool:
    return attributes.get("rgb", "").upper()[-6:] == _WHITE or attributes.get("theme") in _GROUND
