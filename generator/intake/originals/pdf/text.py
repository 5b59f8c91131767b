"""The text of a PDF: content streams, then properties, form fields and annotations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.intake.originals.extract import Budget, Extract, NotReadError, Part, without_unseen
from generator.intake.originals.pdf import strings
from generator.intake.originals.pdf.active import has_embedded
from generator.intake.originals.pdf.fonts import Font, Tables, fonts_by_name
from generator.intake.originals.pdf.objects import Objects, Piece, objects

WRITTEN = 20 * 2**20
"""Bytes of all content streams together, each counted once for each font its names may mean."""
_TOKEN = re.compile(
    rb"(?P<string>" + strings.STRING + rb")|(?P<hex>" + strings.HEXADECIMAL + rb")"
    rb"|/(?P<name>[^\s/<>\[\]()]{1,80})|(?P<number>[-+]?[0-9.]{1,20})"
    rb"|(?P<operator>[A-Za-z'\"*]{1,3})(?![A-Za-z])",
    re.DOTALL,
)
"""One piece of a content stream: `(text)`, `<6211>`, `/F1`, `12.5` or `Tj`."""
_STRING = re.compile(strings.STRING + rb"|(?<!<)" + strings.HEXADECIMAL, re.DOTALL)
"""Any string outside of streams: a property, a form field, a note, what a screen reader says."""
_TAGS = re.compile(r"<[^<>]*>")
_PROGRAMS = (b"/FontFile", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType")
_PACKED = (b"/ObjStm", b"/XRef", b"/EmbeddedFile", *_PROGRAMS)
"""Streams that hold objects, tables, other files and programs of fonts, no text of a page."""
_GAP = -300


def extract(data: bytes) -> Extract:
    """The text of all content streams, then properties and annotations."""
    found = objects(data)
    hidden = ("嵌入的文件",) if has_embedded(found) else ()
    if any(b"/Encrypt" in head for head in found.heads):
        return Extract((), ("加密的内容",), hidden)
    streams, pictures = _streams(found)
    tables = Tables({n: raw for n, raw in streams if n is not None})
    fonts = fonts_by_name(found.by_number(), tables)
    pages, unread = _pages([raw for _, raw in streams], fonts)
    described = "\n".join(_described(found, streams))
    unread += [*tables.unread, *found.unread]
    if not pages.strip() and pictures:
        unread.append("扫描的页面")
    if any(not font.is_legible for named in fonts.values() for font in named):
        unread.append("字体没有文字对照表的部分")
    unread += hidden
    parts = (Part("正文", without_unseen(pages)), Part("文档属性", without_unseen(described)))
    kept = tuple(part for part in parts if part.text.strip())
    if not pages.strip() and not unread:
        unread.append("没有可读文字的内容")
    return Extract(kept, tuple(dict.fromkeys(unread)), hidden)


Streams = Sequence[tuple[int | None, bytes]]


def _streams(found: Objects) -> tuple[Streams, int]:
    """The streams that may hold text, and how many hold pictures."""
    pictures = [piece for piece in found.pieces if _is_picture(piece)]
    texts = (
        (piece.number, found.stream(piece))
        for piece in found.pieces
        if not _is_picture(piece) and not any(sign in piece.head for sign in _PACKED)
    )
    return tuple((n, raw) for n, raw in texts if raw is not None), len(pictures)


def _is_picture(piece: Piece) -> bool:
    return piece.packed is not None and b"/Image" in piece.head


def _pages(
    streams: Sequence[bytes], fonts: Mapping[bytes, Sequence[Font]]
) -> tuple[str, list[str]]:
    """What content streams write, once for each font a font's name may mean; and why not all."""
    most = max((len(named) for named in fonts.values()), default=1)
    budget, out = Budget(WRITTEN, f"超过 {WRITTEN // 2**20} MB 的页面内容"), []
    try:
        for stream in streams:
            if b"Tj" in stream or b"TJ" in stream:
                budget.spend(len(stream) * most)
                out += [_written(stream, fonts, n) for n in range(most)]
    except NotReadError as reason:
        return "\n".join(out), [str(reason)]
    return "\n".join(out), []


def _written(stream: bytes, fonts: Mapping[bytes, Sequence[Font]], choice: int) -> str:
    out: list[str] = []
    font, name, numbers, height = Font(), b"", [0.0], 0.0
    for token in _TOKEN.finditer(stream):
        kind, said = token.lastgroup, token[0]
        if kind in {"string", "hex"}:
            out.append(font.read(strings.plain(said)))
        elif kind == "name":
            name = said[1:]
        elif kind == "number":
            numbers = [*numbers[-5:], _float(said)]
            if numbers[-1] < _GAP:
                out.append(" ")
        elif said == b"Tf":
            named = fonts.get(name, ())
            font = named[min(choice, len(named) - 1)] if named else Font()
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


def _described(found: Objects, streams: Streams) -> Iterator[str]:
    """Properties, form fields and annotations; then the XML that repeats the properties."""
    for head in found.heads:
        yield from (strings.text(match[0]) for match in _STRING.finditer(head))
    for _, stream in streams:
        if b"<x:xmpmeta" in stream or b"<rdf:RDF" in stream:
            yield _TAGS.sub("\n", stream.decode("utf-8", errors="replace"))
