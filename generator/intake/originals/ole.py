"""The older office files, doc, xls, wps and et: one thing can be told of them without a reader."""

from pathlib import Path

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
"""The name that a folder of macros has in the directory of such a file."""


def active(file: Path) -> tuple[str, ...]:
    """Whether it holds macros."""
    return ("宏",) if _MACROS in file.read_bytes() else ()
