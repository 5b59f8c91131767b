"""One digest for whatever a page rests on, by the values themselves.

A record and an entry stand for their file, what other files declare for its name: these files are
of the foundation. A value of a kind that is not known here has no digest, and what rests on it is
made anew each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Protocol

from generator.catalog.entries import Entry
from generator.intake.records import Record
from generator.model.columns import Column
from generator.model.frames import Band, Frame
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher
from generator.model.register import Department, Region
from generator.schema.fields import Model
from generator.store.digest import digest_of

_DECLARED = (Publisher, Department, Region, Frame, Band, EvaluationKind, Column)
"""What files of the foundation declare; each has a name of its own among its kind."""
_PLAIN = (str, int, float, bool, Decimal, date, Enum, type(None))


class Digests(Protocol):
    """Tells versions of records from one another."""

    def digest(self, path: str) -> bytes | None:
        """Of the record in a file."""
        ...


class UnknownValueError(Exception):
    """Raised for a value that has no digest here."""


def resting_on(values: Sequence[object], digests: Digests) -> bytes | None:
    """The digest of all these values; None where one of them has none."""
    parts: list[bytes] = []
    try:
        for value in values:
            _walk(value, digests, parts)
    except UnknownValueError:
        return None
    return digest_of(*parts)


def _walk(value: object, digests: Digests, parts: list[bytes]) -> None:
    if (own := _whole(value, digests)) is not None:
        parts.append(own)
        return
    inner = tuple(_inner(value))
    parts.append(f"{type(value).__name__} {len(inner)}".encode())
    for one in inner:
        _walk(one, digests, parts)


def _whole(value: object, digests: Digests) -> bytes | None:
    """What tells a value that is not looked into; None for one that is."""
    told: bytes | None = None
    if isinstance(value, Entry):
        told = digest_of(_version(value.record, digests), repr(value.at).encode())
    elif isinstance(value, Record):
        told = _version(value, digests)
    elif isinstance(value, Enum):
        told = value.name.encode()
    elif isinstance(value, _PLAIN):
        told = f"{type(value).__name__} {value}".encode()
    elif isinstance(value, _DECLARED):
        told = str(value.id if hasattr(value, "id") else value.name).encode()
    elif isinstance(value, Model):
        told = value.model_dump_json().encode()
    elif isinstance(value, AbstractSet):
        told = repr(sorted(map(str, value))).encode()
    return told


def _inner(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, Sequence):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))
    else:
        raise UnknownValueError(type(value).__name__)


def _version(record: Record, digests: Digests) -> bytes:
    digest = digests.digest(record.path)
    if digest is None:
        raise UnknownValueError(record.path)
    return digest_of(record.path.encode(), digest)
