"""What an object of a PDF says, as plain values: dictionaries, arrays, names, numbers, strings."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.intake.originals.pdf import strings


class Reference(NamedTuple):
    """One object named by another."""

    number: int


class Name(bytes):
    """A name, without its stroke."""

    __slots__ = ()


Value = Mapping[bytes, "Value"] | Sequence["Value"] | Reference | float | bytes | None
NUMBER = rb"[-+]?(?:\d++\.?\d*+|\.\d++)"
NAME = rb"/([^\s\0/<>\[\](){}%]*+)"
_TOKEN = re.compile(
    rb"(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<reference>(\d{1,10})[\s\0]{1,9}\d{1,5}[\s\0]{1,9}R(?![A-Za-z0-9]))"
    rb"|(?P<number>" + NUMBER + rb")|(?P<name>" + NAME + rb")"
    rb"|(?P<string>" + strings.STRING + rb"|" + strings.HEXADECIMAL + rb")"
    rb"|(?P<word>[A-Za-z]++)|(?P<comment>%[^\r\n]*+)",
    re.DOTALL,
)
_DEEPEST = 40
_FAR = 1e9


def value_of(head: bytes) -> Value:
    """The first value that stands in an object; None for whatever is no sound value."""
    stack: list[list[Value]] = [[]]
    opened: list[bytes] = []
    for token in _TOKEN.finditer(head):
        kind, said = token.lastgroup, token[0]
        if kind == "open":
            if len(stack) > _DEEPEST:
                return None
            stack.append([])
            opened.append(said)
        elif kind == "close":
            if not opened or (opened.pop() == b"[") != (said == b"]"):
                return None
            inner = stack.pop()
            stack[-1].append(_dictionary(inner) if said == b">>" else inner)
        elif kind != "comment":
            stack[-1].append(_plain(kind, token))
        if len(stack) == 1 and stack[0]:
            return stack[0][0]
    return None


def number(said: bytes) -> float:
    """A number as it is written; no place or size of a page lies further away."""
    return max(-_FAR, min(_FAR, float(said)))


def numbers(value: Value, count: int) -> tuple[float, ...] | None:
    """So many numbers of an array; None where it holds anything else."""
    if not isinstance(value, list) or len(value) != count:
        return None
    found = tuple(one for one in value if isinstance(one, float))
    return found if len(found) == count else None


def _plain(kind: str | None, token: re.Match[bytes]) -> Value:
    said = token[0]
    match kind:
        case "reference":
            return Reference(int(said.split()[0]))
        case "number":
            return number(said)
        case "name":
            return Name(said[1:])
        case "string":
            return strings.plain(said)
        case _:
            return 1.0 if said == b"true" else None


def _dictionary(inner: Sequence[Value]) -> Mapping[bytes, Value]:
    pairs = zip(inner[::2], inner[1::2], strict=False)
    return {bytes(key): value for key, value in pairs if isinstance(key, Name)}
