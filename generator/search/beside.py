"""What can be found beside reports: pages written by hand, departments, frames.

They are few and short: one script holds them all, and the search page looks through it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.artifacts import Artifact
from generator.search.script_files import named


class Beside(NamedTuple):
    """One of them, as plain text."""

    label: str
    """What readers call its kind: the title of a page, for its sections."""
    title: str
    address: str
    text: str
    """What is searched and shown below its title."""


def beside_script(found: Iterable[Beside]) -> Artifact:
    """The script that holds them, in the order in which they are shown where all fit alike."""
    return named("beside", list(found))
