"""What can be found beside reports: pages written by hand, departments, frames.

They are few and short: one script holds them all, and the search page looks through it.
"""

from collections.abc import Iterable

from generator.artifacts import Artifact
from generator.search.script_files import named

Beside = tuple[str, str, str, str]
"""One of them as plain text: what readers call its kind, title, address, and what is searched and
shown below the title."""


def beside_script(found: Iterable[Beside]) -> Artifact:
    """The script that holds them, in the order in which they are shown where all fit alike."""
    return named("beside", list(found))
