"""Data of a text of which there is nothing to say, at a quarter of the cost.

The same parser is asked for the same events, and no place is kept. Whatever the careful way
(`sweep`) might say anything of, and whatever only it can judge, is declined: a record is odd once,
a folder of them seldom.
"""

import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.source import keys, scalars
from generator.source.document import Plain
from generator.source.folding import unfolded
from generator.source.tree import MAX_DEPTH, MAX_NODES, NOTHING

_SPECIAL = frozenset("&*!\\")
"""Signs without which a text has no anchor, no alias, no tag and no escape."""


class _OddError(Exception):
    """Something that only the careful way can judge."""


def quick(text: str) -> dict[str, Plain] | None:
    """The data of a decoded text; None where it must be read the careful way."""
    if scalars.may_lose(text) or keys.may_ask(text) or "\t" in text:
        return None
    try:
        return _Reader(text).root()
    except (_OddError, yaml.YAMLError, UnicodeError):
        return None


class _Reader:
    """One pass over the events, as deep as a file may nest."""

    __slots__ = ("_closely", "_next", "_nodes", "_whole")

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self._closely = scalars.may_need_cleaning(text) or any(sign in text for sign in _SPECIAL)
        """Whether each scalar must be looked at; else nothing in the whole text is suspect."""
        self._whole = text
        self._nodes = 1

    def root(self) -> dict[str, Plain]:
        """The one mapping of the one document."""
        self._expect(StreamStartEvent)
        self._expect(DocumentStartEvent)
        event = self._expect(MappingStartEvent)
        data = self._mapping(event, 1)
        self._expect(DocumentEndEvent)
        self._expect(StreamEndEvent)
        return data

    def _expect(self, kind: type[Event]) -> Any:
        event = self._next()
        if type(event) is not kind:
            raise _OddError
        return event

    def _mapping(self, start: Any, depth: int) -> dict[str, Plain]:
        self._enter(start, depth)
        data: dict[str, Plain] = {}
        following = self._next
        while type(event := following()) is ScalarEvent:
            key = _name(event.value)
            if key is None or key in data or (self._closely and _is_marked(event)):
                raise _OddError
            value = following()
            if type(value) is ScalarEvent:
                data[key] = self._text(value, event)
            else:
                data[key] = self._block(value, depth)
        if type(event) is not MappingEndEvent:
            raise _OddError  # a key that is no text
        self._count(2 * len(data))
        return data

    def _list(self, start: Any, depth: int) -> list[Plain]:
        self._enter(start, depth)
        data: list[Plain] = []
        while type(event := self._next()) is not SequenceEndEvent:
            is_text = type(event) is ScalarEvent
            data.append(self._text(event, None) if is_text else self._block(event, depth))
        self._count(len(data))
        return data

    def _block(self, event: Any, depth: int) -> Plain:
        """A mapping or list in one that is so deep."""
        if type(event) is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if type(event) is SequenceStartEvent:
            return self._list(event, depth + 1)
        raise _OddError  # an alias

    def _text(self, event: Any, key: Any) -> str | None:
        text: str = event.value
        if (self._closely or len(text) > scalars.MAX_SIGNS) and _is_odd(event):
            raise _OddError
        if event.style == ">" and " " in text:
            text = unfolded(event, self._whole.split("\n"))
        if not event.implicit[0]:
            if _is_long(event) if event.style in scalars.QUOTES else not text:
                raise _OddError
            return text
        if not text:
            if key is not None and _same(key.end_mark, event.start_mark):
                raise _OddError
            return None
        if text in NOTHING or ((" " in text or "\n" in text) and _is_long(event)):
            raise _OddError
        return None if text.isspace() else text

    def _enter(self, start: Any, depth: int) -> None:
        if depth > MAX_DEPTH or _is_marked(start):
            raise _OddError

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise _OddError


@lru_cache(maxsize=1024)
def _name(key: str) -> str | None:
    """A key of which nothing is to be said; a thousand records share some fifty of them."""
    return sys.intern(key) if keys.is_name(key) and scalars.is_sound(key) else None


def _is_odd(event: Any) -> bool:
    return _is_marked(event) or not scalars.is_sound(event.value)


def _is_marked(event: Any) -> bool:
    """Whether it has an anchor or a tag."""
    return event.anchor is not None or event.tag is not None


def _is_long(event: Any) -> bool:
    """Whether it takes more than one line."""
    return bool(event.end_mark.line > event.start_mark.line)


def _same(one: Any, other: Any) -> bool:
    return bool(one.line == other.line and one.column == other.column)
