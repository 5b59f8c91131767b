"""The ways to the files of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exports.lists import Listed
from generator.exports.places import Place


@dataclass(frozen=True, slots=True)
class Taken:
    """What readers take along of a list."""

    whole: Place
    """Its evaluations."""
    beside: Sequence[Place]
    """Its problems and all else that it has rows of."""


def taken(listed: Listed) -> Taken:
    """The files of a list."""
    return Taken(listed.place, tuple(place for _, place in listed.beside))
