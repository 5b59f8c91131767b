"""Streams of content as operators with what is given to each."""

import re
from collections.abc import Iterator

from generator.intake.originals.pdf import strings
from generator.intake.originals.pdf.values import NAME, NUMBER, Name, number

Operand = float | bytes
"""A number, a name or a string; arrays and dictionaries stand as what is in them."""
_TOKEN = re.compile(
    rb"(?P<string>" + strings.STRING + rb"|" + strings.HEXADECIMAL + rb")"
    rb"|(?P<name>" + NAME + rb")|(?P<number>" + NUMBER + rb")"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*+)|(?P<comment>%[^\r\n]*+)",
    re.DOTALL,
)
_PICTURE_END = re.compile(rb"[\s\0]EI(?![A-Za-z0-9])")
_MOST = 20_000
"""Operands of one operator: a long array of signs and gaps."""


def operations(stream: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Each operator; a picture in the stream is one, `ID` with its settings, without its data."""
    given: list[Operand] = []
    passed = 0
    for token in _TOKEN.finditer(stream):
        if token.start() < passed:
            continue
        kind, said = token.lastgroup, token[0]
        if kind == "operator" and said in _WORDS:
            given.append(_WORDS[said])
        elif kind == "operator":
            if said == b"ID":
                end = _PICTURE_END.search(stream, token.end())
                passed = end.end() if end else len(stream)
            if said != b"BI":
                yield said, given
            given = []
        elif kind != "comment" and len(given) < _MOST:
            given.append(_operand(kind, said))


def floats(given: list[Operand]) -> list[float]:
    """The numbers of what was given, where it is nothing else."""
    found = [one for one in given if isinstance(one, float)]
    return found if len(found) == len(given) else []


def _operand(kind: str | None, said: bytes) -> Operand:
    if kind == "number":
        return number(said)
    return Name(said[1:]) if kind == "name" else strings.plain(said)


_WORDS = {b"true": 1.0, b"false": 0.0, b"null": 0.0}
