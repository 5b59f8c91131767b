"""What everything that is kept rests on: program, theme, settings, and content but for the records.

Whatever of it changes, nothing that was kept holds. That is coarse, and safe: these files change
seldom, and no list has to be kept of what depends on which of them.
"""

from collections.abc import Iterable
from pathlib import Path

from generator.store.program import named, program
from generator.values.digest import digest_of


def foundation(
    settings: bytes, files: Iterable[Path], root: Path, *, is_preview: bool = False
) -> bytes:
    """One digest of all of it, wherever the project at `root` lies.

    `settings` are those of the site; `files` lie in the content folder and are no records.
    """
    kept = (part for file in sorted(files) for part in named(file, root))
    return digest_of(program(), bytes([is_preview]), settings, *kept)
