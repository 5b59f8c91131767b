"""One digest for whatever a page rests on, by the values themselves.

A record and an entry stand for their file, what other files declare for its name: these files are
of the foundation. A value of a kind that is not known here has no digest, and what rests on it is
made anew each time.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import Any, Protocol

from generator.catalog.entries import Entry
from generator.intake.records import Record
from generator.model.columns import Column
from generator.model.frames import Band, Frame
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher
from generator.model.register import Department, Region
from generator.schema.fields import Model
from generator.values.digest import digest_of

_DECLARED = (Publisher, Department, Region, Frame, Band, EvaluationKind, Column)
"""What files of the foundation declare; each has a name of its own among its kind."""
_PLAIN = (str, int, float, bool, Decimal, date, Enum, type(None))
_AS_IT_IS = frozenset({str, int, bool, type(None)})
"""Most values by far: what they print tells them apart."""


class Digests(Protocol):
    """Tells versions of records from one another."""

    def digest(self, path: str) -> bytes | None:
        """Of the record in a file."""
        ...


class UnknownValueError(Exception):
    """Raised for a value that has no digest here."""


def resting_on(values: Sequence[object], digests: Digests) -> bytes | None:
    """The digest of all these values; None where one of them has none."""
    parts: list[object] = []
    try:
        _walk(values, digests, parts)
    except UnknownValueError:
        return None
    # One call for all: pages rest on some hundred small values each.
    return digest_of(repr(parts).encode())


def _walk(values: Sequence[object], digests: Digests, parts: list[object]) -> None:
    """Add what tells these values from others: a few plain ones as they are, of others bytes."""
    for value in values:
        kind: Any = type(value)
        if kind in _AS_IT_IS:
            parts.append(value)
            continue
        whole, inner = _ways(kind)
        if whole is not None:
            parts.append(whole(value, digests))
            continue
        within = inner(value)
        parts.append(f"{kind.__name__} {len(within)}".encode())
        _walk(within, digests, parts)


_Whole = Callable[[Any, Digests], bytes]
_Inner = Callable[[Any], Sequence[object]]


@cache
def _ways(kind: type) -> tuple[_Whole | None, _Inner]:
    """How a value of this kind is told from others as a whole, or else what is in it."""
    for kinds, whole in _WHOLE:
        if issubclass(kind, kinds):
            return whole, _nothing
    if issubclass(kind, FunctionType):
        return _named_function, _nothing
    if issubclass(kind, Mapping):
        return None, lambda value: (*value.keys(), *value.values())
    if issubclass(kind, Sequence):
        return None, lambda value: value
    if is_dataclass(kind):
        return None, _values_of([field.name for field in fields(kind)])
    return None, _nothing


def _values_of(names: Sequence[str]) -> _Inner:
    """All of these attributes, in one call where there are several."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


def _nothing(value: object) -> Sequence[object]:
    raise UnknownValueError(type(value).__name__)


def _named_function(function: FunctionType, _: Digests) -> bytes:
    """The program's own, which is of the foundation; one made in a call may hold anything."""
    if function.__closure__ is not None or not function.__name__.isidentifier():
        raise UnknownValueError(function.__qualname__)
    return f"{function.__module__}.{function.__qualname__}".encode()


def _version(record: Record, digests: Digests) -> bytes:
    digest = digests.digest(record.path)
    if digest is None:
        raise UnknownValueError(record.path)
    return digest + record.path.encode()


_WHOLE: Sequence[tuple[tuple[type, ...], _Whole]] = (
    (
        (Entry,),
        lambda entry, digests: _version(entry.record, digests) + repr(entry.at).encode(),
    ),
    ((Record,), _version),
    ((type,), lambda kind, _: f"{kind.__module__}.{kind.__qualname__}".encode()),
    ((Enum,), lambda choice, _: choice.name.encode()),
    (_PLAIN, lambda value, _: f"{type(value).__name__} {value}".encode()),
    (
        _DECLARED,
        lambda value, _: str(value.id if hasattr(value, "id") else value.name).encode(),
    ),
    ((Model,), lambda model, _: model.model_dump_json().encode()),
    ((AbstractSet,), lambda values, _: repr(sorted(map(str, values))).encode()),
)
"""What tells values from one another that are not looked into."""
