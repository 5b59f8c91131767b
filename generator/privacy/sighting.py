"""What a look at a text found."""

from typing import NamedTuple


class Sighting(NamedTuple):
    """One place in a text that must, or may, not be published."""

    kind: str
    start: int
    end: int
    masked: str
    """The same with its middle hidden: messages end up in public logs."""
