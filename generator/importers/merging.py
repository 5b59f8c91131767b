"""Three states of a record made one: as it was imported, as a clerk left it, as it is read now.

What the clerk changed stays. What only the source changed is taken over. Where both did, the
clerk's stays too and the difference is told. Entries of lists are known by what they are called,
not by their number, so that a row that comes or goes moves nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from generator.source import At, Plain

T = TypeVar("T")

_CALLED: Sequence[At] = (("名称",), ("来源",), ("内容",), ("标题",), ("项目", "名称"), ("年度",))
"""What an entry of a list is known by, the first that it has."""
_ID, _ANSWERED = "编号", "对应问题"


class What(Enum):
    """What became of a difference."""

    TAKEN = "原件改了，已更新"
    ADDED = "原件新增，已加上"
    REMOVED = "原件删去，已删去"
    KEPT = "您改过，已保留"
    CONFLICT = "您和原件都改了，保留您的"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between a draft and its source, by the path in the draft."""

    at: At
    what: What
    mine: str
    """What stood in the draft; empty for nothing, …for a block."""
    new: str
    """What the source has now."""


@dataclass(slots=True)
class Merged:
    """The record that came of it."""

    data: dict[str, Plain]
    changes: list[Change]
    moved: Mapping[At, At]
    """Where entries of lists of the draft stand now."""

    def moved_to(self, at: At) -> At:
        """Where a path of the draft leads now."""
        for end in range(len(at), 0, -1):
            if (place := self.moved.get(at[:end])) is not None:
                return (*place, *at[end:])
        return at


def merged(
    base: Mapping[str, Plain], mine: Mapping[str, Plain], new: Mapping[str, Plain]
) -> Merged:
    """The record of the three; all in Chinese keys."""
    walk = _Walk()
    renamed = _renumbered(dict(new), dict(mine))
    data = walk.value(dict(base), dict(mine), renamed, (), ())
    return Merged(data if isinstance(data, dict) else {}, walk.changes, walk.moved)


@dataclass(slots=True)
class _Walk:
    changes: list[Change] = field(default_factory=list)
    moved: dict[At, At] = field(default_factory=dict)

    def value(self, base: Plain, mine: Plain, new: Plain, at: At, to: At) -> Plain:
        """One value; None is none. `at` leads to it in the draft, `to` in what comes of it."""
        if mine == new:
            return mine
        if isinstance(mine, dict) and isinstance(new, dict):
            return self._block(base if isinstance(base, dict) else {}, mine, new, at, to)
        if _is_entries(mine) and _is_entries(new):
            return self._entries(base, mine, new, at, to)
        if base == new:
            self._note(What.KEPT, to, mine, new)
            return mine
        if base == mine:
            what = What.ADDED if mine is None else What.REMOVED if new is None else What.TAKEN
            self._note(what, to, mine, new)
            return new
        self._note(What.CONFLICT, to, mine, new)
        return mine

    def _block(
        self, base: Mapping[str, Plain], mine: Mapping[str, Plain], new: Mapping[str, Plain],
        at: At, to: At,
    ) -> Plain:  # fmt: skip
        made: dict[str, Plain] = {}
        for key in _in_turn(list(mine), list(new)):
            value = self.value(base.get(key), mine.get(key), new.get(key), (*at, key), (*to, key))
            if value is not None:
                made[key] = value
        return made

    def _entries(self, base: Plain, mine: Plain, new: Plain, at: At, to: At) -> Plain:
        before, here, now = _named(base), _named(mine), _named(new)
        places = {name: n for n, name in enumerate(here)}
        made: list[Plain] = []
        for name in _in_turn(list(here), list(now)):
            place = (*to, len(made))
            origin = (*at, places[name]) if name in places else place
            value = self.value(before.get(name), here.get(name), now.get(name), origin, place)
            if value is None:
                continue
            if name in places:
                self.moved[origin] = place
            made.append(value)
        return made

    def _note(self, what: What, at: At, mine: Plain, new: Plain) -> None:
        self.changes.append(Change(at, what, _said(mine), _said(new)))


def _is_entries(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _called(entry: Plain) -> str:
    for way in _CALLED:
        found = entry
        for part in way:
            found = found.get(str(part)) if isinstance(found, dict) else None
        if isinstance(found, str):
            return found
    return ""


def _named(entries: Plain) -> dict[tuple[str, int], Plain]:
    """Entries by what they are called, and which of that name they are."""
    found: dict[tuple[str, int], Plain] = {}
    count: dict[str, int] = {}
    for entry in entries if isinstance(entries, list) else ():
        name = _called(entry)
        count[name] = count.get(name, 0) + 1
        found[name, count[name]] = entry
    return found


def _in_turn(first: Sequence[T], others: Sequence[T]) -> Iterator[T]:
    """All of the first in their order, the others behind the one they follow."""
    known = set(first)
    behind: dict[T | None, list[T]] = {}
    last: T | None = None
    for one in others:
        if one in known:
            last = one
        else:
            behind.setdefault(last, []).append(one)
    yield from behind.get(None, ())
    for one in first:
        yield one
        yield from behind.get(one, ())


def _renumbered(new: dict[str, Plain], mine: Mapping[str, Plain]) -> dict[str, Plain]:
    """What is read now, with the ids that the draft gave to the same entries.

    Ids of an import count from one: where a problem came or went, they would mean others.
    """
    ids: dict[str, str] = {}
    made = dict(new)
    for key, entries in new.items():
        if _is_entries(entries):
            made[key] = _with_ids(entries, mine.get(key), ids if key == "问题" else {})
    return {key: _answering(value, ids) for key, value in made.items()}


def _with_ids(new: Plain, mine: Plain, ids: dict[str, str]) -> Plain:
    held = _named(mine)
    taken = {one[_ID] for one in held.values() if isinstance(one, dict) and _ID in one}
    made: list[Plain] = []
    for name, entry in _named(new).items():
        if not isinstance(entry, dict) or _ID not in entry:
            made.append(entry)
            continue
        same = held.get(name)
        own = same.get(_ID) if isinstance(same, dict) else None
        known = own if isinstance(own, str) else _free(str(entry[_ID]), taken)
        taken.add(known)
        ids[str(entry[_ID])] = known
        made.append({**entry, _ID: known})
    return made


def _free(wanted: str, taken: set[Plain]) -> str:
    stem = wanted.rstrip("0123456789")
    number = int(wanted[len(stem) :] or "1")
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _answering(value: Plain, ids: Mapping[str, str]) -> Plain:
    """References to problems by the ids that these have now."""
    match value:
        case dict():
            return {
                key: [ids.get(str(one), one) for one in inner]
                if key == _ANSWERED and isinstance(inner, list)
                else _answering(inner, ids)
                for key, inner in value.items()
            }
        case list():
            return [_answering(one, ids) for one in value]
    return value


def _said(value: Plain) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if not _is_entries(value):
            return "、".join(map(str, value))
    return _called(value) or "…"
