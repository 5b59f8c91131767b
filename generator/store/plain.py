"""What the store keeps, as plain data: written as JSON, checked field by field when it is read.

Anybody who can fill a cache can put anything there. What does not read back as these types is
refused, and then made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, make_dataclass
from functools import lru_cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from generator.audit.coverage import Coverage, Extent, checked
from generator.audit.runner import Outcome
from generator.catalog.entries import Entry
from generator.catalog.known_particulars import Standings
from generator.catalog.particulars import Particulars
from generator.diagnostics import Diagnostic
from generator.html import Converted
from generator.intake.known_files import KnownFile
from generator.intake.records import Record
from generator.model.frames import NO_FRAME, Frame
from generator.model.kinds import EvaluationKind
from generator.model.outcome import NO_GRADE, Grade
from generator.search.documents import Field
from generator.search.known_index import Indexed, KnownSegment, Terms
from generator.tables.lines import Lines

FILE = TypeAdapter(KnownFile)
RESULTS: TypeAdapter[tuple[Diagnostic, ...]] = TypeAdapter(tuple[Diagnostic, ...])


@dataclass(frozen=True, slots=True)
class PlainOutcome:
    """What the audit said of a record by itself."""

    results: tuple[Diagnostic, ...]
    extents: str
    """How far each rule could look, one digit each, in the order of the rules."""
    reasons: dict[int, tuple[str, ...]]
    """Of some of these rules, by their place."""


OUTCOME = TypeAdapter(PlainOutcome)


def plain_outcome(outcome: Outcome) -> bytes:
    """An outcome without the names of rules, which are the same for all records."""
    rules = outcome.coverage.rules
    extents = "".join(str(int(one.extent)) for one in rules)
    reasons = {n: one.reasons for n, one in enumerate(rules) if one.reasons}
    return OUTCOME.dump_json(PlainOutcome(tuple(outcome.results), extents, reasons))


def outcome_from(data: bytes, rules: tuple[str, ...]) -> Outcome:
    """The same again, with the names of the rules; raises ValueError for what it cannot be."""
    plain = OUTCOME.validate_json(data)
    return Outcome(plain.results, _coverage(rules, plain.extents, tuple(plain.reasons.items())))


@lru_cache(4096)
def _coverage(
    rules: tuple[str, ...], extents: str, reasons: tuple[tuple[int, tuple[str, ...]], ...]
) -> Coverage:
    """The same object for the same list: documents of one form have few that differ."""
    told = dict(reasons)
    pairs = enumerate(zip(rules, extents, strict=True))
    return Coverage(
        tuple(checked(rule, Extent(int(extent)), told.get(n, ())) for n, (rule, extent) in pairs)
    )


PARTICULARS = TypeAdapter(Particulars)
STANDINGS: TypeAdapter[Standings] = TypeAdapter(Standings)
LINES: TypeAdapter[dict[str, Lines]] = TypeAdapter(dict[str, Lines])
INDEXED = TypeAdapter(Indexed)
TEXTS: TypeAdapter[dict[str, str]] = TypeAdapter(dict[str, str])
SEGMENT = TypeAdapter(KnownSegment)
CONVERTED = TypeAdapter(Converted)
_TERMS: TypeAdapter[tuple[tuple[str, ...], ...]] = TypeAdapter(tuple[tuple[str, ...], ...])


def plain_terms(terms: Terms) -> bytes:
    """For each part its terms, by the field in which they stand; no term has a space."""
    return _TERMS.dump_json(tuple(map(_by_field, terms)))


def terms_from(data: bytes) -> Terms:
    """The same again; raises ValueError for what they cannot be."""
    parts = _TERMS.validate_json(data)
    if any(len(part) != len(Field) for part in parts):
        raise ValueError("not as many fields as there are")
    return tuple(
        {term: field for field, terms in enumerate(part) for term in terms.split()}
        for part in parts
    )


def _by_field(part: Mapping[str, int]) -> tuple[str, ...]:
    found: list[list[str]] = [[] for _ in Field]
    for term, field in part.items():
        found[field].append(term)
    return tuple(map(" ".join, found))


@dataclass(frozen=True, slots=True)
class PlainGrade:
    """A grade with its bands by their names in the frame."""

    stated: str | None
    computed: str | None
    band: str | None
    is_vetoed: bool


_LEADING = ("record", "frame", "kind", "grade")
"""Fields of an entry that lead to what other files declare: kept by their names."""
_HINTS = get_type_hints(Entry)
_OWN = tuple(field.name for field in fields(Entry) if field.name not in _LEADING)
_PlainEntry: Any = make_dataclass(
    "PlainEntry",
    [
        *((name, _HINTS[name]) for name in _OWN),
        ("frame", str),
        ("kind", str),
        ("grade", PlainGrade),
    ],
    frozen=True,
    slots=True,
)
_ENTRIES: TypeAdapter[list[Any]] = TypeAdapter(list[_PlainEntry])


def plain_entries(entries: tuple[Entry, ...]) -> bytes:
    """The entries of one record; its fields are those of an entry, not told twice."""
    return _ENTRIES.dump_json([_plain(entry) for entry in entries])


def entries_from(
    data: bytes, record: Record, frames: dict[str, Frame], kinds: dict[str, EvaluationKind]
) -> tuple[Entry, ...]:
    """The same again; raises ValueError or LookupError for what they cannot be."""
    found = []
    for plain in _ENTRIES.validate_json(data):
        frame = frames[plain.frame] if plain.frame else NO_FRAME
        own = {name: getattr(plain, name) for name in _OWN}
        grade = _grade(plain.grade, frame)
        found.append(Entry(record=record, frame=frame, kind=kinds[plain.kind], grade=grade, **own))
    return tuple(found)


def _plain(entry: Entry) -> Any:
    grade = entry.grade
    own = {name: getattr(entry, name) for name in _OWN}
    computed, band = (band.name if band else None for band in (grade.computed, grade.band))
    return _PlainEntry(
        **own,
        frame="" if entry.frame is NO_FRAME else entry.frame.id,
        kind=entry.kind.id,
        grade=PlainGrade(grade.stated, computed, band, grade.is_vetoed),
    )


def _grade(plain: PlainGrade, frame: Frame) -> Grade:
    bands = {band.name: band for band in frame.bands}
    computed, band = (bands[name] if name else None for name in (plain.computed, plain.band))
    grade = Grade(plain.stated, computed, band, plain.is_vetoed)
    return NO_GRADE if grade == NO_GRADE else grade
