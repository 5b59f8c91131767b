"""Strings of a PDF, written in brackets or as hexadecimal digits."""

import re
from contextlib import suppress

STRING = rb"(?<!\\)\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
HEXADECIMAL = rb"<[0-9A-Fa-f\s]*+>"
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_MARKED = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
_UNMARKED = ("ascii", "utf-8", "gb18030")
"""What Chinese programs write where the format asks for a mark or for Latin letters."""
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def plain(said: bytes) -> bytes:
    """The bytes of a string, written either way."""
    if said.startswith(b"<"):
        digits = b"".join(said[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, said[1:-1])


def text(said: bytes) -> str:
    """A string outside of pages, in one of the encodings these have."""
    data = plain(said)
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in _UNMARKED:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("latin-1")


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign[:1].isdigit():
        return bytes([int(sign, 8) & 0xFF]) if sign[:1] < b"8" else sign
    return b"" if sign.endswith(b"\n") else _ESCAPED.get(sign, sign)
