"""The text of a PDF by the standard library alone: content streams, properties, annotations.

Not a PDF reader: pages are not laid out, and encrypted files and pictures are left alone, which is
said. Fonts are decoded by their ToUnicode tables or by the Chinese encodings that are Unicode or
GBK; of fonts with neither it is said that their text was not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.intake.originals.extract import (
    UNPACKED,
    Extract,
    Part,
    UnreadableError,
    inflate,
    printable,
)

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s{1,4}\d{1,5}\s{1,4}obj\b")
_STRING = rb"(?<!\\)\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_NUMBER = rb"[-+]?[0-9.]{1,20}"
_TOKEN = re.compile(
    rb"(?P<string>" + _STRING + rb")|(?P<hex>" + _HEX + rb")|/(?P<name>[^\s/<>\[\]()]{1,80})"
    rb"|(?P<number>" + _NUMBER + rb")|(?P<operator>[A-Za-z'\"*]{1,3})(?![A-Za-z])",
    re.DOTALL,
)
_FONT = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s{1,4}(\d{1,7})\s{1,4}\d{1,5}\s{1,4}R")
_TO_UNICODE = re.compile(rb"/ToUnicode\s{0,4}(\d{1,7})\s")
_ENCODING = re.compile(rb"/Encoding\s{0,4}/([\w-]{1,40})")
_PROPERTY = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Creator|Company|Contents|TU|T|V)\s{0,4}"
    rb"(" + _STRING + rb"|" + _HEX + rb")",
    re.DOTALL,
)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]{1,600})>|(\[|\])")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_FIRST = re.compile(rb"/First\s{0,4}(\d{1,9})")
_LONG = 10
_TAGS = re.compile(r"<[^<>]*>")
_WIDE = (b"UCS2", b"UTF16")
_CHINESE = (b"GBK", b"GB-", b"GBpc", b"GBKp")
_PROGRAMS = (b"/FontFile", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType")
_GAP = -300
_MOST_CODES = 2 * 65_536
_BRACKETS = (b"[", b"]")
_FONTS_OF_A_NAME = 4


@dataclass(slots=True)
class _Font:
    """How the codes of one font read."""

    codes: dict[int, str] = field(default_factory=dict)
    width: int = 1
    encoding: str = "latin-1"

    def read(self, data: bytes) -> str:
        if not self.codes:
            return data.decode(self.encoding, errors="replace") if self.encoding else ""
        steps = range(0, len(data), self.width)
        return "".join(
            self.codes.get(int.from_bytes(data[at : at + self.width], "big"), "") for at in steps
        )


@dataclass(slots=True)
class _File:
    """One file while it is read."""

    objects: dict[int, bytes] = field(default_factory=dict)
    streams: dict[int, bytes] = field(default_factory=dict)
    pictures: int = 0
    unread: list[str] = field(default_factory=list)


def read(data: bytes) -> Extract:
    """The text of all content streams, then properties and annotations."""
    if b"/Encrypt" in data:
        return Extract((), ("加密的内容",))
    file = _File()
    try:
        _open(file, data)
    except UnreadableError as reason:
        file.unread.append(str(reason))
    fonts = _fonts(file)
    pages = "\n".join(
        _shown(stream, fonts)
        for stream in file.streams.values()
        if b"Tj" in stream or b"TJ" in stream
    )
    described = "\n".join(_described(file))
    if not pages.strip() and file.pictures:
        file.unread.append("扫描的页面")
    if any(not font.encoding and not font.codes for named in fonts.values() for font in named):
        file.unread.append("字体没有文字对照表的部分")
    parts = (Part("正文", printable(pages)), Part("文档属性", printable(described)))
    kept = tuple(part for part in parts if part.text.strip())
    if not kept and not file.unread:
        file.unread.append("没有可读文字的内容")
    return Extract(kept, tuple(dict.fromkeys(file.unread)))


def _open(file: _File, data: bytes) -> None:
    """Objects and unpacked streams, in one walk; objects packed into streams last."""
    left, done, packed = UNPACKED, 0, []
    starts = [(match.start(), match.end(), int(match[1])) for match in _OBJECT.finditer(data)]
    ends = [*(start for start, _, _ in starts[1:]), len(data)]
    for (start, body, number), after in zip(starts, ends, strict=False):
        if start < done:
            continue  # what looks like an object inside a stream
        opening = data.find(b"stream", body, after)
        head = file.objects[number] = data[body : opening if opening >= 0 else after]
        if opening < 0 or b"/Length" not in head:
            continue
        end = data.find(b"endstream", opening + 6)
        done = len(data) if end < 0 else end
        if (raw := _stream(file, head, data[opening + 6 : done], left)) is not None:
            left -= len(raw)
            file.streams[number] = raw
            packed += [(head, raw)] if b"/ObjStm" in head else []
    for head, raw in packed:
        file.objects |= _packed(head, raw)


def _stream(file: _File, head: bytes, raw: bytes, left: int) -> bytes | None:
    """The content of a stream that may hold text."""
    if b"/Image" in head:
        file.pictures += 1
        return None
    if any(sign in head for sign in _PROGRAMS):
        return None
    raw = raw.removeprefix(b"\r").removeprefix(b"\n")
    if b"/FlateDecode" in head or b"/Fl " in head:
        try:
            return inflate(raw, left)
        except UnreadableError as reason:
            file.unread.append(str(reason))
            return None
    if b"/Filter" in head:
        file.unread.append("用其他方式压缩的内容")
        return None
    if len(raw) > left:
        raise UnreadableError("解压后过大的内容")
    return raw


def _packed(head: bytes, raw: bytes) -> dict[int, bytes]:
    """The objects of an object stream: pairs of number and offset stand before them."""
    first = _FIRST.search(head)
    if first is None:
        return {}
    start = int(first[1])
    pairs = [int(word) for word in raw[:start].split() if word.isdigit() and len(word) < _LONG]
    offsets = [start + offset for offset in pairs[1::2]]
    if offsets != sorted(offsets):
        return {}
    ends = [*offsets[1:], len(raw)]
    return {n: raw[a:b] for n, a, b in zip(pairs[::2], offsets, ends, strict=False)}


def _fonts(file: _File) -> dict[bytes, list[_Font]]:
    """Fonts by the names pages call them; a name of several pages may mean several."""
    tables: dict[int, _Font] = {}
    fonts = {
        number: _font(text, file, tables)
        for number, text in file.objects.items()
        if b"/Font" in text and b"/Subtype" in text and b"/FontName" not in text
    }
    named: dict[bytes, list[_Font]] = {}
    for text in file.objects.values():
        for name, number in _FONT.findall(text):
            font = fonts.get(int(number))
            known = named.setdefault(name, []) if font else []
            if font and font not in known and len(known) < _FONTS_OF_A_NAME:
                known.append(font)
    return named


def _font(text: bytes, file: _File, tables: dict[int, _Font]) -> _Font:
    table = _TO_UNICODE.search(text)
    number = int(table[1]) if table else 0
    if number in file.streams:
        if number not in tables:
            tables[number] = _mapped(file.streams[number])
        return tables[number]
    encoding = _ENCODING.search(text)
    name = encoding[1] if encoding else b""
    if any(sign in name for sign in _WIDE):
        return _Font(encoding="utf-16-be")
    if name.startswith(_CHINESE):
        return _Font(encoding="gb18030")
    return _Font(encoding="" if b"/Type0" in text else "latin-1")


def _mapped(table: bytes) -> _Font:
    """A ToUnicode table: lists of single codes and of ranges of codes."""
    font = _Font()
    for piece in table.split(b"beginbf")[1:]:
        body, _, _ = piece.partition(b"endbf")
        codes = [bytes.fromhex(c.decode()) if c else sign for c, sign in _words(body)]
        if codes and codes[0] not in _BRACKETS:
            font.width = max(1, len(codes[0]))
        (_single if body.startswith(b"char") else _ranged)(font, codes)
    return font


def _words(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    for code, sign in _CODES.findall(body):
        plain = b"".join(code.split())
        yield (plain + b"0" if len(plain) % 2 else plain), sign


def _single(font: _Font, codes: list[bytes]) -> None:
    for code, text in zip(codes[::2], codes[1::2], strict=False):
        font.codes[int.from_bytes(code, "big")] = text.decode("utf-16-be", errors="replace")


def _ranged(font: _Font, codes: list[bytes]) -> None:
    left, words = _MOST_CODES, iter(codes)
    for first, last, text in zip(words, words, words, strict=False):
        start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
        if text == b"[":
            for code, word in enumerate(iter(lambda: next(words, b"]"), b"]"), start):
                font.codes[code] = word.decode("utf-16-be", errors="replace")
        elif 0 <= end - start < left:
            left -= end - start + 1
            base = int.from_bytes(text[-2:], "big")
            for code in range(start, end + 1):
                font.codes[code] = chr((base + code - start) & 0xFFFF)


def _shown(stream: bytes, fonts: dict[bytes, list[_Font]]) -> str:
    """What a content stream writes, once for each font its font's name may mean."""
    most = max((len(named) for named in fonts.values()), default=1)
    return "\n".join(_written(stream, fonts, n) for n in range(most))


def _written(stream: bytes, fonts: dict[bytes, list[_Font]], choice: int) -> str:
    out: list[str] = []
    font, name, numbers, height = _Font(), b"", [0.0], 0.0
    for token in _TOKEN.finditer(stream):
        kind, said = token.lastgroup, token[0]
        if kind in {"string", "hex"}:
            out.append(font.read(_plain(said)))
        elif kind == "name":
            name = said[1:]
        elif kind == "number":
            numbers = [*numbers[-5:], _float(said)]
            if numbers[-1] < _GAP:
                out.append(" ")
        elif said == b"Tf":
            named = fonts.get(name, [])
            font = named[min(choice, len(named) - 1)] if named else _Font()
        elif said in (b"Td", b"TD"):
            out.append("\n" if numbers[-1] else " ")
        elif said == b"Tm":
            out.append(" " if numbers[-1] == height else "\n")
            height = numbers[-1]
        elif said in (b"T*", b"'", b'"'):
            out.append("\n")
    return "\n".join(map(_rejoined, "".join(out).split("\n")))


def _rejoined(line: str) -> str:
    """A line whose signs were placed one by one, each moved to its place, without those moves."""
    words = line.split(" ")
    if sum(len(word) == 1 for word in words) * 2 <= len(words):
        return line
    moved = (1 in map(len, pair) and all(pair) for pair in pairwise(words))
    return words[0] + "".join(
        word if joined else f" {word}" for word, joined in zip(words[1:], moved, strict=True)
    )


def _float(word: bytes) -> float:
    try:
        return float(word)
    except ValueError:
        return 0.0


def _plain(said: bytes) -> bytes:
    """The bytes of a string, written either way."""
    if said.startswith(b"<"):
        digits = b"".join(said[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, said[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 0xFF]) if sign[:1] < b"8" else sign
    return b"" if sign.endswith(b"\n") else _ESCAPED.get(sign, sign)


def _described(file: _File) -> Iterator[str]:
    """Properties, form fields and annotations; then the XML that repeats the properties."""
    for text in file.objects.values():
        for match in _PROPERTY.finditer(text):
            said = _plain(match[1])
            wide = said.startswith(b"\xfe\xff")
            yield said[2:].decode("utf-16-be", errors="replace") if wide else said.decode("latin-1")
    for stream in file.streams.values():
        if b"<x:xmpmeta" in stream or b"<rdf:RDF" in stream:
            yield _TAGS.sub("\n", stream.decode("utf-8", errors="replace"))
