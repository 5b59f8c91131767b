"""How the codes of a PDF's fonts read: by ToUnicode tables or by the Chinese encodings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.intake.originals.extract import Budget, NotReadError

_NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s{1,4}(\d{1,7})\s{1,4}\d{1,5}\s{1,4}R")
_TO_UNICODE = re.compile(rb"/ToUnicode\s{0,4}(\d{1,7})\s")
_ENCODING = re.compile(rb"/Encoding\s{0,4}/([\w-]{1,40})")
_CODES = re.compile(rb"<([0-9A-Fa-f\s]{1,600})>|(\[|\])")
_WIDE = (b"UCS2", b"UTF16")
_CHINESE = (b"GBK", b"GB-", b"GBpc", b"GBKp")
_BRACKETS = (b"[", b"]")
_OF_A_NAME = 4
"""Fonts that one name may mean on different pages."""
_CODES_OF_A_FILE = 1_000_000
_RANGES_OF_A_FILE = 64
"""Ranges longer than `_SHORT`; others are written out code by code."""
_SHORT = 256
_TOO_MANY = "对照表过大的字体"


@dataclass(eq=False, slots=True)
class Font:
    """How the codes of one font read."""

    codes: dict[int, str] = field(default_factory=dict)
    ranges: list[tuple[int, int, int]] = field(default_factory=list)
    """First and last code, and what the first one reads as; of several the last one counts."""
    width: int = 1
    encoding: str = "latin-1"

    @property
    def is_legible(self) -> bool:
        return bool(self.encoding or self.codes or self.ranges)

    def read(self, data: bytes) -> str:
        if not self.codes and not self.ranges:
            return data.decode(self.encoding, errors="replace") if self.encoding else ""
        steps = range(0, len(data), self.width)
        return "".join(self._sign(data[at : at + self.width]) for at in steps)

    def _sign(self, data: bytes) -> str:
        code = int.from_bytes(data, "big")
        if code not in self.codes:
            base = next((b - a for a, z, b in reversed(self.ranges) if a <= code <= z), None)
            self.codes[code] = "" if base is None else chr((base + code) & 0xFFFF)
        return self.codes[code]


@dataclass(slots=True)
class Tables:
    """The fonts of one file while they are read, within one budget."""

    streams: Mapping[int, bytes]
    known: dict[int, Font] = field(default_factory=dict)
    codes: Budget = field(default_factory=lambda: Budget(_CODES_OF_A_FILE, _TOO_MANY))
    ranges: Budget = field(default_factory=lambda: Budget(_RANGES_OF_A_FILE, _TOO_MANY))
    unread: list[str] = field(default_factory=list)

    def font(self, text: bytes) -> Font:
        """The font of a dictionary."""
        table = _TO_UNICODE.search(text)
        number = int(table[1]) if table else 0
        if number in self.streams:
            if number not in self.known:
                self.known[number] = self._mapped(self.streams[number])
            return self.known[number]
        encoding = _ENCODING.search(text)
        name = encoding[1] if encoding else b""
        if any(sign in name for sign in _WIDE):
            return Font(encoding="utf-16-be")
        if name.startswith(_CHINESE):
            return Font(encoding="gb18030")
        return Font(encoding="" if b"/Type0" in text else "latin-1")

    def _mapped(self, table: bytes) -> Font:
        """A ToUnicode table: lists of single codes and of ranges of codes."""
        font = Font()
        try:
            for piece in table.split(b"beginbf")[1:]:
                body, _, _ = piece.partition(b"endbf")
                codes = [bytes.fromhex(c.decode()) if c else sign for c, sign in _words(body)]
                self.codes.spend(len(codes))
                if codes and codes[0] not in _BRACKETS:
                    font.width = max(1, len(codes[0]))
                if body.startswith(b"char"):
                    _single(font, codes)
                else:
                    self._ranged(font, codes)
        except NotReadError as reason:
            self.unread.append(str(reason))
        return font

    def _ranged(self, font: Font, codes: list[bytes]) -> None:
        words = iter(codes)
        for first, last, text in zip(words, words, words, strict=False):
            start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
            base = int.from_bytes(text[-2:], "big")
            if text == b"[":
                for code, word in enumerate(iter(lambda: next(words, b"]"), b"]"), start):
                    font.codes[code] = word.decode("utf-16-be", errors="replace")
            elif 0 <= end - start < _SHORT:
                self.codes.spend(end - start + 1)
                for code in range(start, end + 1):
                    font.codes[code] = chr((base + code - start) & 0xFFFF)
            elif end > start:
                self.ranges.spend(1)
                font.ranges.append((start, end, base))


def fonts_by_name(objects: Mapping[int, bytes], tables: Tables) -> Mapping[bytes, list[Font]]:
    """Fonts by the names pages call them; a name of several pages may mean several."""
    fonts = {
        number: tables.font(text)
        for number, text in objects.items()
        if b"/Font" in text and b"/Subtype" in text and b"/FontName" not in text
    }
    named: dict[bytes, list[Font]] = {}
    for text in objects.values():
        for name, number in _NAMED.findall(text):
            font = fonts.get(int(number))
            known = named.setdefault(name, []) if font else []
            if font and font not in known and len(known) < _OF_A_NAME:
                known.append(font)
    return named


def _words(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    for code, sign in _CODES.findall(body):
        plain = b"".join(code.split())
        yield (plain + b"0" if len(plain) % 2 else plain), sign


def _single(font: Font, codes: list[bytes]) -> None:
    for code, text in zip(codes[::2], codes[1::2], strict=False):
        font.codes[int.from_bytes(code, "big")] = text.decode("utf-16-be", errors="replace")
