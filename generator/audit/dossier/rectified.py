"""What an item says last of each problem that was to be put right."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.findings import Rectification, in_turn


class Last(NamedTuple):
    """The entry that counts for a problem, with its place."""

    place: int
    entry: Rectification

    @property
    def name(self) -> str:
        """As messages call it: the problems it names, else its position."""
        named = "、".join(self.entry.findings)
        return f"问题 {named} 的整改" if named else f"第 {self.place + 1} 条整改"


def last_said(entries: Sequence[Rectification]) -> Iterator[Last]:
    """Of several entries for one problem the newest; one that names none stands for itself."""
    # An entry without a day is of the day of the document, after all others.
    newest = dict(in_turn((entry, date.max, place) for place, entry in enumerate(entries)))
    counting = set(newest.values())
    for place, entry in enumerate(entries):
        if place in counting or not entry.findings:
            yield Last(place, entry)
