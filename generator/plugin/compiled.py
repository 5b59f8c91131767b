"""The theme's templates, compiled once for all rebuilds of a preview.

MkDocs makes the theme's environment anew for each build. What is kept is Jinja's bytecode, which
holds for one text of a template: a changed one is compiled again.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Bytecode in memory, by Jinja's key of a template's name and file."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled; Jinja leaves it where the template's text is another one."""
        if (known := self._kept.get(bucket.key)) is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
