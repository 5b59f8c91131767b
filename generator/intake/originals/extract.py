"""The text of an original by its parts, and the bounds within which it is taken out."""

import zlib
from dataclasses import dataclass

from generator.values.text import FORBIDDEN, normalise

UNPACKED = 100 * 2**20
"""Bytes that all parts of one file may come to when unpacked."""
MEMBERS = 2_000
"""Files that one package may hold."""
RATIO = 100
"""How many times its packed size a part may have; smaller ones may, their bulk being harmless."""
SMALL = 2**20


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an original."""

    name: str
    """As a message calls it: 正文, 页眉, 文档属性."""
    text: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read of an original."""

    parts: tuple[Part, ...]
    unread: tuple[str, ...] = ()
    """What it holds besides, each in a Chinese phrase; empty when all was read."""


class UnreadableError(Exception):
    """Why something cannot be read, in a Chinese phrase."""


def inflate(packed: bytes, budget: int) -> bytes:
    """Unpack a zlib stream, cut short or not; raises UnreadableError beyond its bounds."""
    limit = min(budget, max(SMALL, len(packed) * RATIO))
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, limit + 1)
    except zlib.error:
        return b""
    if len(data) > limit:
        raise UnreadableError("解压后过大的内容")
    return data


def printable(text: str) -> str:
    """Without the signs nobody sees, which could part a number; as in a record."""
    return normalise(FORBIDDEN.sub("", text))[0]
