"""What can be found beside reports: ready lists, pages written by hand, departments, frames.

They are few and short: one script holds them all, and the search page looks through it.
"""

from collections.abc import Iterable, Sequence

from generator.artifacts import Artifact
from generator.search.script_files import named

Beside = tuple[str, str, str, str, Sequence[str]]
"""One of them as plain text: what readers call its kind, title, address, what is searched and shown
below the title, and the words that ask for it wherever they stand in a question."""


def beside_script(found: Iterable[Beside]) -> Artifact:
    """The script that holds them, in the order in which they are shown where all fit alike."""
    return named("beside", list(found))
