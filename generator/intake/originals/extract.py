"""The text of an original by its parts, and the bounds within which it is taken out.

Every bound is one for the whole file, so that no file takes longer for being made of many parts.
"""

from dataclasses import dataclass

from generator.values.text import FORBIDDEN, normalise

UNPACKED = 100 * 2**20
"""Bytes that all parts of one file may come to when unpacked."""
MEMBERS = 2_000
"""Files that one package may hold."""
RATIO = 100
"""How many times its packed size a part may have; smaller ones may, their bulk being harmless."""
SMALL = 2**20
SWOLLEN = "解压后过大的内容"


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
    hidden: tuple[str, ...] = ()
    """What it holds that a reader of its pages does not see, each in a Chinese phrase."""


class NotReadError(Exception):
    """Why something cannot be read, in a Chinese phrase."""


@dataclass(slots=True)
class Budget:
    """What is left of a bound while one file is read."""

    left: int
    reason: str
    """Why the rest is not read, in a Chinese phrase."""

    def spend(self, amount: int) -> None:
        """Take so much away; raises NotReadError, and takes nothing, beyond the bound."""
        if amount > self.left:
            raise NotReadError(self.reason)
        self.left -= amount


def without_unseen(text: str) -> str:
    """Without the signs nobody sees, which could part a number; as in a record."""
    return normalise(FORBIDDEN.sub("", text))[0]
