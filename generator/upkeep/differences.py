"""Where two versions of a text file differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that stand in one version only, beside those that stand there in the other."""

    line: int
    """Where it begins in the version before."""
    gone: tuple[str, ...]
    come: tuple[str, ...]


def differences(before: bytes, after: bytes) -> Iterator[Difference]:
    """All of them from top to bottom; line ends do not count."""
    old, new = (text.decode(errors="replace").splitlines() for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield Difference(start + 1, tuple(old[start:end]), tuple(new[new_start:new_end]))
