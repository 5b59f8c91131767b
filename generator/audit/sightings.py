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


def sighted(
    subject: Subject, hint: re.Pattern[str], look: Callable[[str], Iterable[Sighting]]
) -> Iterator[Sighted]:
    """Look through the texts that hold the hint, then through what the originals enclose."""
    for text in subject.closed.holding(hint):
        yield from _kinds(text.path, f"「{subject.record.form.label(text.path)}」", look(text.text))
    for text in subject.enclosed:
        yield from _kinds(text.path, text.where, look(text.text))


def _kinds(path: At, where: str, seen: Iterable[Sighting]) -> Iterator[Sighted]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for sighting in seen:
        found[sighting.kind][sighting.masked] = None
    for kind, masked in found.items():
        more = f" 等 {len(masked)} 处" if len(masked) > _NAMED else ""
        yield Sighted(path, where, kind, "、".join(list(masked)[:_NAMED]) + more)
