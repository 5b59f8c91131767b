"""Columns that a form adds, as pages show them."""

from collections.abc import Iterable, Iterator, Mapping

from generator.pages.parts.levels import Note
from generator.schema.fields import Extra


def text_of(cell: str | tuple[str, ...]) -> str:
    """What a cell holds, several words joined."""
    return cell if isinstance(cell, str) else "、".join(cell)


def notes_of(extra: Extra) -> Iterator[Note]:
    """Each column with what stands in it, as it was typed."""
    for label, cell in extra.items():
        yield Note(label, text_of(cell))


def labels_of(extras: Iterable[Extra]) -> tuple[str, ...]:
    """All the columns that some of these have, in the order in which they first come."""
    return tuple(dict.fromkeys(label for extra in extras for label in extra))


def cells_of(extra: Extra, labels: Iterable[str]) -> tuple[str, ...]:
    """One text for each of these columns, empty where there is none."""
    given: Mapping[str, str | tuple[str, ...]] = extra
    return tuple(text_of(given.get(label, "")) for label in labels)
