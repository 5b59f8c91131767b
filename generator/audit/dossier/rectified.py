"""What an item says last of each problem that was to be put right."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.findings import Rectification, State, in_turn
from generator.values.text import half_width

_STATES = {
    State.DONE: "(?:已|已经)(?:整改完成|完成整改|整改到位|整改|完成)",
    State.UNDER_WAY: "(?:正在|持续)整改",
    State.OPEN: "(?:未|尚未|没有)(?:完成)?整改",
    State.LASTING: "长期坚持",
    State.REJECTED: "(?:未|不予)采纳",
}
_COUNTED = {
    state: re.compile(rf"{words}(?:的|问题|有){{0,2}}\s?(\d{{1,3}})\s?[个项条]", re.ASCII)
    for state, words in _STATES.items()
}
_COUNTED_BEFORE = {
    State.DONE: re.compile(
        r"(\d{1,3})\s?[个项条](?:问题)?(?:已经?|均已?|全部)(?:全部)?(?:完成)?(?:整改|完成)",
        re.ASCII,
    ),
    State.UNDER_WAY: re.compile(
        r"(\d{1,3})\s?[个项条](?:问题)?(?:正在|仍在|尚在|还在)(?:整改|推进|办理|落实)", re.ASCII
    ),
    State.OPEN: re.compile(r"(\d{1,3})\s?[个项条](?:问题)?(?:尚未|还未|未)(?:整改|完成)", re.ASCII),
}
"""The number may stand before the words."""


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


def is_one_each(entries: Sequence[Rectification]) -> bool:
    """Whether every entry names one problem and its state, so that entries count problems."""
    return all(len(entry.findings) == 1 and entry.state for entry in entries)


def told_number(state: State, text: str) -> int | None:
    """How many problems a text says are in a state; none where it says that not once or twice."""
    plain = half_width(text)
    before = _COUNTED_BEFORE.get(state)
    told = _COUNTED[state].findall(plain) if state in _COUNTED else []
    told = told or (before.findall(plain) if before else [])
    return int(told[0]) if len(told) == 1 else None
