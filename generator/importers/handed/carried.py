"""What a form carries of a record: the form is read back, and what is missing is named."""

from collections.abc import Iterator, Mapping

from generator.importers.drafting import Draft
from generator.model.evaluation import Evaluation
from generator.schema.vocabulary import vocabulary
from generator.source import At, Plain

_BESIDE = frozenset(
    vocabulary(Evaluation).terms[name].label
    for name in ("format", "status", "fictional", "id", "year", "department")
)
"""What the place of a record says, or whoever keeps it."""


def leaves(data: Plain, at: At = ()) -> Iterator[tuple[At, str]]:
    """Every value with its path."""
    match data:
        case dict():
            for key, value in data.items():
                yield from leaves(value, (*at, key))
        case list():
            for n, value in enumerate(data):
                yield from leaves(value, (*at, n))
        case str() if data.strip():
            yield at, data


def lacking(record: Mapping[str, Plain], draft: Draft | None) -> dict[str, int]:
    """The fields that a form does not give back as they are, and how many values of each."""
    read = dict(leaves(dict(draft.record))) if draft else {}
    lost: dict[str, int] = {}
    for at, value in leaves(dict(record)):
        if at[0] in _BESIDE or same(read.get(at, ""), value):
            continue
        name = " · ".join(part for part in at if isinstance(part, str))
        lost[name] = lost.get(name, 0) + 1
    return lost


def added(record: Mapping[str, Plain], draft: Draft | None) -> Iterator[At]:
    """The paths at which a form gives something that the record does not have."""
    held = dict(leaves(dict(record)))
    for at, _ in leaves(dict(draft.record)) if draft else ():
        if at[0] not in _BESIDE and at not in held:
            yield at


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: where lines break is the form's matter."""
    return one == other or "".join(one.split()) == "".join(other.split())
