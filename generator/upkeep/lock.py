"""The locked packages of a site, and what a new lock changes of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.upkeep.wheel import NAME

PLACE = "requirements.txt"
_PINNED = re.compile(
    rf"^(?:\./wheels/({NAME})-([^\s-]+)-py3-none-any\.whl|([A-Za-z0-9._-]+)==([^\s;\\]+))",
    re.MULTILINE,
)
_COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Move:
    """A package in two locks; None where one of them has none of it."""

    package: str
    before: str | None
    after: str | None


def bare(lock: str) -> str:
    """A lock without the comments at its head, to stand in another file."""
    lines = lock.splitlines()
    first = next((n for n, line in enumerate(lines) if not line.startswith(_COMMENT)), len(lines))
    return "\n".join(lines[first:])


def pinned(lock: str) -> dict[str, str]:
    """The versions that a lock names, by packages."""
    return {
        own or package: of_own or version for own, of_own, package, version in _PINNED.findall(lock)
    }


def moves(before: str, after: str) -> Iterator[Move]:
    """What changes between two locks, in the order of the packages' names, our own first."""
    old, new = pinned(before), pinned(after)
    for package in sorted(old.keys() | new.keys(), key=lambda name: (name != NAME, name)):
        if old.get(package) != new.get(package):
            yield Move(package, old.get(package), new.get(package))
