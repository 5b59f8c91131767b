"""What was seen of persons in a record and its originals, once for each kind in each text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.audit.subject import Subject
from generator.privacy.sighting import Sighting
from generator.source import At

_NAMED = 3


class Sighted(NamedTuple):
    """Everything of one kind in one text."""

    path: At
    where: str
    kind: str
    named: str
    """The first few, masked, and how many there are when there are more."""
    every: str
    """All of them, masked: what a waiver must name."""


def sighted(
    subject: Subject, hint: re.Pattern[str], look: Callable[[str], Iterable[Sighting]]
) -> Iterator[Sighted]:
    """Look through the texts that hold the hint, then through what the originals enclose."""
    for own in subject.texts.closed.holding(hint):
        if seen := tuple(look(own.plain)):  # many hold the hint, and only a message needs its label
            yield from _kinds(own.path, f"「{subject.label(own.path)}」", own.plain, seen)
    for text in subject.texts.enclosed:
        yield from _kinds(text.path, text.where, text.text, look(text.text))


def _kinds(path: At, where: str, text: str, seen: Iterable[Sighting]) -> Iterator[Sighted]:
    """Numbers that differ are two, even where both are hidden alike."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for sighting in seen:
        said = "".join(filter(str.isalnum, text[sighting.start : sighting.end]))
        found[sighting.kind][said] = sighting.masked
    for kind, different in found.items():
        masked = list(different.values())
        more = f" 等 {len(masked)} 处" if len(masked) > _NAMED else ""
        named = "、".join(masked[:_NAMED]) + more
        yield Sighted(path, where, kind, named, "、".join(masked))
