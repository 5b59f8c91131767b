"""Compiled templates, kept from one run to the next as Python keeps its own modules.

They lie in the folder that Jinja makes for each user among the system's temporary files, which
nobody else may write to: never in a project, whose cache anybody may have filled.
"""

from contextlib import suppress

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _Compiled(FileSystemBytecodeCache):
    """Holds for one text of a template, and one version of what compiles it."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self._version = version

    def get_source_checksum(self, source: str) -> str:
        """Of the template's text and the version."""
        return super().get_source_checksum(f"{self._version}\0{source}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where there is a place for it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled(version: str) -> BytecodeCache | None:
    """What this version has compiled; None where there is no folder for it."""
    try:
        return _Compiled(version)
    except (OSError, RuntimeError):
        return None
