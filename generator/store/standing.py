"""Whether a published site stands as a build would make it: then nothing has to be made.

A site follows from the program, its settings and every file of its content folder. Where all these
are as they were when it was built, and so is each of its own files, a build would give the same
bytes and say the same words. Nothing of the content has to be understood for that, only read.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.store.program import program
from generator.store.seen import Seen
from generator.values.digest import digest_of, digest_of_all

_NONE: Mapping[str, bytes] = MappingProxyType({})


class Words(NamedTuple):
    """What a build said."""

    found: str
    """What was found in the content."""
    closing: str


class Standing:
    """What is known of one published site from the build that made it."""

    def __init__(self, file: Path, seen: Seen, settings: bytes, content: Path, site: Path) -> None:
        """`file` is where it is kept; `settings` are all that a build depends on."""
        self._file, self.seen, self._settings = file, seen, settings
        self._content, self._site = content, site
        self._rests_on = self._resting_on()

    def recall(self) -> Words | None:
        """What the build said that made the site, if another one would make the same."""
        try:
            kept = json.loads(self._file.read_bytes())
            words = Words(kept["found"], kept["closing"])
            rested_on, site = kept["rests_on"], kept["site"]
        except (OSError, ValueError, LookupError, TypeError):
            return None  # nothing is kept, or whatever somebody put there
        if self._rests_on is None or not all(isinstance(word, str) for word in words):
            return None
        # The site is read last: where anything else has changed it does not matter.
        stands = rested_on == self._rests_on.hex() and site == _hex(self._content_of(self._site))
        if not stands:
            return None
        self.seen.keep()
        return words

    def learn(self, words: Words, known: Mapping[str, bytes] = _NONE) -> None:
        """The site was built of what lay there when this was made, and these words were said.

        Files of it whose digests are `known`, by their places, were written or compared just now.

        What changed while it was built is in neither of two versions for certain: nothing is kept.
        """
        self.forget()
        if self._rests_on is None or self._rests_on != self._resting_on():
            return
        if (site := self._content_of(self._site, known)) is None:
            return
        self.seen.keep()
        kept = {"rests_on": self._rests_on.hex(), "site": site.hex(), **words._asdict()}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(kept), encoding="utf-8")

    def forget(self) -> None:
        """Nothing is known of the site any more."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _resting_on(self) -> bytes | None:
        content = self._content_of(self._content)
        return content and digest_of(program(), self._settings, content)

    def _content_of(self, folder: Path, known: Mapping[str, bytes] = _NONE) -> bytes | None:
        """All folders and files below a folder with their content; None where one is odd."""
        digests = {os.fsencode(place): digest for place, digest in known.items()}
        try:
            return digest_of_all(self._parts(os.fsencode(folder), b"", digests))
        except (OSError, _OddError):
            return None

    def _parts(self, folder: bytes, name: bytes, known: Mapping[bytes, bytes]) -> Iterator[bytes]:
        with os.scandir(folder) as lying:
            entries = sorted(lying, key=lambda entry: entry.name)
        yield name
        for entry in entries:
            own = name + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from self._parts(entry.path, own + b"/", known)
            elif digest := known.get(own) or self.seen.digest(entry.path):
                yield own
                yield digest
            else:
                raise _OddError(entry.path)


def _hex(digest: bytes | None) -> str:
    return "" if digest is None else digest.hex()


class _OddError(Exception):
    """Raised for what cannot be read, or is neither a file nor a folder: links lead anywhere."""
