"""What the program wrote into a site project, so that later only that is replaced.

A file that is as it was written is the program's; one that differs has an owner who changed it.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from generator.upkeep import lock

PLACE = ".gongkai.json"
CONTENT = "content"
"""Never the program's again, once a site is founded."""
EARLIER = Path(__file__).parent / "earlier.json"
"""What versions wrote that kept no such file: digests by paths."""
_NAME = re.compile(rb"^site_name: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """Digests of what was written last, by paths with forward slashes."""

    version: str
    """The package that wrote them; empty where none was noted."""
    digests: Mapping[str, frozenset[str]]

    def knows(self, path: str) -> bool:
        return path in self.digests

    def has(self, path: str, content: bytes) -> bool:
        """Whether this is what was written there."""
        return digest_of(content) in self.digests.get(path, ())


def read(root: Path) -> Written:
    """What was written into the project at `root`.

    Where a note is missing, or cannot be read any more, an early version wrote what has a lock;
    what has none was laid out by hand.
    """
    try:
        noted = json.loads((root / PLACE).read_text(encoding="utf-8"))
        digests = {
            path: frozenset({str(d)}) for path, d in noted["files"].items() if _is_ours(path)
        }
        return Written(str(noted["version"]), digests)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        early = json.loads(EARLIER.read_text(encoding="utf-8"))
        if not (root / lock.PLACE).is_file():
            early = {}
        return Written("", {path: frozenset(digests) for path, digests in early.items()})


def _is_ours(path: str) -> bool:
    """Whether the program may have written there: a note is a file like others, and anybody's."""
    place = PureWindowsPath(path)  # which knows either slash, and drives
    return not place.anchor and ".." not in place.parts and place.parts[:1] != (CONTENT,)


def note(version: str, files: Mapping[str, str]) -> bytes:
    """The note as a file: the version, and digests by paths."""
    noted = {"version": version, "files": dict(sorted(files.items()))}
    return json.dumps(noted, ensure_ascii=False, indent=2).encode() + b"\n"


def noted(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """The digests of files."""
    return {path: digest_of(content) for path, content in files}


def named_like(before: bytes, after: bytes) -> bytes:
    """The file that comes after with the name of the site as it is written in the one before."""
    own = _NAME.search(before.replace(b"\r\n", b"\n"))
    return after if own is None else _NAME.sub(lambda _: own[0], after, count=1)


def digest_of(content: bytes) -> str:
    """The same where only line ends differ, as Git changes them, or the name of the site."""
    plain = _NAME.sub(b"site_name:", content.replace(b"\r\n", b"\n"))
    return sha256(plain).hexdigest()
